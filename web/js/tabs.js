// The views of one search, as links: each has an address of its own.
import { html, nothing } from './lit.js';
import { VIEW_NAMES, VIEW_ORDERS } from './names.js';
import { VIEWS, searchUrl } from './state.js';

/** @param {import('./state.js').SearchState} state */
export const tabsView = (state) => html`<ul role="list">${VIEWS.map((view) => html`<li><a data-go data-testid="tab-${view}"
  href=${searchUrl({ ...state, view, by: '', unit: '', alike: false, whole: false, parent: '' })} aria-current=${view === state.view ? 'page' : nothing}>${VIEW_NAMES[view]}</a></li>`)}</ul>`;

/** The order that a state is shown in. @param {import('./state.js').SearchState} state */
export function orderOf(state) {
  const orders = VIEW_ORDERS[state.view];
  const chosen = state.view === VIEWS[0] ? state.sort : state.by;
  return chosen in orders ? chosen : Object.keys(orders)[0];
}

/** The state in another order. @param {import('./state.js').SearchState} state @param {string} order */
export function inOrder(state, order) {
  if (state.view === VIEWS[0]) return { ...state, sort: order };
  return { ...state, by: order === Object.keys(VIEW_ORDERS[state.view])[0] ? '' : order };
}

/** The choices of the order. @param {import('./state.js').SearchState} state */
export const orderOptions = (state) => Object.entries(VIEW_ORDERS[state.view]).map(([value, name]) =>
  html`<option value=${value} ?selected=${value === orderOf(state)}>${name}</option>`);

/** Leads from a part of what was found to the whole of it. @param {boolean} part @param {import('./state.js').SearchState} state */
export const wholeLink = (part, state) => (part ? html` <a data-go class="chip-like" href=${searchUrl({ ...state, whole: true })} data-testid="read-whole"
  title="段落很多，可能要十几秒">读完全部</a>` : nothing);
