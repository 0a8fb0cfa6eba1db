// The query as it was understood: its parts below the box, each of which can be taken out.
import { html, nothing } from './lit.js';
import { searchUrl } from './state.js';

/** The query without a part of it. @param {string} q @param {{start: number, end: number}} part */
export const without = (q, { start, end }) => `${q.slice(0, start)} ${q.slice(end)}`.replace(/\s+/g, ' ').trim();

/** What is one part whatever the white space in it: a phrase, a group, alternatives. */
const ONE = /["“”„＂][^"“”„＂]*["“”„＂]|[(（][^()（）]*[)）]|\s+OR\s+/g;

/** Whether a query looks like several parts: before its answer is there, room is kept for them. @param {string} q */
export const looksManifold = (q) => /\S\s+\S/.test(q.replace(ONE, 'x'));

/** @param {import('./search-run.js').View} view @param {(part: import('./api.js').Understood) => void} cut
 *  @param {import('./cut-counts.js').CutCounts} counts */
export function understoodView({ state, status, data, dataState }, cut, counts) {
  const parts = status === 'failed' ? [] : data?.understood ?? [];
  // Those of the last answer stand until the next one comes, as the hits do.
  // What was read as something else is said though it be the only part.
  const shown = parts.length > 1 || parts.some((part) => part.verbatim);
  const several = status === 'loading' ? looksManifold(state.q) : shown;
  if (!several) return nothing;
  return html`<div class="understood">${shown ? html`<span class="quiet" id="understood-name">检索条件</span>
    <ul role="list" aria-labelledby="understood-name" data-testid="understood">${parts.map((part) => {
      const rest = { ...dataState, q: without(dataState.q, part) }, want = () => counts.want(rest);
      return html`<li class="cut" data-kind=${part.kind} @pointerenter=${want}><span>${part.label}</span>${part.verbatim ? html` <a data-go
        href=${searchUrl({ ...dataState, q: part.verbatim })} data-testid="verbatim" title="也可按原文检索">按原文</a>` : nothing}<button type="button" aria-label="去掉 ${part.label}"
        data-testid="understood-remove" @focus=${want} @click=${() => cut(part)}></button>${counts.view(rest)}</li>`;
    })}</ul>` : nothing}</div>`;
}
