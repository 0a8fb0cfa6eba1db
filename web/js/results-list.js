// The list of paragraphs found, and what stands in its place.
import { moreView } from './answers.js';
import { PER_REPORT, hitKey } from './api.js';
import { hitView } from './hits.js';
import { html, nothing, repeat } from './lit.js';
import { MODE_NAMES, figure } from './names.js';
import { searchUrl } from './state.js';

/** How many paragraphs of its report are left out behind a hit: behind the last that the list takes of a report.
 *  @param {import('./api.js').Hit[]} hits @returns {Map<string, number>} by key */
function leftOut(hits) {
  const listed = new Map(), left = new Map();
  for (const hit of hits) {
    const count = (listed.get(hit.reportId) ?? 0) + 1;
    listed.set(hit.reportId, count);
    if (count === PER_REPORT) left.set(hitKey(hit), hit.inReport - count);
  }
  return left;
}

function shownText({ hits, data }) {
  if (data.nextCursor || hits.length >= data.foldedTotal) return `已显示 ${figure(hits.length)} 条，共 ${figure(data.foldedTotal)} 条`;
  return `已显示 ${figure(hits.length)} 条，共 ${figure(data.foldedTotal)} 条；其余见各条的“本报告另有”`;
}

/**
 * @param {import('./search-run.js').View} view
 * @param {{opened: Set<string>, toggle: (key: string) => void, near: import('./near-lists.js').NearLists,
 *   remedies: import('./remedy-lists.js').RemedyLists, more: () => void}} list
 */
export function resultsList({ hits, dataState, data, moreBusy, moreFailed }, { opened, toggle, near, remedies, more }) {
  const left = leftOut(hits);
  const items = (some, mode, first) => html`<ol class="hits" role="list">${repeat(some, hitKey, (hit, index) => html`<li>${
    hitView(hit, { ...dataState, mode }, {
      index: first + index, open: opened.has(hitKey(hit)), toggle: () => toggle(hitKey(hit)), near, remedies,
      others: left.get(hitKey(hit)) ?? 0,
    })}</li>`)}</ol>`;
  // The foot is another for each search, or it would be seen to move. Read on in the mode by which a hit was found, or its marks would be missing there.
  return html`${items(hits, data.mode, 0)}
  ${repeat([searchUrl(dataState)], (key) => key, () => moreView({
    has: Boolean(data.nextCursor), busy: moreBusy, failed: moreFailed, more,
    shown: shownText({ hits, data }),
  }))}
  ${data.partial.length ? html`<section aria-labelledby="partial-name" data-testid="partial">
    <h2 id="partial-name" class="partial__name">含有其中主要的词</h2>
    <p class="quiet">含有全部的词的只有以上 ${figure(data.foldedTotal)} 段；以下各段不计入总数。<a data-go
      href=${searchUrl({ ...dataState, mode: 'most' })}>改用“${MODE_NAMES.most}”看全部</a></p>
    ${items(data.partial, 'most', hits.length)}
  </section>` : nothing}`;
}

/** Room for what is on its way. */
export const waiting = () => html`<div class="waiting" aria-hidden="true">${[1, 2, 3].map(() => html`<div><i></i><i></i><i></i></div>`)}</div>`;
