// Whose report this is, and which one of the list: what the bar says at any place of the text.
import { html, nothing } from './lit.js';
import { figure, townOf, yearOf } from './names.js';
import { reportUrl } from './state.js';
import { townLink } from './town-link.js';

const name = (other) => `${townOf(other)} ${yearOf(other)}`;

/** @param {object} report @param {import('./report-place.js').Place|null} place @param {import('./state.js').SearchState} state */
export function whoseView(report, place, state) {
  const step = (other, what, sign) => (other ? html`<a class="whose__step" href=${reportUrl(other.id, null, state)} title="${what}：${name(other)}"
    data-testid="report-${sign}"><span class="unseen">${what}：${name(other)}</span></a>` : nothing);
  return html`<div class="whose__names"><p class="whose__who" data-testid="whose"><b>${townLink(report)}</b> <span class=${report.year == null ? 'missing' : ''}>${yearOf(report)}</span>${report.yearDoubt ? html` <span class="doubt" title=${report.yearDoubt} data-testid="whose-doubt">年份可疑</span>` : nothing}</p>
    ${place ? html`<p class="whose__place" data-testid="report-place">${place.at ? `第 ${figure(place.at)} / ${figure(place.total)} 份` : `共 ${figure(place.total)} 份`}<small>按${place.order}</small></p>` : nothing}</div>
    ${place ? html`${step(place.previous, '上一份', 'previous')}${step(place.next, '下一份', 'next')}` : nothing}`;
}

/** What is said of a link to a paragraph that is not there any more.
 * @param {import('./api.js').Paragraph[]} nearest */
export const goneView = (nearest) => html`<div class="remark gone" data-testid="gone"><p><b>这一段已改动或移走。</b>${nearest.length
  ? '最接近的是：' : '可在上面的框里查找记得的文字。'}</p>${nearest.length ? html`<ul role="list">${nearest.map(({ id, ordinal, text }) =>
  html`<li><a href="#${encodeURIComponent(id)}" data-testid="gone-nearest">第 ${ordinal} 段：${text.slice(0, 40)}${text.length > 40 ? '……' : ''}</a></li>`)}</ul>` : nothing}</div>`;

/** The paragraphs nearest to one that is gone: the same text where it was a repetition, the place that its link remembers,
 * else what the query finds.
 * @param {import('./api.js').Paragraph[]} paragraphs @param {string} id @param {number} ordinal 0 where the link has none
 * @param {{paragraphId: string}[]} places */
export function nearestTo(paragraphs, id, ordinal, places) {
  const same = paragraphs.filter((p) => p.id.split('-')[0] === id.split('-')[0]);
  if (same.length) return same.slice(0, 1);
  if (ordinal && paragraphs.length) return [paragraphs[Math.min(ordinal, paragraphs.length) - 1]];
  const found = new Set(places.map(({ paragraphId }) => paragraphId));
  return paragraphs.filter((p) => found.has(p.id)).slice(0, 3);
}
