// The URL is the only store of what is searched. This module reads and writes it; it touches no DOM.

/** @typedef {'region'|'town'|'year'|'section'} Facet */
/** @typedef {'exact'|'words'|'most'|'loose'} Mode */
/** @typedef {'relevance'|'newest'|'oldest'|'town'|'first-seen'} Sort */
/** @typedef {'paragraphs'|'reports'|'lines'|'spread'|'figures'|'words'} View */
/** @typedef {{q: string, mode: Mode, sort: Sort, fold: boolean, filters: Record<Facet, string[]>, view: View, by: string, unit: string, alike: boolean, whole: boolean, parent: string}} SearchState
 *  A filter value with a leading "-" excludes. `fold` lists near-identical paragraphs once. `view` is how what was
 *  found is shown, `by` the order of a view other than the paragraphs, '' for its own, `unit` which figures, '' for all,
 *  `alike` whether those of other names too, `whole` whether all is read where only a part would be, `parent` the region whose parts are shown, '' for the whole. */

/** @type {Facet[]} */
export const FACETS = ['region', 'town', 'year', 'section'];
const MODES = ['words', 'exact', 'most', 'loose'];
const SORTS = ['relevance', 'newest', 'oldest', 'town', 'first-seen'];
/** @type {View[]} */
export const VIEWS = ['paragraphs', 'reports', 'lines', 'spread', 'figures', 'words'];

const oneOf = (allowed, value) => (allowed.includes(value) ? value : allowed[0]);

/** @param {string} search location.search @returns {SearchState} */
export function parseState(search) {
  const params = new URLSearchParams(search);
  const filters = {};
  for (const facet of FACETS) filters[facet] = [...new Set(params.getAll(facet).filter((v) => v && v !== '-'))];
  const view = oneOf(VIEWS, params.get('view'));
  return {
    q: (params.get('q') ?? '').trim(),
    mode: oneOf(MODES, params.get('mode')),
    sort: oneOf(SORTS, params.get('sort')),
    fold: params.get('fold') !== 'false',
    filters,
    view,
    by: view === 'paragraphs' ? '' : params.get('by') ?? '',
    unit: view === 'figures' ? params.get('unit') ?? '' : '',
    alike: view === 'figures' && params.get('alike') === 'true',
    whole: ['lines', 'figures'].includes(view) && params.get('whole') === 'true',
    parent: view === 'spread' ? params.get('parent') ?? '' : '',
  };
}

/** What is searched, as the API takes it: in a fixed order, defaults left out, so that equal searches are equal texts.
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

/** What is searched and how it is shown, as the page's address says it. @param {SearchState} state */
function pageParams(state) {
  const params = stateParams(state);
  if (state.view !== VIEWS[0]) params.set('view', state.view);
  if (state.by) params.set('by', state.by);
  if (state.unit) params.set('unit', state.unit);
  if (state.alike) params.set('alike', 'true');
  if (state.whole) params.set('whole', 'true');
  if (state.parent) params.set('parent', state.parent);
  return params;
}

/** Whether two states search for the same, however they show it. @param {SearchState} a @param {SearchState} b */
export const sameSearch = (a, b) => String(stateParams(a)) === String(stateParams(b));

const withQuery = (path, params) => (String(params) ? `${path}?${params}` : path);

/** @param {SearchState} state */
export const searchUrl = (state) => withQuery('/', pageParams(state));

/** The reading page, keeping the whole search in its URL so that the way back survives a reload.
 * @param {string} reportId @param {string|null} paragraphId @param {SearchState} [state] */
export function reportUrl(reportId, paragraphId, state) {
  const path = withQuery(`/reports/${encodeURIComponent(reportId)}`, state ? pageParams(state) : new URLSearchParams());
  return paragraphId ? `${path}#${encodeURIComponent(paragraphId)}` : path;
}

/** The page of what is similar to a paragraph, or to that of its statements in which the first match stands.
 * @param {{reportId: string, paragraphId: string, ranges?: import('./ranges.js').Range[]}} hit */
export function similarUrl({ reportId, paragraphId, ranges }) {
  const params = new URLSearchParams({ of: `${reportId}.${paragraphId}` });
  if (ranges?.length) params.set('at', String(ranges[0].start));
  return `/similar.html?${params}`;
}

/** The page that compares two reports; one of them may be chosen there. @param {string} a @param {string} b */
export function compareUrl(a, b) {
  const params = new URLSearchParams();
  if (a) params.set('a', a);
  if (b) params.set('b', b);
  return withQuery('/compare.html', params);
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
