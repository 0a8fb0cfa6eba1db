// The URL is the only store of what is searched. This module reads and writes it; it touches no DOM.

/** @typedef {'region'|'town'|'year'|'section'} Facet */
/** @typedef {'exact'|'words'|'loose'} Mode */
/** @typedef {'relevance'|'newest'|'oldest'|'town'} Sort */
/** @typedef {{q: string, mode: Mode, sort: Sort, fold: boolean, filters: Record<Facet, string[]>}} SearchState
 *  A filter value with a leading "-" excludes. `fold` lists near-identical paragraphs once. */

/** @type {Facet[]} */
export const FACETS = ['region', 'town', 'year', 'section'];
const MODES = ['words', 'exact', 'loose'];
const SORTS = ['relevance', 'newest', 'oldest', 'town'];

const oneOf = (allowed, value) => (allowed.includes(value) ? value : allowed[0]);

/** @param {string} search location.search @returns {SearchState} */
export function parseState(search) {
  const params = new URLSearchParams(search);
  const filters = {};
  for (const facet of FACETS) filters[facet] = [...new Set(params.getAll(facet).filter((v) => v && v !== '-'))];
  return {
    q: (params.get('q') ?? '').trim(),
    mode: oneOf(MODES, params.get('mode')),
    sort: oneOf(SORTS, params.get('sort')),
    fold: params.get('fold') !== 'false',
    filters,
  };
}

/** Parameters in a fixed order, defaults left out, so that equal states give equal URLs.
 * @param {SearchState} state @returns {URLSearchParams} */
export function stateParams(state) {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  if (state.mode !== MODES[0]) params.set('mode', state.mode);
  for (const facet of FACETS) for (const value of state.filters[facet]) params.append(facet, value);
  if (state.sort !== SORTS[0]) params.set('sort', state.sort);
  if (!state.fold) params.set('fold', 'false');
  return params;
}

const withQuery = (path, params) => (String(params) ? `${path}?${params}` : path);

/** @param {SearchState} state */
export const searchUrl = (state) => withQuery('/', stateParams(state));

/** The reading page, keeping the whole search in its URL so that the way back survives a reload.
 * @param {string} reportId @param {string|null} paragraphId @param {SearchState} [state] */
export function reportUrl(reportId, paragraphId, state) {
  const path = withQuery(`/reports/${encodeURIComponent(reportId)}`, state ? stateParams(state) : new URLSearchParams());
  return paragraphId ? `${path}#${encodeURIComponent(paragraphId)}` : path;
}

/** Neither words nor filters: the start view. @param {SearchState} state */
export const isStart = (state) => !state.q && FACETS.every((facet) => state.filters[facet].length === 0);

/** @param {SearchState} state @param {Facet} facet @param {string} value
 *  @returns {'include'|'exclude'|null} */
export function filterOf(state, facet, value) {
  if (state.filters[facet].includes(value)) return 'include';
  return state.filters[facet].includes(`-${value}`) ? 'exclude' : null;
}

/**
 * A state in which the value is included, excluded or neither. Choosing a region drops chosen regions above
 * and below it: they would make the choice mean nothing.
 * @param {SearchState} state @param {Facet} facet @param {string} value
 * @param {'include'|'exclude'|null} how @returns {SearchState}
 */
export function withFilter(state, facet, value, how) {
  const related = (other) => other === value || (facet === 'region' && how === 'include'
    && (other.startsWith(`${value}/`) || value.startsWith(`${other}/`)));
  const kept = state.filters[facet].filter((v) => (v.startsWith('-') ? v.slice(1) !== value : !related(v)));
  if (how) kept.push(how === 'exclude' ? `-${value}` : value);
  return { ...state, filters: { ...state.filters, [facet]: kept } };
}

/** @param {SearchState} state @returns {SearchState} */
export const withoutFilters = (state) => ({ ...state, filters: { region: [], town: [], year: [], section: [] } });

/** Every active filter as {facet, value, excluded}. @param {SearchState} state */
export const activeFilters = (state) => FACETS.flatMap((facet) => state.filters[facet].map((v) => ({
  facet, value: v.replace(/^-/, ''), excluded: v.startsWith('-'),
})));
