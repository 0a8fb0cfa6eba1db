// The search page: joins the URL, the form, the facets and the results.
import { emptyView, failureView, moreView, summary } from './answers.js';
import { hitKey } from './api.js';
import { chips } from './chips.js';
import { drawer } from './drawer.js';
import { exportList } from './export-list.js';
import { facetPanel } from './facets.js';
import { hitView } from './hits.js';
import { bindKeys } from './keyboard.js';
import { html, nothing, render, repeat } from './lit.js';
import { queryRemark } from './marks.js';
import { MODE_NAMES, MODE_NOTES, SITE, figure } from './names.js';
import { NearLists } from './near-lists.js';
import { placeToRestore, rememberScroll } from './scroll-memory.js';
import { SearchRun } from './search-run.js';
import { startView } from './start.js';
import { activeFilters, isStart, parseState, searchUrl } from './state.js';
import { suggestBox } from './suggest-box.js';
import { understoodView, without } from './understood.js';

const $ = (id) => document.getElementById(id);
const form = $('search-form'), box = $('q'), sort = $('sort'), fold = $('fold');
const opened = new Set();
const run = new SearchRun(show);
const near = new NearLists(() => show(run.view));
const saveScroll = rememberScroll(() => run.view.pages || 1);
const facets = facetPanel($('facets-panel'), go);
const facetDrawer = drawer({
  panel: $('facets-panel'), dock: $('facets-dock'), dialog: $('facets-dialog'), buttons: [$('facets-open')], narrow: '(max-width: 899px)',
});

function fillForm({ q, mode, sort: order, fold: folding }) {
  box.value = q;
  form.elements.mode.value = mode;
  $('mode-note').textContent = MODE_NOTES[mode];
  sort.value = order;
  fold.checked = folding;
  document.title = q ? `${q.slice(0, 60)} - ${SITE}` : SITE;
}

/** Goes to a state: a new history entry, unless it is the one shown (then the search is run again). */
function go(state) {
  saveScroll();
  const url = searchUrl(state);
  if (url !== location.pathname + location.search) history.pushState({}, '', url);
  enter(state, null);
}

async function enter(state, place) {
  $('export').open = false;
  fillForm(state);
  const moved = run.view.dataState?.q !== state.q;
  if (moved) {
    opened.clear();
    near.clear();
  }
  const shown = await run.start(state, place?.pages ?? 1);
  if (!shown) return;
  const top = $('results').offsetTop - 16;
  if (place) scrollTo(0, place.scroll);
  else if (scrollY > top) scrollTo(0, top);
}

const fromForm = () => ({
  ...parseState(location.search), q: box.value.trim(), mode: form.elements.mode.value, sort: sort.value,
  fold: fold.checked,
});

function remarks({ status, error, data, dataState, state }) {
  if (status === 'failed' && error.start != null) return queryRemark(state.q, { ...error, message: error.detail }, 'error');
  if (status === 'failed' || !data) return nothing;
  return (data.notices ?? []).map((notice) => queryRemark(dataState.q, notice, 'notice'));
}

function list({ hits, dataState, data, moreBusy, moreFailed }) {
  const toggle = (key) => () => {
    if (!opened.delete(key)) opened.add(key);
    show(run.view);
  };
  const items = (some, mode, first) => html`<ol class="hits" role="list">${repeat(some, hitKey, (hit, index) => html`<li>${
    hitView(hit, { ...dataState, mode }, {
      index: first + index, open: opened.has(hitKey(hit)), toggle: toggle(hitKey(hit)), near,
    })}</li>`)}</ol>`;
  // Read on in the mode by which a hit was found, or its marks would be missing there.
  return html`${items(hits, data.mode, 0)}
  ${moreView({ shown: hits.length, data, busy: moreBusy, failed: moreFailed, more })}
  ${data.partial.length ? html`<section aria-labelledby="partial-name" data-testid="partial">
    <h2 id="partial-name" class="partial__name">含有其中主要的词</h2>
    <p class="quiet">含有全部的词的只有以上 ${figure(data.foldedTotal)} 段；以下各段不计入总数。<a data-go
      href=${searchUrl({ ...dataState, mode: 'loose' })}>改用“${MODE_NAMES.loose}”看全部</a></p>
    ${items(data.partial, 'loose', hits.length)}
  </section>` : nothing}`;
}

