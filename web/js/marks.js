// Text with marks, as the pages show it.
import { html } from './lit.js';
import { places, segments } from './ranges.js';

/** @param {string} text @param {import('./ranges.js').Range[]} ranges @param {number} [from] @param {number} [to] */
export const marked = (text, ranges, from, to) =>
  segments(text, ranges, from, to).map((piece) => (piece.mark ? html`<mark>${piece.text}</mark>` : piece.text));

/** “第 3 字” or “第 3—5 字” of the query. */
const placeName = ({ first, last }) => (last > first ? `第 ${first}—${last} 字` : `第 ${first} 字`);

/** The surroundings of a place in a query that may be long. */
const AROUND = 40;
const before = (text) => (text.length > AROUND ? `…${text.slice(-AROUND)}` : text);
const after = (text) => (text.length > AROUND ? `${text.slice(0, AROUND)}…` : text);

/**
 * A remark on the query: where, the query with that place underlined, and what is the matter.
 * @param {string} query @param {{message: string, start?: number, end?: number}} remark @param {'notice'|'error'} kind
 */
export function queryRemark(query, { message, start, end }, kind) {
  const placed = Number.isInteger(start) && Number.isInteger(end) && start <= query.length && query !== '';
  if (!placed) return html`<p class="remark remark--${kind}" data-testid="query-${kind}">${message}</p>`;
  const at = query.slice(start, end);
  return html`<p class="remark remark--${kind}" data-testid="query-${kind}">
    <span class="remark__place">${start >= query.length ? '末尾' : placeName(places(query, start, end))}</span>
    <code class="remark__query">${before(query.slice(0, start))}<em data-testid="query-place">${after(at) || '\u2038'}</em>${after(query.slice(end))}</code>
    <span class="remark__message">${message}</span></p>`;
}
