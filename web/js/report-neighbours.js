// The reports beside one: of the same town in other years, and before and behind it among those that a search found.
import { get, matchingReports, search } from './api.js';
import { parseState, withFilter } from './state.js';

const UNSTATED = '未注明', PAGE = 200, MOST_PAGES = 5;

const places = ({ province, city, county }) => [province, city, county].filter(Boolean).join('/');

/** The reports of the same town, oldest first; none where its town is not stated. @param {object} report @returns {Promise<object[]>} */
export async function sameTown(report) {
  if (report.town == null) return [];
  const params = new URLSearchParams({ town: report.town, size: String(PAGE) });
  const { reports } = await get('reports', params);
  return reports.filter((other) => other.year != null && places(other) === places(report)).sort((a, b) => a.year - b.year);
}

/** The last before and the first after it. @param {object[]} reports those of its town @param {object} report */
export const besideInTime = (reports, report) => (report.year == null ? {} : {
  before: reports.findLast(({ year }) => year < report.year), after: reports.find(({ year }) => year > report.year),
});

/** The reports that a search goes on and back to. Of a very long list only the first are looked through.
 * @param {import('./state.js').SearchState} state @param {string} id
 * @returns {Promise<{previous: string|null, next: string|null}>} their ids */
export async function besideInSearch(state, id) {
  const by = state.view === 'reports' && state.by ? state.by : state.sort === 'relevance' ? 'most' : state.sort;
  let cursor = null, last = null, found = false;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await matchingReports({ ...state, by }, state.mode, { cursor, size: PAGE });
    for (const { report } of answer.reports) {
      if (found) return { previous: found.previous, next: report.id };
      if (report.id === id) found = { previous: last };
      last = report.id;
    }
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return { previous: found ? found.previous : null, next: null };
}

/** How much of each paragraph is formula, by its id: what a search of this town and year says of them.
 * @param {object} report @returns {Promise<Map<string, number>>} empty where it is not to be had in one page */
export async function formulaShares(report) {
  let state = { ...parseState(''), fold: false, sort: 'oldest' };
  state = withFilter(state, 'town', report.town ?? UNSTATED, 'include');
  state = withFilter(state, 'year', String(report.year ?? UNSTATED), 'include');
  if (places(report)) state = withFilter(state, 'region', places(report), 'include');
  const { hits, nextCursor } = await search(state, { size: PAGE });
  if (nextCursor && !hits.some(({ reportId }) => reportId === report.id)) return new Map();
  return new Map(hits.filter(({ reportId }) => reportId === report.id).map((hit) => [hit.paragraphId, hit.formulaShare]));
}
