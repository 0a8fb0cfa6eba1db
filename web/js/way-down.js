// The way down to a region, each step back up a link.
import { html, nothing } from './lit.js';

/** @param {string} path 示例省/云渚市, '' for all regions @param {(path: string, name: string) => unknown} link to a region above
 *  @param {string} testId */
export function wayDown(path, link, testId) {
  if (!path) return nothing;
  const steps = path.split('/');
  return html`<p class="way" data-testid=${testId}>${link('', '全部地区')}${steps.map((step, i) => html` › ${
    i === steps.length - 1 ? html`<b>${step}</b>` : link(steps.slice(0, i + 1).join('/'), step)}`)}</p>`;
}
