// The server's answers, or an ApiError that says what to tell the reader.
import { stateParams } from './state.js';

/** @typedef {import('./ranges.js').Range} Range */
/** @typedef {{reportId: string, paragraphId: string, kind: string, text: string, ranges: Range[],
 *   headingPath: string[], section: string, title: string|null, town: string|null, county: string|null,
 *   city: string|null, province: string|null, year: number|null, yearDoubtful: boolean, inReport: number, formulaShare: number,
 *   nearIdentical: {paragraphs: number, towns: number, earliestYear: number|null}}} Hit */
/** @typedef {{kind: string, label: string, start: number, end: number, verbatim: string|null}} Understood a part of the query */
/** @typedef {{value: string, count: number, children: number}} FacetValue `children`: how many are directly below a region */
/** @typedef {{mode: string, total: {value: number, exact: boolean}, foldedTotal: number, literalTotal: number,
 *   reports: number, towns: number, firstYear: number|null, lastYear: number|null, doubtfulYears: number[],
 *   hits: Hit[], partial: Hit[] those with most of the words, where few have all,
 *   facets: Record<string, FacetValue[]>, facetTotals: Record<string, number>,
 *   understood: Understood[], notices: {code: string, message: string, start: number, end: number}[],
 *   instead: Instead|null, nextCursor: string|null, tookMillis: number}} SearchAnswer */
/** @typedef {{phrases: {text: string, query: string, count: number, exact: boolean}[], without: {kind: 'filter'|'substance'|'part',
 *   field: string|null, values: string[], label: string|null, query: string, count: number}[]}} Instead what would find something */
/** @typedef {{id: string, ordinal: number, kind: string, text: string, headingPath: string[],
 *   section: string}} Paragraph */

/** @param {Hit} hit */
export const hitKey = (hit) => `${hit.reportId}.${hit.paragraphId}`;

export class ApiError extends Error {
  /** @param {'offline'|'refused'|'failed'|'missing'} kind @param {{detail?: string, status?: number, start?: number, end?: number}} problem */
  constructor(kind, problem = {}) {
    super(problem.detail ?? kind);
    this.kind = kind;
    this.detail = problem.detail ?? '';
    this.status = problem.status ?? 0;
    this.start = problem.start;
    this.end = problem.end;
  }
}

/** A web server in between answers 502 and 504 while the service itself is away. */
const kindOf = (status) => ({
  400: 'refused', 404: 'missing', 414: 'refused', 422: 'refused', 502: 'offline', 504: 'offline',
}[status] ?? 'failed');

/** @param {string} path @param {URLSearchParams|null} params @param {AbortSignal} [signal] */
export const get = (path, params, signal) => answer(path, params, { signal });

/** The server's answer as it came; an ApiError for one that is a problem or none at all.
 * @param {string} path below the API @param {URLSearchParams|null} params @param {RequestInit} [init] */
