// Addresses of the towns' pages: by place, for towns of one name there are many.
import { html } from './lit.js';
import { townOf } from './names.js';

/** @typedef {{province?: string|null, city?: string|null, county?: string|null, town?: string|null}} Placed */

/** @param {string} path 示例省/临溪县/柳湾镇 */
export const placeUrl = (path) => `/towns/${path.split('/').map(encodeURIComponent).join('/')}`;

/** @param {Placed} head @returns {string|null} null where its town is not stated */
export const townUrl = ({ province, city, county, town }) =>
  (town ? placeUrl([province, city, county, town].filter(Boolean).join('/')) : null);

/** The town's name, as a link where there is a page for it. @param {Placed} head */
export function townLink(head) {
  const url = townUrl(head);
  return url ? html`<a href=${url} data-testid="town-link">${head.town}</a>` : html`<span class="missing">${townOf(head)}</span>`;
}
