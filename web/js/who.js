// Who says it, when and where, on one line: of a hit, of a report.
import { html, nothing } from './lit.js';
import { regionOf, titleOf, townOf, yearOf } from './names.js';
import { doubtMark } from './year-doubt.js';

/** The issuer: the town, or the province, city or county where it reports itself. @param {import('./api.js').Hit} head */
function issuerOf(head) {
  const above = [head.province, head.city, head.county].filter(Boolean);
  if (head.town != null || !above.length) return { name: townOf(head), missing: head.town == null, region: regionOf(head) };
  return { name: above.at(-1), missing: false, region: above.slice(0, -1).join(' › ') };
}

/** @param {object} head of a report @param {string} url @param {string} id of the element that the name is
 *  @param {unknown} [more] behind it on the same line */
export function whoView(head, url, id, more = nothing) {
  const { name, missing, region } = issuerOf(head);
  return html`<h3 id=${id}><a href=${url} data-open data-testid="hit-title" title=${titleOf(head)}><b class=${missing ? 'missing' : ''}>${name}</b><span
    class="hit__year ${head.year == null ? 'missing' : ''}">${yearOf(head)}${head.yearDoubtful ? html` ${doubtMark}` : nothing}</span>${region ? html`<span class="hit__region">${region}</span>` : nothing}${more}</a></h3>`;
}
