// Town by year: said, silent, or no report at all.
import { html, nothing } from './lit.js';
import { figure } from './names.js';
import { reportUrl, searchUrl } from './state.js';
import { orderOf } from './tabs.js';

const ONLY = { all: '全部', said: '提及的', silent: '谁没提', missing: '缺报告的' };
const yearName = (year) => year ?? '未注明';

function cellView(cell, { year }, town, state) {
  if (cell.status === 'none') return html`<td></td>`;
  if (cell.status === 'missing') return html`<td class="cell cell--missing"><span aria-hidden="true">–</span><span class="unseen">缺报告</span></td>`;
  const url = reportUrl(cell.reportId, cell.paragraphId, cell.status === 'said' ? state : undefined);
  const name = `${town} ${yearName(year)}：${cell.status === 'said' ? `提及 ${figure(cell.paragraphs)} 段` : '有报告，没有提及'}`;
  return html`<td class="cell cell--${cell.status}"><a href=${url} data-testid="cell-${cell.status}" aria-label=${name} title=${name}>${cell.status === 'said' ? figure(cell.paragraphs) : '0'}</a></td>`;
}

/** @param {object} answer of GET coverage @param {object[]} rows those fetched so far @param {import('./state.js').SearchState} state */
export function coverageMatrix({ years }, rows, state) {
  const only = orderOf(state);
  return html`<section class="coverage" aria-labelledby="coverage-name">
    <h2 id="coverage-name">各乡镇</h2>
    <ul class="units" role="list" aria-label="列出哪些乡镇">${Object.entries(ONLY).map(([value, name]) => html`<li><a data-go data-testid="only-${value}"
      href=${searchUrl({ ...state, by: value === 'all' ? '' : value })} aria-current=${value === only ? 'true' : nothing}>${name}</a></li>`)}</ul>
    <p class="quiet legend"><span class="cell cell--said"><i>2</i></span>提及，数字是段落数 <span class="cell cell--silent"><i>0</i></span>有报告，没有提及 <span class="cell cell--missing"><i>–</i></span>缺这一年的报告</p>
    ${rows.length ? html`<div class="scroll" role="region" aria-label="各乡镇列表" tabindex="0"><table class="matrix" data-testid="matrix">
      <thead><tr><th scope="col">乡镇</th>${years.map(({ year, said, reports }) => html`<th scope="col">${yearName(year)}<small>${figure(said)} / ${figure(reports)}</small></th>`)}</tr></thead>
      <tbody>${rows.map(({ town, region, cells }) => {
        const name = town ?? (region.length ? region.join(' › ') : '乡镇未注明');
        return html`<tr data-testid="matrix-row"><th scope="row" class=${town == null ? 'missing' : ''}>${name}${town != null && region.length ? html` <small>${region.join(' › ')}</small>` : nothing}</th>${
          cells.map((cell, i) => cellView(cell, years[i], name, state))}</tr>`;
      })}</tbody></table></div>` : html`<p class="quiet" data-testid="matrix-none">没有这样的乡镇。</p>`}
  </section>`;
}
