// A problem's remedies: what its report plans, and what the next year's says was done.
import { html, nothing } from './lit.js';
import { marked } from './marks.js';
import { parseState, reportUrl, searchUrl, withFilter } from './state.js';

/** @param {import('./api.js').Hit} hit @param {string} id its element @param {import('./remedy-lists.js').RemedyLists} lists */
export const remedyButton = (hit, id, lists) => html`<button type="button" class="near-open" data-testid="remedies-open" aria-expanded=${lists.of(hit) !== null}
  aria-controls=${lists.of(hit) ? `${id}-remedies` : nothing} @click=${() => lists.toggle(hit)}>整改措施</button>`;

const itemView = (remedy, reportId) => html`<li data-testid="remedy"><a href=${reportUrl(reportId, remedy.paragraphId)} title=${remedy.headingPath.join(' › ')}>${
  marked(remedy.text, remedy.ranges, remedy.at.start, remedy.at.end)}</a></li>`;

/** The beginning of the statement that the remedies are for, where it is not all of the paragraph. */
function statementName({ text }, { start, end }) {
  if (end - start >= text.length) return nothing;
  const name = text.slice(start, Math.min(end, start + 30));
  return html`<p class="quiet">针对“${name}${end > start + 30 ? '……' : ''}”</p>`;
}

/** All that a report plans, as a search; not for one of which town or year are not stated. */
function plansLink({ town, year }) {
  if (town == null || year == null) return nothing;
  const filters = [['town', town], ['year', String(year)], ['section', 'plans']];
  const state = filters.reduce((some, [facet, value]) => withFilter(some, facet, value, 'include'), parseState(''));
  return html` <a href=${searchUrl(state)}>看全部计划</a>`;
}

const remediesView = (hit, { report, at, measures, nextYear, achievements }) => html`${statementName(hit, at)}
  <h4>同一份报告计划的措施</h4>
  ${measures.length ? html`<ol role="list">${measures.map((each) => itemView(each, report.id))}</ol>` : html`<p class="quiet">没有与这个问题用词相同的措施。${plansLink(report)}</p>`}
  ${nextYear ? html`<h4>${nextYear.year} 年度报告里的成效</h4>${achievements.length
    ? html`<ol role="list">${achievements.map((each) => itemView(each, nextYear.id))}</ol>` : html`<p class="quiet">没有提及。</p>`}` : nothing}`;

/** @param {import('./api.js').Hit} hit @param {string} id @param {import('./remedy-lists.js').RemedyLists} lists */
export function remedyPanel(hit, id, lists) {
  const list = lists.of(hit);
  if (!list) return nothing;
  return html`<div class="remedies" id="${id}-remedies" data-testid="remedies">${list.answer ? remediesView(hit, list.answer)
    : html`<p class="quiet" role="status">${list.failed ? '没有取得，请再点一次。' : '正在查找'}</p>`}</div>`;
}
