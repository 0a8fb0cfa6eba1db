// A hit's near-identical paragraphs: the button that opens them, and the list below the hit.
import { hitKey } from './api.js';
import { html, nothing, repeat } from './lit.js';
import { figure, titleOf, townOf, yearOf } from './names.js';
import { differingNumbers } from './near-numbers.js';
import { reportUrl } from './state.js';

/** “另有 3 个乡镇近似（最早 2023 年度）” */
function buttonName({ paragraphs, towns, earliestYear }) {
  if (!towns) return `另有 ${figure(paragraphs)} 段近似`;
  return html`<span>另有 ${figure(towns)} 个乡镇近似${earliestYear == null ? nothing : html`（最早 ${earliestYear}<span class="roomy"> 年度</span>）`}</span>`;
}

const listId = (id) => `${id}-near`;

/** @param {import('./api.js').Hit} hit @param {string} id the hit's element @param {import('./near-lists.js').NearLists} near */
export function nearButton(hit, id, near) {
  if (!hit.nearIdentical?.paragraphs) return nothing;
  const open = near.of(hit) !== null;
  return html`<button type="button" class="near-open" data-testid="near-open" aria-expanded=${open}
    aria-controls=${open ? listId(id) : nothing} @click=${() => near.toggle(hit)}>${buttonName(hit.nearIdentical)}</button>`;
}

const MOST_NUMBERS = 6;

/** The numbers that differ, for the rest is the same. */
function numbersView(hit, other) {
  const numbers = differingNumbers(hit.text, other.text);
  if (!numbers.length) return '数字相同';
  return html`${numbers.slice(0, MOST_NUMBERS).map(({ before, number }, i) => html`${i ? '，' : ''}${before}<b>${number}</b>`)}${numbers.length > MOST_NUMBERS ? '……' : ''}`;
}

/** @param {import('./api.js').Hit} hit @param {string} id @param {import('./state.js').SearchState} state
 *  @param {import('./near-lists.js').NearLists} near */
export function nearList(hit, id, state, near) {
  const list = near.of(hit);
  if (!list) return nothing;
  const { hits, busy, failed, done } = list;
  const more = async () => {
    const before = hits.length;
    await near.more(hit);
    // The button has moved down or gone: go on at the first new line.
    if (hits.length > before) document.querySelectorAll(`#${listId(id)} li a`)[before]?.focus();
  };
  const item = (other) => html`<li data-testid="near-item"><a href=${reportUrl(other.reportId, other.paragraphId, state)} title=${titleOf(other)}
    ><b>${townOf(other)}</b> <span class="near__year">${yearOf(other)}</span> <span class="near__numbers">${numbersView(hit, other)}</span></a></li>`;
  return html`<div class="near" id=${listId(id)} data-testid="near">
    ${hits.length ? html`<ul role="list" aria-label="近似的段落">${repeat(hits, hitKey, item)}</ul>` : nothing}
    <p class="near__note" role="status">${failed ? '近似的段落加载未成功。' : busy && !hits.length ? '正在加载近似的段落' : done && !hits.length ? '没有其他近似的段落。' : nothing}</p>
    ${failed || (hits.length && !done) ? html`<button type="button" class="plain" data-testid="near-more" aria-disabled=${busy} @click=${more}
      >${busy ? '正在加载' : failed ? '重试' : '继续加载'}</button>` : nothing}
  </div>`;
}
