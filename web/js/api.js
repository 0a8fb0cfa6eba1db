// The server's answers, or an ApiError that says what to tell the reader.
import { stateParams } from './state.js';

/** @typedef {import('./ranges.js').Range} Range */
/** @typedef {{reportId: string, paragraphId: string, kind: string, text: string, ranges: Range[],
 *   headingPath: string[], section: string, title: string|null, town: string|null, county: string|null,
 *   city: string|null, province: string|null, year: number|null, formulaShare: number,
 *   nearIdentical: {paragraphs: number, towns: number, earliestYear: number|null}}} Hit */
/** @typedef {{kind: string, label: string, start: number, end: number}} Understood a part of the query */
/** @typedef {{value: string, count: number}} FacetValue */
/** @typedef {{mode: string, total: {value: number, exact: boolean}, foldedTotal: number, literalTotal: number,
 *   hits: Hit[], partial: Hit[] those with most of the words, where few have all,
 *   facets: Record<string, FacetValue[]>, facetTotals: Record<string, number>,
 *   understood: Understood[], notices: {code: string, message: string, start: number, end: number}[],
 *   instead: Instead|null, nextCursor: string|null, tookMillis: number}} SearchAnswer */
/** @typedef {{phrases: {text: string, query: string, count: number}[], without: {kind: 'filter'|'substance'|'part',
 *   field: string|null, values: string[], label: string|null, query: string, count: number}[]}} Instead what would find something */
/** @typedef {{id: string, ordinal: number, kind: string, text: string, headingPath: string[],
 *   section: string}} Paragraph */

/** @param {Hit} hit */
export const hitKey = (hit) => `${hit.reportId}.${hit.paragraphId}`;

export class ApiError extends Error {
  /** @param {'offline'|'refused'|'failed'|'missing'} kind @param {{detail?: string, start?: number, end?: number}} problem */
  constructor(kind, problem = {}) {
    super(problem.detail ?? kind);
    this.kind = kind;
    this.detail = problem.detail ?? '';
    this.start = problem.start;
    this.end = problem.end;
  }
}

const kindOf = (status) => ({ 400: 'refused', 404: 'missing', 414: 'refused', 422: 'refused' }[status] ?? 'failed');

async function get(path, params, signal) {
  const query = params ? String(params) : '';
  const url = query ? `/api/v1/${path}?${query}` : `/api/v1/${path}`;
  let response;
  try {
    response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError('offline');
  }
  if (response.ok) {
    try {
      return await response.json();
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      throw new ApiError('failed', { detail: '服务的回答不完整。' });
    }
  }
  // A web server in between may answer in its own words, which are no problem details.
  const problem = await response.json().catch(() => ({}));
  const detail = problem.detail ?? problem.title ?? (response.status === 414 ? '检索词过长，请缩短。' : '');
  throw new ApiError(kindOf(response.status), { ...problem, detail });
}

/** @param {import('./state.js').SearchState} state @param {{cursor?: string|null, size?: number, signal?: AbortSignal}} [page]
 *  @returns {Promise<SearchAnswer>} */
export function search(state, { cursor, size, signal } = {}) {
  const params = stateParams(state);
  params.set('mode', state.mode);
  params.set('fold', String(state.fold));
  if (size != null) params.set('size', String(size));
  if (cursor) params.set('cursor', cursor);
  return get('search', params, signal);
}

/** What the query being typed may be completed to. @param {string} q @param {AbortSignal} [signal]
 *  @returns {Promise<{kind: string, text: string, ranges: Range[], query: string, count: number}[]>} */
export const suggest = async (q, signal) => (await get('suggest', new URLSearchParams({ q, size: '8' }), signal)).suggestions;

/** Where all that a state finds is given as a file. @param {import('./state.js').SearchState} state
 *  @param {'search'|'concordance'} of @param {'csv'|'xlsx'|'jsonl'} format */
export function exportUrl(state, of, format) {
  const params = stateParams(state);
  params.set('mode', state.mode);
  params.set('fold', String(state.fold));
  if (of === 'concordance') params.delete('sort');
  params.set('of', of);
  params.set('format', format);
  return `/api/v1/export?${params}`;
}

/** How many reports the collection holds. @param {AbortSignal} [signal] @returns {Promise<number>} */
export const reportCount = async (signal) => (await get('reports', null, signal)).total;

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
