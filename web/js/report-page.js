// The reading page: one report, the hits of a query in it, and the paragraph that the URL points to.
import { failureView } from './answers.js';
import { highlight, report as fetchReport } from './api.js';
import { drawer } from './drawer.js';
import { barHeight, findBar, wayBack } from './find-bar.js';
import { hitList, stepFrom } from './hit-walk.js';
import { bindKeys } from './keyboard.js';
import { html, render } from './lit.js';
import { SITE, titleOf } from './names.js';
import { reportBody } from './report-body.js';
import { metaView } from './report-meta.js';
import { besideInSearch, formulaShares, sameTown } from './report-neighbours.js';
import { hitsByHeading, outlineView, watchHeadings } from './report-outline.js';
import { askRestore, rememberScroll } from './scroll-memory.js';
import { parseState, reportUrl } from './state.js';

const $ = (id) => document.getElementById(id);
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const hashId = () => decoded(location.hash.slice(1));
const reportId = decoded(location.pathname.split('/')[2] ?? '');
const noHits = hitList([], []);
/** The fragment of one who comes back from the next report. No paragraph's id is as short. */
const FROM_END = 'last';

let state = parseState(location.search);
let report = null, town = [], shares = new Map(), beside = {}, looking = null, found = noHits, counts = new Map(), error = null, busy = false;
/** The paragraph being read, the heading above the reader, and the number of the hit walked to. */
let current = hashId(), heading = null, now = -1;
let aborter = new AbortController();

const saveScroll = rememberScroll(null);
const bar = findBar({ find, walk, approach: () => { if (found.places.length) lookBeside(); } });

const marksOf = (id) => ({
  share: shares.get(id) ?? 0, ranges: found.ranges.get(id) ?? [], first: found.firsts.get(id) ?? 0, now, current: id === current,
});
const drawOutline = () => render(outlineView(report.outline ?? [], heading, counts), $('outline'));

function draw() {
  bar.draw({ state, busy, error, count: found.places.length, now, beside });
  if (!report) return;
  drawOutline();
  render(reportBody(report, marksOf), $('report-text'));
  const paragraph = report.paragraphs.find((p) => p.id === current) ?? null;
  render(metaView(report, { paragraph, share: shares.get(current) ?? 0, town, state }), $('meta'));
}

const inView = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= barHeight() && bottom <= innerHeight - 60;
};

/** Walks to a hit. @param {number} to its number @param {boolean} [gently] */
function goTo(to, gently = true) {
  if (!found.places[to]) return;
  now = to;
  current = found.places[to].paragraphId;
  history.replaceState(history.state, '', `#${encodeURIComponent(current)}`);
  draw();
  const smooth = gently && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.querySelector(`mark[data-hit="${to}"]`)?.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' });
}

/** On to another hit; from the last on into the next report that the search found. @param {number} by */
async function walk(by) {
  const to = now + by, { signal } = aborter;
  if (found.places.length && (to < 0 || to >= found.places.length)) {
    const { previous, next } = await lookBeside();
    if (signal.aborted) return;
    const other = by < 0 ? previous : next;
    if (other) {
      location.assign(reportUrl(other, by < 0 ? FROM_END : null, state));
      return;
    }
  }
  goTo(stepFrom(now, by, found.places.length));
}

/** Which reports are before and behind, once somebody seems to want to go there: it takes a look at all that is found. */
function lookBeside() {
  const { signal } = aborter;
  looking ??= besideInSearch(state, reportId).catch(() => ({})).then((answer) => {
    if (!signal.aborted) later(() => { beside = answer; });
    return answer;
  });
  return looking;
}

/** Brings the paragraph of the URL below the bar, and its first hit into view if that is further down. */
function arrive() {
  if (!report.paragraphs.some((p) => p.id === current)) {
    goTo(current === FROM_END ? found.places.length - 1 : 0, false);
    return;
  }
  now = found.firsts.get(current) ?? now;
  draw();
  const target = $(current);
  target.scrollIntoView({ block: 'start' });
  const mark = target.querySelector('mark.now');
  if (mark && !inView(mark)) mark.scrollIntoView({ block: 'center' });
}

