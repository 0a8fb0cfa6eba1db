// The search page: joins the URL, the form, the facets and the results.
import { emptyView, failureView, moreView, summary } from './answers.js';
import { chips } from './chips.js';
import { CutCounts } from './cut-counts.js';
import { drawer } from './drawer.js';
import { exportList } from './export-list.js';
import { facetPanel } from './facets.js';
import { filterGroups, knownYears } from './filter-groups.js';
import { remember } from './history.js';
import { bindKeys, onHand, stepThrough } from './keyboard.js';
import { late } from './late.js';
import { nothing, render } from './lit.js';
import { queryRemark } from './marks.js';
import { MODE_NOTES, SITE, VIEW_NAMES } from './names.js';
import { meantView } from './meant.js';
import { NearLists } from './near-lists.js';
import { RemedyLists } from './remedy-lists.js';
import { resultsList, waiting } from './results-list.js';
import { printedView } from './printed.js';
import { besideList } from './pane-beside.js';
import { placeToRestore, rememberScroll } from './scroll-memory.js';
import { SearchRun } from './search-run.js';
import { startView } from './start.js';
import { VIEWS, isStart, parseState, sameSearch, searchUrl } from './state.js';
import { suggestBox } from './suggest-box.js';
import { TabRun } from './tab-run.js';
import { inOrder, orderOptions, orderOf, tabsView } from './tabs.js';
import { understoodView, without } from './understood.js';

const $ = (id) => document.getElementById(id);
const form = $('search-form'), box = $('q'), sort = $('sort'), fold = $('fold');
const opened = new Set();
const run = new SearchRun(show);
const near = new NearLists(() => show(run.view));
const remedies = new RemedyLists(() => show(run.view));
const counts = new CutCounts(() => show(run.view));
const tabs = new TabRun(() => show(run.view));
const beside = besideList($('results'), $('pane'), () => ({ ...run.view.dataState, mode: run.view.data?.mode }));
const isList = (state) => state.view === VIEWS[0];
const saveScroll = rememberScroll(() => (isList(run.view.state) ? run.view.pages : tabs.tab.pages) || 1);
const facets = facetPanel($('facets-panel'), go);
const facetDrawer = drawer({
  panel: $('facets-panel'), dock: $('facets-dock'), dialog: $('facets-dialog'), buttons: [$('facets-open')], narrow: '(max-width: 899px)',
});

const progress = late((on) => { $('progress').hidden = !on; });
const staleCounts = late((on) => $('facets-panel').classList.toggle('is-stale', on));
const staleResults = late((on) => $('results').classList.toggle('is-stale', on));

function fillForm(state) {
  const { q, mode, fold: folding } = state;
  box.value = q;
  form.elements.mode.value = mode;
  $('mode-note').textContent = MODE_NOTES[mode];
  render(orderOptions(state), sort);
  sort.value = orderOf(state);
  fold.checked = folding;
  sort.ariaLabel = state.view === 'words' ? '列出' : '排序';
  $('sort-choice').querySelector('span').textContent = sort.ariaLabel;
  $('sort-choice').hidden = state.view === 'spread'; // its choice stands with its table
  $('fold-check').hidden = !['paragraphs', 'lines'].includes(state.view);
  document.title = q ? `${q.slice(0, 60)}${isList(state) ? '' : ` - ${VIEW_NAMES[state.view]}`} - ${SITE}` : SITE;
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
  const { dataState: before } = run.view, moved = before?.q !== state.q;
  if (moved) {
    opened.clear();
    near.clear();
    remedies.clear();
  }
  const shown = await run.start(state, isList(state) ? place?.pages ?? 1 : 1);
  if (!shown) return;
  remember(state, run.view.data.total.value);
  if (!isStart(state) && run.view.data.total.value) await tabs.start(state, run.view.data.mode, place?.pages ?? 1);
  const top = $('results').offsetTop - 16;
  if (place) scrollTo(0, place.scroll);
  // Where only the order of a list was chosen, or which part of it, the reader goes on where the choice stands.
  else if (scrollY > top && !(before && before.view === state.view && sameSearch(before, state))) scrollTo(0, top);
}

