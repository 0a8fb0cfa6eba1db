// The reading page: one report, the hits of a query in it, and the paragraph that the URL points to.
import { failureView } from './answers.js';
import { highlight, report as fetchReport, revisionsOf } from './api.js';
import { corrector } from './can-correct.js';
import { drawer } from './drawer.js';
import { barHeight, findBar, wayBack } from './find-bar.js';
import { hitList, stepFrom } from './hit-walk.js';
import { bindKeys, onHand } from './keyboard.js';
import { html, render } from './lit.js';
import { SITE, titleOf } from './names.js';
import { reportBody } from './report-body.js';
import { metaView } from './report-meta.js';
import { formulaShares, sameTown } from './report-neighbours.js';
import { hitsByHeading, outlineView, watchHeadings, wholeOutline } from './report-outline.js';
import { placeInList } from './report-place.js';
import { goneView, nearestTo, whoseView } from './report-whose.js';
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
/** The paragraph of the address, and its number where the link remembers it. */
const hashParts = () => decoded(location.hash.slice(1)).split('~');
const hashId = () => hashParts()[0];
const reportId = decoded(location.pathname.split('/')[2] ?? '');
const noHits = hitList([], []);
/** The fragment of one who comes back from the next report. No paragraph's id is as short. */
const FROM_END = 'last';

let state = parseState(location.search);
let report = null, outline = [], town = [], revisions = [], shares = new Map(), place = null, looking = null, found = noHits, counts = new Map(), error = null, busy = false;
/** The paragraph being read, the heading above the reader, and the number of the hit walked to. */
let current = hashId(), heading = null, now = -1;
/** Corrects what was read, where the service lets anybody. */
let correct = null;
let aborter = new AbortController();

const saveScroll = rememberScroll(null);
const bar = findBar({ find, walk });

const marksOf = (id) => ({
  share: shares.get(id) ?? 0, ranges: found.ranges.get(id) ?? [], first: found.firsts.get(id) ?? 0, now, current: id === current,
});
const drawOutline = () => render(outlineView(outline, heading, counts), $('outline'));

function draw() {
  bar.draw({ state, busy, error, found, now, place });
  if (!report) return;
  render(whoseView(report, place, state), $('whose'));
  drawOutline();
  render(reportBody(report, marksOf), $('report-text'));
  const paragraph = report.paragraphs.find((p) => p.id === current) ?? null;
  render(metaView(report, { paragraph, share: shares.get(current) ?? 0, town, revisions, state, correct }), $('meta'));
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
  (document.querySelector(`mark[data-hit="${to}"]`) ?? $(current)).scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' });
  lookForHeading();
}

/** On to another hit; from the last on into the next report that the search found. @param {number} by */
async function walk(by) {
  const to = now + by, { signal } = aborter;
  if (found.places.length && (to < 0 || to >= found.places.length)) {
    const list = await lookForPlace();
    if (signal.aborted) return;
    const other = by < 0 ? list?.previous : list?.next;
    if (other) {
      location.assign(reportUrl(other.id, by < 0 ? FROM_END : null, state));
      return;
    }
  }
  goTo(stepFrom(now, by, found.places.length));
}

/** Which report of the list this is, and which are before and behind. It can wait until the text stands. */
function lookForPlace() {
  const { signal } = aborter;
  looking ??= placeInList(state, reportId).catch(() => null).then((answer) => {
    if (!signal.aborted) later(() => { place = answer; });
    return answer;
  });
  return looking;
}

/** Says so where the paragraph of the address is gone, and what is nearest to it. */
function sayGone() {
  const [id, ordinal] = hashParts();
  const gone = Boolean(id) && id !== FROM_END && !report.paragraphs.some((p) => p.id === id);
  render(gone ? goneView(nearestTo(report.paragraphs, id, Number(ordinal) || 0, found.places)) : null, $('gone'));
  return gone;
}

/** Brings the paragraph of the URL below the bar, and its first hit into view if that is further down. */
function arrive() {
  if (sayGone()) {
    current = '';
    return;
  }
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
  [found, counts, error, now, busy, place, looking] = [noHits, new Map(), null, -1, Boolean(state.q), null, null];
  draw();
  if (!state.q) return true;
  try {
    const [answer] = await Promise.all([highlight(reportId, state.q, state.mode, signal), loaded]);
    if (signal.aborted) return false;
    found = hitList(report.paragraphs, answer.paragraphs);
    counts = hitsByHeading(report.paragraphs.map((p) => p.id), outline, found.places);
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
  if (!await findHits()) return;
  goTo(0);
  lookForPlace();
}

/** What may come after the text, or not at all. */
function later(change) {
  change();
  draw();
}

async function load() {
  report = await fetchReport(reportId).finally(() => $('report-text').replaceChildren());
  outline = wholeOutline(report);
  document.title = `${titleOf(report).slice(0, 80)} - ${SITE}`;
  $('printed-link').textContent = location.origin + reportUrl(reportId, null);
  draw();
  // Open beside a wide text, a single line above a narrow one.
  $('about').open = matchMedia('(min-width: 1280px)').matches;
  sameTown(report).then((answer) => later(() => { town = answer; }), () => {});
  revisionsOf(report.id).then((answer) => later(() => { revisions = answer.revisions; }), () => {});
  formulaShares(report).then((answer) => later(() => { shares = answer; }), () => {});
  corrector($('correct'), () => report, take).then((answer) => later(() => { correct = answer; }), () => {});
}

/** Takes the report as it is corrected. */
function take(corrected) {
  const { previousYear, nextYear } = report;
  later(() => { report = { ...corrected, previousYear, nextYear }; });
  sameTown(report).then((answer) => later(() => { town = answer; }), () => {});
}

let loaded;
async function open() {
  const was = history.state;
  loaded = load();
  try {
    const hits = findHits();
    await loaded;
    // The text first: the paragraph of the link need not wait for the hits.
    if (was?.scroll == null && current && current !== FROM_END) arrive();
    await hits;
    if (was?.scroll == null) {
      if (current || hashId() || state.q) arrive();
    } else {
      now = found.firsts.get(current) ?? now;
      draw();
      scrollTo(0, was.scroll);
    }
    lookForHeading();
    lookForPlace();
  } catch (failure) {
    bar.draw({ state: { ...state, q: '' }, busy: false, error: null, found: noHits, now: -1 });
    render(failure.kind === 'missing'
      ? html`<div class="message" data-testid="error" data-kind="missing"><h1>没有这份报告</h1>
        <p>它可能已从索引中移除，或链接不完整。</p><p><a href="/">检索首页</a></p></div>`
      : failureView(failure, () => location.reload()), $('report-text'));
  } finally {
    $('report').removeAttribute('aria-busy');
  }
}

addEventListener('popstate', async () => {
  const next = parseState(location.search), was = history.state;
  const changed = next.q !== state.q || next.mode !== state.mode;
  [state, current] = [next, hashId()];
  bar.fill(state);
  if (!report || (changed && !(await findHits()))) return;
  now = found.firsts.get(current) ?? now;
  sayGone();
  draw();
  if (was?.scroll != null) scrollTo(0, was.scroll);
  lookForPlace();
});

const lookForHeading = watchHeadings(() => outline, barHeight, () => document.querySelector('.para--current'), (at) => {
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
  ...onHand(() => document.querySelector('.para--current'), { c: '[data-testid=paragraph-copy-citation]', e: '[data-testid=excerpt]' }),
}, bar.box);
wayBack(state, askRestore);
bar.fill(state);
open();