/** Finds the hits of the state's query; false if a later query overtook it. */
async function findHits() {
  aborter.abort();
  aborter = new AbortController();
  const { signal } = aborter;
  [found, counts, error, now, busy, beside, looking] = [noHits, new Map(), null, -1, Boolean(state.q), {}, null];
  draw();
  if (!state.q) return true;
  try {
    const [answer] = await Promise.all([highlight(reportId, state.q, state.mode, signal), loaded]);
    if (signal.aborted) return false;
    found = hitList(report.paragraphs, answer.paragraphs);
    counts = hitsByHeading(report.paragraphs.map((p) => p.id), report.outline ?? [], found.places);
    now = found.places.length ? 0 : -1;
  } catch (failure) {
    if (signal.aborted) return false;
    error = failure;
  }
  busy = false;
  draw();
  return true;
}

async function find({ q, mode }) {
  saveScroll();
  state = { ...state, q, mode };
  current = '';
  const url = reportUrl(reportId, null, state);
  if (url !== location.pathname + location.search) history.pushState({}, '', url);
  if (await findHits()) goTo(0);
}

/** What may come after the text, or not at all. */
function later(change) {
  change();
  draw();
}

async function load() {
  report = await fetchReport(reportId).finally(() => $('report-text').replaceChildren());
  document.title = `${titleOf(report).slice(0, 80)} - ${SITE}`;
  $('printed-link').textContent = location.origin + reportUrl(reportId, null);
  draw();
  // Open beside a wide text, a single line above a narrow one.
  $('about').open = matchMedia('(min-width: 1280px)').matches;
  sameTown(report).then((answer) => later(() => { town = answer; }), () => {});
  formulaShares(report).then((answer) => later(() => { shares = answer; }), () => {});
}

let loaded;
async function open() {
  const place = history.state;
  loaded = load();
  try {
    const hits = findHits();
    await loaded;
    // The text first: the paragraph of the link need not wait for the hits.
    if (place?.scroll == null && current && current !== FROM_END) arrive();
    await hits;
    if (place?.scroll == null) {
      if (current || state.q) arrive();
    } else {
      now = found.firsts.get(current) ?? now;
      draw();
      scrollTo(0, place.scroll);
    }
    lookForHeading();
  } catch (failure) {
    bar.draw({ state: { ...state, q: '' }, busy: false, error: null, count: 0, now: -1 });
    render(failure.kind === 'missing'
      ? html`<div class="message" data-testid="error" data-kind="missing"><h1>没有这份报告</h1>
        <p>它可能已从索引中移除，或链接不完整。</p><p><a href="/">检索首页</a></p></div>`
      : failureView(failure, () => location.reload()), $('report-text'));
  } finally {
    $('report').removeAttribute('aria-busy');
  }
}

addEventListener('popstate', async () => {
  const next = parseState(location.search), place = history.state;
  const changed = next.q !== state.q || next.mode !== state.mode;
  [state, current] = [next, hashId()];
  bar.fill(state);
  if (!report || (changed && !(await findHits()))) return;
  now = found.firsts.get(current) ?? now;
  draw();
  if (place?.scroll != null) scrollTo(0, place.scroll);
});

const lookForHeading = watchHeadings(() => report?.outline ?? [], barHeight, (at) => {
  if (at === heading) return;
  heading = at;
  drawOutline();
  // Not scrollIntoView, which would disturb the page's own scrolling.
  const link = $('outline').querySelector('[aria-current]'), dock = $('outline-dock');
  if (link && dock.contains(link)) dock.scrollTop = link.offsetTop - dock.clientHeight / 2;
});
const outlineDrawer = drawer({
  panel: $('outline'), dock: $('outline-dock'), dialog: $('outline-dialog'), buttons: [$('outline-open')], narrow: '(max-width: 1079px)',
});
$('outline').addEventListener('click', (event) => { if (event.target.closest('a')) outlineDrawer.close(); });
bindKeys({
  n: () => walk(1),
  p: () => walk(-1),
  Enter: (event) => walk(event.shiftKey ? -1 : 1),
}, bar.box);
wayBack(state, askRestore);
bar.fill(state);
open();
