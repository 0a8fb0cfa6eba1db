// The reports beside one, of the same town in other years; and how much of its text is formula.
import { get, search } from './api.js';
import { parseState, withFilter } from './state.js';

const UNSTATED = '未注明', PAGE = 200;

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
