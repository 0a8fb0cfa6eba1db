// Towns by items: said and how much of it is formula, silent, or no report at all.
import { html, nothing } from './lit.js';
import { MISSING, figure } from './names.js';
import { parseState, reportUrl, searchUrl, withFilter } from './state.js';
import { placeUrl } from './town-link.js';

const TIMELINESS = { on_time: '按期', late: '逾期', unknown: MISSING, missing: '缺报告' };
const percent = (share) => `${Math.round(share * 100)}%`;

/** The search that a row's cell stands for. @param {object} item @param {object} row @param {object} matrix @param {string} mode */
function searchOf(item, row, { year }, mode) {
  const inTown = withFilter({ ...parseState(''), q: item.query, mode }, 'region', row.path, 'include');
  return withFilter(inTown, 'year', String(year), 'include');
}

function cellView(cell, item, row, matrix, mode) {
  const town = row.town ?? row.path;
  if (cell.status === 'missing') return html`<td class="cell cell--missing"><span aria-hidden="true">–</span><span class="unseen">缺报告</span></td>`;
  if (cell.status === 'silent') {
    const name = `${town}：没有提及“${item.name}”`;
    return html`<td class="cell cell--silent"><a href=${reportUrl(row.reportId, null)} title=${name} data-testid="cell-silent"><span class="unseen">${name}，</span>0</a></td>`;
  }
  const formula = cell.formulaShare > 0 ? `，套话 ${percent(cell.formulaShare)}` : '';
  const name = `${town}：提及“${item.name}” ${figure(cell.paragraphs)} 段${formula}`;
  return html`<td class="cell cell--said ${cell.formulaShare >= 0.995 ? 'cell--formula' : ''}"><a href=${reportUrl(cell.reportId, cell.paragraphId, searchOf(item, row, matrix, mode))}
    title=${name} data-testid="cell-said"><span class="unseen">${town}：提及“${item.name}” </span><span>${figure(cell.paragraphs)}</span><span class="unseen"> 段</span>${
    cell.formulaShare > 0 ? html`<span class="unseen">，套话 </span><small>${percent(cell.formulaShare)}</small>` : nothing}</a></td>`;
}

function rowView(row, matrix, mode) {
  const name = row.town ?? `${row.region.join(' › ')}（${row.town == null ? '乡镇未注明' : ''}）`;
  const published = !row.reports ? '缺报告' : row.published ?? MISSING;
  return html`<tr data-testid="matrix-row"><th scope="row">${row.town == null ? name : html`<a href=${placeUrl(row.path)}>${name}</a>`}${
    row.town != null && row.path.split('/').length - 1 > matrix.region.split('/').length ? html`<small>${row.region.slice(matrix.region.split('/').length).join(' › ')}</small>` : nothing}</th>
    <td class="matrix__date">${row.reportId ? html`<a href=${reportUrl(row.reportId, null)} data-testid="row-report">${published}</a>` : html`<span class="quiet">${published}</span>`}${
      row.reports > 1 ? html`<small>${figure(row.reports)} 份</small>` : nothing}${row.timeliness === 'late' ? html`<small class="reason">逾期</small>` : nothing}</td>${
    row.cells.map((cell, i) => cellView(cell, matrix.items[i], row, matrix, mode))}</tr>`;
}

/** @param {object} matrix answer of POST matrix @param {string} mode */
export function matrixView(matrix, mode) {
  const { items, rows, dates } = matrix;
  const towns = rows.filter(({ town }) => town != null).length;
  if (!rows.length) return html`<p class="message" data-testid="matrix-none">库里没有“${matrix.region}”的乡镇。</p>`;
  const sum = (name, of) => html`<tr class="matrix__sum"><th scope="row">${name}</th><td></td>${items.map((item) => html`<td>${figure(of(item))}</td>`)}</tr>`;
  const notices = items.flatMap((item) => item.notices.map(({ message }) => `${item.name}：${message}`));
  return html`
    <p class="quiet legend"><span><i class="cell cell--said"><i>2</i></i>提及，数字是段落数，小字是其中套话的比例</span> <span><i class="cell cell--said cell--formula"><i>2</i></i>提及的都是套话</span> <span><i class="cell cell--silent"><i>0</i></i>有报告，没有提及</span> <span><i class="cell cell--missing"><i>–</i></i>缺报告</span></p>
    ${notices.length ? html`<ul class="remarks" role="list">${notices.map((text) => html`<li class="remark">${text}</li>`)}</ul>` : nothing}
    ${matrix.deadline ? html`<p class="matrix__dates" data-testid="dates">${figure(towns)} 个乡镇，${matrix.deadline} 前公开：${[['onTime', 'on_time'], ['late', 'late'], ['unknown', 'unknown'], ['missing', 'missing']]
      .map(([key, code], i, all) => html`<span class="nowrap">${key === 'unknown' ? '日期未注明' : TIMELINESS[code]} ${figure(dates[key])}${i < all.length - 1 ? '，' : '。'}</span>`)}</p>` : nothing}
    <div class="scroll" role="region" aria-label="各乡镇列表" tabindex="0"><table class="matrix matrix--items" data-testid="matrix">
      <thead><tr><th scope="col">乡镇</th><th scope="col">公开日期</th>${items.map((item) => html`<th scope="col"><a href=${
        searchUrl(withFilter(withFilter({ ...parseState(''), q: item.query, mode }, 'region', matrix.region, 'include'), 'year', String(matrix.year), 'include'))} title=${item.query}>${item.name}</a></th>`)}</tr></thead>
      <tbody>${rows.map((row) => rowView(row, matrix, mode))}</tbody>
      <tfoot>${sum('提及的乡镇', ({ said }) => said)}${sum('没有提及的', ({ silent }) => silent)}${sum('缺报告的', ({ missing }) => missing)}</tfoot></table></div>`;
}