export async function send(path, params, init = {}) {
  const query = params ? String(params) : '';
  const url = query ? `/api/v1/${path}?${query}` : `/api/v1/${path}`;
  let response;
  try {
    response = await fetch(url, { ...init, headers: { accept: 'application/json', ...init.headers } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError('offline');
  }
  if (response.ok) return response;
  // A web server in between may answer in its own words, which are no problem details.
  const problem = await response.json().catch(() => ({}));
  const detail = problem.detail ?? problem.title ?? (response.status === 414 ? '检索词过长，请缩短。' : '');
  throw new ApiError(kindOf(response.status), { ...problem, detail, status: response.status });
}

/** The same, as JSON. @param {string} path @param {URLSearchParams|null} params @param {RequestInit} [init] */
export async function answer(path, params, init) {
  const response = await send(path, params, init);
  try {
    return await response.json();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError('failed', { detail: '服务的回答不完整。' });
  }
}

/** As many hits of one report stand in the list, lest a long report fill it. */
export const PER_REPORT = 3;

/** @param {import('./state.js').SearchState} state @param {{cursor?: string|null, size?: number, perReport?: number, signal?: AbortSignal}} [page]
 *  @returns {Promise<SearchAnswer>} */
export function search(state, { cursor, size, perReport, signal } = {}) {
  const params = stateParams(state);
  params.set('mode', state.mode);
  params.set('fold', String(state.fold));
  if (perReport) params.set('perReport', String(perReport));
  if (size != null) params.set('size', String(size));
  if (cursor) params.set('cursor', cursor);
  return get('search', params, signal);
}

/** Values of the facets beyond those of an answer. @param {import('./state.js').SearchState} state @param {Record<string, string>} which
 *  @returns {Promise<Record<string, FacetValue[]>>} */
export async function facetValues(state, which) {
  const params = stateParams(state);
  for (const [name, value] of Object.entries({ ...which, mode: state.mode, fold: String(state.fold), size: '1' })) params.set(name, value);
  return (await get('search', params)).facets;
}

/** A page of a view of what a state finds. @param {string} path @param {import('./state.js').SearchState} state
 *  @param {string} mode the one that the search was answered in @param {Record<string, string|null>} more */
function viewPage(path, state, mode, more, signal) {
  const params = stateParams(state);
  params.delete('sort');
  params.set('mode', mode);
  params.set('fold', String(state.fold));
  for (const [name, value] of Object.entries(more)) if (value) params.set(name, value);
  return get(path, params, signal);
}

/** @typedef {{cursor?: string|null, size?: number, signal?: AbortSignal}} Page */
/** The reports that have what a state finds: all of them, near-identical paragraphs or not. @param {import('./state.js').SearchState} state @param {string} mode @param {Page} page */
export const matchingReports = (state, mode, { cursor, size = 30, signal }) =>
  viewPage('search/reports', { ...state, fold: false }, mode, { sort: state.by, size: String(size), cursor }, signal);

/** Every place on a line of its own. @param {import('./state.js').SearchState} state @param {string} mode @param {Page} page */
export const concordance = (state, mode, { cursor, signal }) =>
  viewPage('concordance', state, mode, { sort: state.by, size: '60', context: '40', whole: state.whole ? 'true' : null, cursor }, signal);

/** The numbers that belong to a phrase, which is taken literally. @param {import('./state.js').SearchState} state @param {Page} page */
export function figures(state, { cursor, signal }) {
  const params = stateParams(state);
  for (const name of ['sort', 'mode', 'fold']) params.delete(name);
  params.set('size', '60');
  if (state.by) params.set('sort', state.by);
  if (state.unit) params.set('unit', state.unit);
  if (state.alike) params.set('thesaurus', 'true');
  if (state.whole) params.set('whole', 'true');
  if (cursor) params.set('cursor', cursor);
  return get('figures', params, signal);
}

/** What the query being typed may be completed to. @param {string} q @param {AbortSignal} [signal]
 *  @returns {Promise<{kind: string, text: string, ranges: Range[], query: string, count: number}[]>} */
export const suggest = async (q, signal) => (await get('suggest', new URLSearchParams({ q, size: '8' }), signal)).suggestions;

/** Where all that a state finds is given as a file: every paragraph, for a town must not be lost among near-identical ones. @param {import('./state.js').SearchState} state
 *  @param {string} mode the one that the search was answered in
 *  @param {'search'|'concordance'} of @param {'csv'|'xlsx'|'jsonl'} format */
export function exportUrl(state, mode, of, format) {
  const params = stateParams(state);
  params.set('mode', mode);
  params.delete('fold');
  if (of === 'concordance') params.delete('sort');
  params.set('of', of);
  params.set('format', format);
  return `/api/v1/export?${params}`;
}

/** Where new matches of a state are told. @param {import('./state.js').SearchState} state @param {string} mode the one that the search was answered in */
export function watchUrl(state, mode) {
  const params = stateParams(state);
  params.set('mode', mode);
  for (const name of ['sort', 'fold']) params.delete(name);
  return `/api/v1/watch.atom?${params}`;
}

/** Since when a report is there, and what it said before. @param {string} id @returns {Promise<{seen: string|null, revisions: {key: string, until: string}[]}>} */
export const revisionsOf = (id) => get(`reports/${encodeURIComponent(id)}/revisions`, null);

/** One report whole: head, metadata, outline, paragraphs. @param {string} id @param {AbortSignal} [signal] */
export const report = (id, signal) => get(`reports/${encodeURIComponent(id)}`, null, signal);

/** @param {string} id @param {string} q @param {string} mode @param {AbortSignal} [signal]
 *  @returns {Promise<{paragraphs: {id: string, ranges: Range[]}[], count: number}>} */
export const highlight = (id, q, mode, signal) =>
  get(`reports/${encodeURIComponent(id)}/highlight`, new URLSearchParams({ q, mode }), signal);

/** @param {string} reportId @param {string} paragraphId
 *  @returns {Promise<{paragraph: Paragraph, citation: string, permalink: string}>} */
export const paragraph = (reportId, paragraphId) =>
  get(`paragraphs/${encodeURIComponent(reportId)}.${encodeURIComponent(paragraphId)}`, null);

/** The paragraphs that say the same, the one asked about among them. @param {string} key its hitKey
 *  @param {{cursor?: string|null, size: number}} page
 *  @returns {Promise<{total: number, hits: Hit[], nextCursor: string|null}>} */
export function nearIdentical(key, { cursor, size }) {
  const params = new URLSearchParams({ size: String(size) });
  if (cursor) params.set('cursor', cursor);
  return get(`paragraphs/${encodeURIComponent(key)}/near-identical`, params);
}

/** @param {string} id */
export const sourceUrl = (id) => `/api/v1/reports/${encodeURIComponent(id)}/source`;