const waiting = () => html`<div class="waiting" aria-hidden="true">${[1, 2, 3].map(() => html`<div><i></i><i></i><i></i></div>`)}</div>`;

function body(view) {
  const { status, data, dataState, error } = view;
  if (status === 'failed') return failureView(error, () => enter(view.state, null));
  if (!data) return isStart(view.state) ? nothing : waiting();
  if (isStart(dataState)) return startView(data, view.reports);
  return data.total.value === 0 ? emptyView(dataState, data.instead) : list(view);
}

function show(view) {
  const { state, status, data, dataState } = view;
  const current = status === 'failed' ? state : dataState ?? state;
  const start = isStart(current);
  document.body.classList.toggle('is-start', start);
  $('progress').hidden = status !== 'loading' && !view.moreBusy;
  $('results').setAttribute('aria-busy', String(status === 'loading'));
  $('facets-dock').hidden = start || (status === 'failed' && !data);
  $('results-bar').hidden = start;
  $('listing').hidden = status === 'failed';
  $('facets-open').hidden = status === 'failed' && !data;
  if (state) facets(state, start ? null : data);
  const active = activeFilters(state).length;
  $('facets-open').textContent = active ? `筛选（${active}）` : '筛选';
  render(understoodView(view, cut), $('understood'));
  render(remarks(view), $('query-notes'));
  render(chips(state), $('chips'));
  render(data && !start ? exportList(dataState, data) : nothing, $('export-list'));
  render(status === 'failed' || start || !data ? nothing : summary(dataState, data), $('summary'));
  render(body(view), $('results-body'));
}

/** Searches again without a part of the query. */
function cut(part) {
  go({ ...run.view.state, q: without(run.view.dataState.q, part) });
  // Its button goes away: the answer is the place to go on from.
  $('results').focus({ preventScroll: true });
}

async function more() {
  const before = run.view.hits.length;
  await run.more();
  // The button has moved down or gone: go on reading at the first new hit.
  if (run.view.hits.length > before) $(`hit-${before}`)?.focus({ preventScroll: true });
  saveScroll();
}

function step(by) {
  const all = [...document.querySelectorAll('.hit')];
  if (!all.length) return;
  const at = all.indexOf(document.activeElement?.closest('.hit'));
  const below = all.findIndex((hit) => hit.getBoundingClientRect().bottom > 0);
  const next = at < 0 ? Math.max(below, 0) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].focus({ preventScroll: true });
  all[next].scrollIntoView({ block: 'nearest' });
}

suggestBox(box, $('suggestions'), () => go(fromForm()));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(fromForm());
});
for (const radio of form.elements.mode) radio.addEventListener('change', () => {
  $('mode-note').textContent = MODE_NOTES[radio.value];
  if (box.value.trim() || !isStart(parseState(location.search))) go(fromForm());
});
for (const control of [sort, fold]) control.addEventListener('change', () => go(fromForm()));
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-go]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(parseState(new URL(link.href).search));
});
addEventListener('popstate', () => {
  const state = parseState(location.search);
  // A fragment alone (the skip link) is no new search.
  if (searchUrl(state) !== searchUrl(run.view.state)) enter(state, history.state);
});
addEventListener('online', () => { if (run.view.error?.kind === 'offline') run.retry(); });
$('facets-done').addEventListener('click', facetDrawer.close);
bindKeys({
  j: () => step(1),
  k: () => step(-1),
  Enter: () => document.activeElement?.closest('.hit')?.querySelector('h3 a').click(),
}, box);
enter(parseState(location.search), placeToRestore());
