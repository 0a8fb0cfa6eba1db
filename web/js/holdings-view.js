// 报告库: of which years there are reports, region by region.
import { gapHead } from './coverage-matrix.js';
import { html, nothing } from './lit.js';
import { MISSING, figure, missingLast } from './names.js';
import { parseState, searchUrl, withFilter } from './state.js';
import { placeUrl } from './town-link.js';
import { wayDown } from './way-down.js';
import { doubtLink } from './year-doubt.js';
import { isGap, yearColumns } from './year-columns.js';

const blank = parseState('');
const libraryUrl = (parent) => (parent ? `/library.html?parent=${encodeURIComponent(parent)}` : '/library.html');

const upTo = (path, name) => html`<a data-parent href=${libraryUrl(path)}>${name}</a>`;

function count(reports, year, path, name) {
  if (!reports) return html`<td class="cell cell--missing"><span aria-hidden="true">–</span><span class="unseen">没有报告</span></td>`;
  const inRegion = withFilter(blank, 'region', path, 'include');
  const url = searchUrl(year == null ? inRegion : withFilter(inRegion, 'year', String(year), 'include'));
  return html`<td class="cell cell--held"><a href=${url} data-testid="holdings-cell" aria-label="${name}${year == null ? '' : ` ${year} 年度`}：${figure(reports)} 份">${figure(reports)}</a></td>`;
}

/** @param {object} answer of GET spread for everything @param {object[]} rows those fetched so far @param {string} parent */
export function holdingsView({ years, doubtfulYears, own, total }, rows, parent) {
  const columns = yearColumns(years, (i) => rows.every((row) => !row.years[i].reports));
  const row = ({ path, name, town, children, reports, years: each }) => html`<tr data-testid="holdings-row"><th scope="row" class="nowrap ${name === MISSING ? 'missing' : ''}">${
    children && !town ? html`<a data-parent href=${libraryUrl(path)} data-testid="holdings-open">${name}</a>` : town && name !== MISSING ? html`<a href=${placeUrl(path)} data-testid="town-link">${name}</a>` : name}</th>${
    columns.map((column) => (isGap(column) ? html`<td></td>` : count(each[column.index].reports, column.year ?? MISSING, path, name)))}${count(reports, null, path, name)}</tr>`;
  return html`${wayDown(parent, upTo, 'holdings-way')}
    ${rows.length ? html`<div class="scroll scroll--high" role="region" aria-label="各地区各年度列表" tabindex="0"><table class="matrix" data-testid="holdings">
      <thead><tr><th scope="col">地区</th>${columns.map((column) => (isGap(column) ? gapHead(column) : html`<th scope="col">${column.year ?? MISSING}${doubtfulYears.includes(column.year) ? html`<br>${doubtLink(column.year)}` : nothing}</th>`))}<th scope="col">合计</th></tr></thead>
      <tbody>${missingLast(rows, ({ name }) => name).map(row)}</tbody></table></div>` : nothing}
    ${own.reports && parent ? html`<p class="quiet">另有 ${figure(own.reports)} 份没有写明更下一级。</p>` : nothing}
    ${total ? nothing : html`<p class="quiet" data-testid="holdings-none">没有更下一级的报告。</p>`}`;
}
