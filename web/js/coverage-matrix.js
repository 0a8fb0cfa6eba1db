// Town by year: said, silent, or no report at all.
import { html, nothing } from './lit.js';
import { MISSING, figure, missingLast } from './names.js';
import { reportUrl, searchUrl } from './state.js';
import { orderOf } from './tabs.js';
import { placeUrl } from './town-link.js';
import { copyTowns } from './town-list.js';
import { doubtLink } from './year-doubt.js';
import { isGap, yearColumns } from './year-columns.js';

const ONLY = { all: '全部', said: '提及的', silent: '谁没提', missing: '缺报告的' };
const yearName = (year) => year ?? MISSING;

function cellView(cell, { year }, town, state) {
  if (cell.status === 'none') return html`<td></td>`;
  if (cell.status === 'missing') return html`<td class="cell cell--missing"><span aria-hidden="true">–</span><span class="unseen">缺报告</span></td>`;
  const url = reportUrl(cell.reportId, cell.paragraphId, cell.status === 'said' ? state : undefined);
  const name = `${town} ${yearName(year)}：${cell.status === 'said' ? `提及 ${figure(cell.paragraphs)} 段` : '有报告，没有提及'}`;
  return html`<td class="cell cell--${cell.status}"><a href=${url} data-testid="cell-${cell.status}" aria-label=${name} title=${name}>${cell.status === 'said' ? figure(cell.paragraphs) : '0'}</a></td>`;
}

const placeName = ({ town, region }) => town ?? (region.length ? region.join(' › ') : MISSING);

/** The years of which there is no report, in one column. */
export const gapHead = ({ from, to }) => html`<th scope="col" class="matrix__gap" data-testid="years-without">${from}—${to}<small>无报告</small></th>`;

/** @param {object} answer of GET coverage @param {object[]} rows those fetched so far @param {import('./state.js').SearchState} state */
export function coverageMatrix({ years }, rows, state) {
  const only = orderOf(state), asked = state.filters.year.length > 0;
  const columns = yearColumns(years.map(({ year }) => year), (i) => !asked && !years[i].reports);
  return html`<section class="coverage" aria-labelledby="coverage-name">
    <h2 id="coverage-name">各乡镇</h2>
    <ul class="units" role="list" aria-label="列出哪些乡镇">${Object.entries(ONLY).map(([value, name]) => html`<li><a data-go data-testid="only-${value}"
      href=${searchUrl({ ...state, by: value === 'all' ? '' : value })} aria-current=${value === only ? 'true' : nothing}>${name}</a></li>`)}${
      only !== 'all' && rows.length ? html`<li><button type="button" class="plain" data-testid="copy-${only}" @click=${() => copyTowns(state, state.mode, only)}>复制名单</button></li>` : nothing}</ul>
    <p class="quiet legend"><span><i class="cell cell--said"><i>2</i></i>提及，数字是段落数</span> <span><i class="cell cell--silent"><i>0</i></i>有报告，没有提及</span> <span><i class="cell cell--missing"><i>–</i></i>缺这一年的报告</span></p>
    ${rows.length ? html`<div class="scroll" role="region" aria-label="各乡镇列表" tabindex="0"><table class="matrix" data-testid="matrix">
      <thead><tr><th scope="col">乡镇</th>${columns.map((column) => (isGap(column) ? gapHead(column)
        : html`<th scope="col">${yearName(column.year)}<small>${figure(years[column.index].said)} / ${figure(years[column.index].reports)}</small>${years[column.index].doubtful ? doubtLink(column.year) : nothing}</th>`))}</tr></thead>
      <tbody>${missingLast(rows, placeName).map(({ town, region, cells }) => {
        const name = placeName({ town, region });
        return html`<tr data-testid="matrix-row"><th scope="row" class=${town == null ? 'missing' : ''}>${town == null ? name : html`<a href=${placeUrl([...region, town].join('/'))} data-testid="town-link">${name}</a>`}${town != null && region.length ? html` <small>${region.join(' › ')}</small>` : nothing}</th>${
          columns.map((column) => (isGap(column) ? html`<td></td>` : cellView(cells[column.index], years[column.index], name, state)))}</tr>`;
      })}</tbody></table></div>` : html`<p class="quiet" data-testid="matrix-none">没有这样的乡镇。</p>`}
  </section>`;
}
