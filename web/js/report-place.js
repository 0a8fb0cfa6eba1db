// Where the report stands in the list that the reader came from: the same search in the same order, report by report.
import { matchingReports, search } from './api.js';
import { VIEW_ORDERS } from './names.js';
import { VIEWS, isStart, searchUrl } from './state.js';

const PAGE = 200, MOST_PAGES = 5, FRESH_MS = 600_000;
const STORE = 'govsearch:list';

/** @typedef {{id: string, town: string|null, year: number|null}} Listed */
/** @typedef {{order: string, at: number, total: number, previous: Listed|null, next: Listed|null}} Place
 *  `at`: from 1, 0 where the report was not met; `order`: what the list goes by, as the page names it */

/** The order of the list; views that list no reports or paragraphs go on by that of the paragraphs. */
function orderOf(state) {
  const byReport = state.view === 'reports';
  const orders = VIEW_ORDERS[byReport ? 'reports' : VIEWS[0]];
  const chosen = byReport ? state.by : state.sort;
  const order = chosen in orders ? chosen : Object.keys(orders)[0];
  return { byReport, order, name: orders[order] };
}

const listed = ({ id, town, year }) => ({ id, town, year });

/** A page of the list. @returns {Promise<{reports: Listed[], next: string|null, total: number|null, mode: string}>} */
async function page(state, { byReport, order }, cursor) {
  if (byReport) {
    const answer = await matchingReports({ ...state, by: order }, state.mode, { cursor, size: PAGE });
    return { reports: answer.reports.map(({ report }) => listed(report)), next: answer.nextCursor, total: answer.total, mode: state.mode };
  }
  // Near-identical paragraphs unfolded: a report of nothing else would be missing.
  const answer = await search({ ...state, fold: false }, { cursor, size: PAGE });
  return {
    reports: answer.hits.map(({ reportId, town, year }) => ({ id: reportId, town, year })), next: answer.nextCursor, total: null, mode: answer.mode,
  };
}

const totalOf = async (state, mode) => (await matchingReports({ ...state, by: '' }, mode, { size: 1 })).total;

/** The list up to and beyond a report, as far as it is worth looking. */
async function read(state, by, id) {
  const reports = new Map();
  let cursor = null, total = null, mode = state.mode, whole = false;
  for (let i = 0; i < MOST_PAGES; i += 1) {
    const some = await page(state, by, cursor);
    for (const report of some.reports) if (!reports.has(report.id)) reports.set(report.id, report);
    [cursor, mode, total] = [some.next, some.mode, some.total ?? total];
    whole = !cursor;
    if (whole || (reports.has(id) && [...reports.keys()].at(-1) !== id)) break;
  }
  total = whole ? reports.size : total ?? await totalOf(state, mode);
  return { reports: [...reports.values()], total };
}

function kept(key) {
  try {
    const list = JSON.parse(sessionStorage.getItem(STORE) ?? 'null');
    return list?.key === key && Date.now() - list.time < FRESH_MS ? list : null;
  } catch {
    return null; // Storage may be forbidden; then the list is asked for again.
  }
}

function keep(key, list) {
  try {
    sessionStorage.setItem(STORE, JSON.stringify({ ...list, key, time: Date.now() }));
  } catch {
    // Asked for again, then.
  }
}

/** @param {import('./state.js').SearchState} state @param {string} id @returns {Promise<Place|null>} null where nothing was searched for */
export async function placeInList(state, id) {
  if (isStart(state)) return null;
  const by = orderOf(state), key = searchUrl(state);
  let list = kept(key);
  const isEnough = (l) => {
    const at = l.reports.findIndex((report) => report.id === id);
    return at >= 0 && (at + 1 < l.reports.length || l.reports.length >= l.total);
  };
  if (!list || !isEnough(list)) {
    list = await read(state, by, id);
    keep(key, list);
  }
  const at = list.reports.findIndex((report) => report.id === id);
  return {
    order: by.name, at: at + 1, total: list.total,
    previous: at > 0 ? list.reports[at - 1] : null, next: at >= 0 ? list.reports[at + 1] ?? null : null,
  };
}
