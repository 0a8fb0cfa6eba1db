// 分布: from year to year, from region to region, and town by town who says it, who does not and whose report is missing.
import { coverage, spread, trend } from './api-insight.js';
import { coverageMatrix } from './coverage-matrix.js';
import { chartBox } from './chart.js';
import { html, nothing } from './lit.js';
import { MISSING, figure, missingLast, regionName } from './names.js';
import { searchUrl, withFilter } from './state.js';
import { orderOf } from './tabs.js';
import { placeUrl } from './town-link.js';
import { trendChart, trendColumns } from './trend-chart.js';
import { wayDown } from './way-down.js';
import { doubtLink } from './year-doubt.js';
import { isGap } from './year-columns.js';

/** The first page brings all three, the next ones more towns. */
export async function fetch(state, mode, { cursor, signal }) {
  const towns = coverage(state, mode, { only: orderOf(state), cursor, signal });
  if (cursor) return towns;
  const [matrix, years, regions] = await Promise.all([towns, trend(state, mode, signal), spread(state, mode, { parent: state.parent, signal })]);
  return { ...matrix, trend: years, spread: regions };
}
export const items = (answer) => answer.rows;

const percent = (share) => (share == null ? '' : `${Math.round(share * 100)}%`);

/** The paragraphs of a year. */
const yearUrl = (state, year) => searchUrl(withFilter({ ...state, view: 'paragraphs', by: '', parent: '' }, 'year', String(year ?? MISSING), 'include'));

function trendTable({ lines: [{ bins }] }, state) {
  return html`<details class="as-table"><summary>以表格列出</summary><table class="figures">
    <thead><tr><th scope="col">年度</th><th scope="col" class="num">报告</th><th scope="col" class="num">提及的</th><th scope="col" class="num">占比</th><th scope="col" class="num">段落</th></tr></thead>
    <tbody>${trendColumns(bins).map((column) => {
      if (isGap(column)) return html`<tr><th scope="row">${column.from}—${column.to}</th><td class="num">0</td><td colspan="3"></td></tr>`;
      const { year, doubtful, reports, saying, paragraphs, share } = bins[column.index];
      return html`<tr><th scope="row">${saying ? html`<a data-go href=${yearUrl(state, year)} data-testid="trend-year">${year ?? MISSING}</a>` : year ?? MISSING}${doubtful ? html` ${doubtLink(year)}` : nothing}</th><td class="num">${figure(reports)}</td><td class="num">${figure(saying)}</td><td class="num">${
        percent(share)}</td><td class="num">${figure(paragraphs)}</td></tr>`;
    })}</tbody></table></details>`;
}

function regions({ rows, total, whole, own }, state) {
  const row = ({ path, name, children, town, reports, saying, share }) => html`<tr data-testid="spread-row">
    <th scope="row">${children && !town ? html`<a data-go href=${searchUrl({ ...state, parent: path })} data-testid="spread-open">${name}</a>` : town && name !== MISSING ? html`<a href=${placeUrl(path)} data-testid="town-link">${name}</a>` : name}</th>
    <td class="spread__bar"><svg class="bar" aria-hidden="true" preserveAspectRatio="none"><rect class="bar__of" width="100%" height="100%"></rect><rect height="100%" width="${100 * (share ?? 0)}%"></rect></svg></td>
    <td class="num">${percent(share)}</td><td class="num">${figure(saying)} / ${figure(reports)}</td>
    <td class="nowrap">${saying ? html`<a data-go href=${searchUrl({ ...state, view: 'paragraphs', by: '', parent: '', filters: { ...state.filters, region: [path] } })} aria-label="${regionName(path)}的段落">段落</a>` : nothing}</td></tr>`;
  const upTo = (parent, name) => html`<a data-go href=${searchUrl({ ...state, parent })}>${name}</a>`;
  return html`<section class="spread" aria-labelledby="spread-name"><h2 id="spread-name">各地区</h2>${wayDown(state.parent, upTo, 'spread-way')}
    <div class="scroll scroll--high" role="region" aria-label="各地区列表" tabindex="0"><table class="figures"><thead><tr><th scope="col">地区</th><th scope="col"><span class="unseen">占比</span></th><th scope="col" class="num">占比</th><th scope="col" class="num">提及的报告</th><th scope="col"><span class="unseen">段落</span></th></tr></thead>
    <tbody>${missingLast(rows, ({ name }) => name).map(row)}</tbody></table></div>
    ${own.reports && state.parent ? html`<p class="quiet">另有 ${figure(own.reports)} 份没有写明更下一级，其中 ${figure(own.saying)} 份提及。</p>` : nothing}
    ${total > rows.length ? html`<p class="quiet">共 ${figure(total)} 个，列出提及最多的 ${figure(rows.length)} 个。</p>` : nothing}
    ${whole.reports ? nothing : html`<p class="quiet">筛选范围里没有报告。</p>`}</section>`;
}

/** So many towns, and the way down to the list of them. */
const toList = (state, by, count, what) => (count ? html`<a data-go href=${searchUrl({ ...state, by })} data-testid="note-${by}"
  @click=${() => document.querySelector('.coverage')?.scrollIntoView()}>${figure(count)} ${what}</a>` : html`0 ${what}`);

/** @param {import('./tab-run.js').Tab} tab */
export function view({ answer, items: rows, state, mode }) {
  const { towns } = answer;
  return html`
    <p class="view__note" data-testid="view-note">${figure(towns.total)} 个乡镇里，${toList(state, 'said', towns.said, '个提及')}，${toList(state, 'silent', towns.silent, '个有报告而没有提及')}${
      towns.absent ? `，${figure(towns.absent)} 个没有这些年度的报告` : ''}。</p>
    ${chartBox(trendChart(answer.trend.lines[0], (year) => location.assign(yearUrl(state, year))))}${trendTable(answer.trend, state)}
    ${regions(answer.spread, state)}
    ${coverageMatrix(answer, rows, { ...state, mode })}`;
}

/** @param {import('./tab-run.js').Tab} tab */
export const shown = ({ answer, items: rows }) => `已显示 ${figure(rows.length)} / ${figure(answer.total)} 行`;