const fromForm = () => inOrder({
  ...parseState(location.search), q: box.value.trim(), mode: form.elements.mode.value, fold: fold.checked,
}, sort.value);

function remarks({ status, error, data, dataState, state }) {
  if (status === 'failed' && error.start != null) return queryRemark(state.q, { ...error, message: error.detail }, 'error');
  if (status === 'failed' || !data) return nothing;
  const notices = (data.notices ?? []).map((notice) => queryRemark(dataState.q, notice, 'notice'));
  return isStart(dataState) ? notices : [meantView(dataState, data), ...notices];
}

function toggle(key) {
  if (!opened.delete(key)) opened.add(key);
  show(run.view);
}

/** What was found in another view than the list of paragraphs. */
function tabBody({ tab }) {
  if (tab.status === 'failed') return failureView(tab.error, () => tabs.retry());
  if (!tab.module) return waiting();
  const { module, nextCursor, busy, failed } = tab;
  return [module.view(tab), moreView({ has: Boolean(nextCursor), shown: module.shown(tab), busy, failed, more: () => tabs.more() })];
}

function body(view) {
  const { status, data, dataState, error } = view;
  if (status === 'failed') return failureView(error, () => enter(view.state, null));
  if (!data) return isStart(view.state) ? nothing : waiting();
  if (isStart(dataState)) return startView(data);
  if (data.total.value === 0) return emptyView(dataState, data.instead);
  return isList(dataState) ? resultsList(view, { opened, toggle, near, remedies, more }) : tabBody(tabs);
}

function show(view) {
  const { state, status, data, dataState } = view;
  const current = status === 'failed' ? state : dataState ?? state;
  const start = isStart(current);
  document.body.classList.toggle('is-start', start);
  const turning = Boolean(dataState) && !isList(dataState) && tabs.tab.status === 'loading' && tabs.tab.key !== '';
  progress(status === 'loading' || view.moreBusy || turning || tabs.tab.busy);
  $('results').setAttribute('aria-busy', String(status === 'loading' || turning));
  staleResults(status === 'loading' || turning);
  $('tabs').hidden = start;
  if (state) render(tabsView(state), $('tabs'));
  $('facets-dock').hidden = start || (status === 'failed' && !data);
  $('results-bar').hidden = start;
  $('listing').classList.toggle('is-empty', status === 'failed');
  $('listing').classList.toggle('has-none', data?.total.value === 0);
  $('print').hidden = status === 'failed' || !data;
  $('facets-open').hidden = status === 'failed' && !data;
  if (state) facets(state, start ? null : data, dataState);
  staleCounts(status === 'loading');
  const active = filterGroups(state, knownYears(data)).length;
  $('facets-open').textContent = active ? `筛选（${active}）` : '筛选';
  if (dataState) counts.about(dataState, data);
  render(understoodView(view, cut, counts), $('understood'));
  render(remarks(view), $('query-notes'));
  render(chips(state, counts, knownYears(data)), $('chips'));
  render(data && !start ? exportList(dataState, data, view.hits) : nothing, $('export-list'));
  render(status === 'failed' || start || !data ? nothing : summary(dataState, data), $('summary'));
  render(body(view), $('results-body'));
  beside(!start && status !== 'failed' && Boolean(data?.total.value) && isList(dataState));
  render(!state || start || !data ? nothing : printedView(dataState, data), $('printed'));
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
$('facets-done').addEventListener('click', facetDrawer.close);
for (const skip of document.querySelectorAll('.skip')) skip.addEventListener('click', (event) => {
  const first = $('results').querySelector('[data-item]');
  if (!first) return;
  event.preventDefault();
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'nearest' });
});
$('print').addEventListener('click', () => print());
bindKeys({
  ...stepThrough($('results')),
  ...onHand(() => document.activeElement?.closest('[data-item]'), { c: '[data-testid=hit-copy-citation]', e: '[data-testid=excerpt]' }),
}, box);
enter(parseState(location.search), placeToRestore());
