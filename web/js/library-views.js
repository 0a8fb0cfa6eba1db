// What the library page shows of the collection. Bars are SVG because the page's policy allows no inline style.
import { html, nothing } from './lit.js';
import { MISSING, figure, missingLast, regionOf, titleOf } from './names.js';
import { parseState, reportUrl, searchUrl, withFilter } from './state.js';
import { townLink } from './town-link.js';
import { doubtLink, doubtMark } from './year-doubt.js';

const RUNS = { index: '重建', sync: '更新', watch: '自动更新', upload: '上传', delete: '删除', correct: '更正' };
const blank = parseState('');

function spans(facet, name, values, doubtful) {
  const most = Math.max(1, ...values.map(({ reports }) => reports));
  return html`<section class="spans" data-testid="library-${facet}"><h2>${name}</h2><ol role="list">${missingLast(values, ({ value }) => value).map(({ value, reports }) => html`<li><a
    href=${searchUrl(withFilter(blank, facet, value, 'include'))}><span>${value}${doubtful.includes(Number(value)) ? html` ${doubtMark}` : nothing}</span><svg class="bar" aria-hidden="true" preserveAspectRatio="none"><rect
    height="100%" width="${(100 * reports) / most}%"></rect></svg><b>${figure(reports)}</b></a></li>`)}</ol></section>`;
}

export function overview(library) {
  if (!library.reports) {
    return html`<div class="message" data-testid="library-empty"><h2>还没有收录报告</h2>
      <p>${library.changeable ? '可以在下面上传；' : nothing}成批的报告由管理这个服务的人运行 <code>./govsearch sync 报告目录</code> 收录。</p></div>`;
  }
  const known = library.years.map(({ value }) => value).filter((value) => value !== MISSING && !library.doubtfulYears.includes(Number(value))).sort();
  return html`<h2>收录情况</h2><dl class="holds" data-testid="library-holds">
      <div><dt>报告</dt><dd>${figure(library.reports)}</dd></div><div><dt>段落</dt><dd>${figure(library.paragraphs)}</dd></div>
      <div><dt>年度</dt><dd>${known.length ? `${known[0]}—${known.at(-1)}` : MISSING}${library.doubtfulYears.map((year) => html`<small>另有 ${year}：${doubtLink(year)}</small>`)}</dd></div>
      <div><dt>文件</dt><dd>${figure(library.files)}</dd></div><div><dt>未收录文件</dt><dd>${figure(library.skippedFiles)}</dd></div></dl>
    <p class="quiet edition">${library.edition ? html`收藏版本 <b data-testid="edition">${library.edition}</b>，引用检索结果时请一并写明。` : nothing}<a
      href="/api/v1/manifest.csv" download data-testid="manifest">下载收藏清单</a>（csv）</p>
    ${spans('year', '年度（报告数）', library.years, library.doubtfulYears)}`;
}

/** @param {object[]} reports */
export const reportTable = (reports) => html`<div class="scroll" role="region" aria-label="报告列表" tabindex="0"><table data-testid="report-table">
  <thead><tr><th scope="col">乡镇</th><th scope="col" class="report-table__region">地区</th><th scope="col">年度</th><th scope="col">标题</th><th scope="col" class="num">段落</th></tr></thead>
  <tbody>${reports.map((report) => html`<tr data-item tabindex="-1" data-testid="report-row"><th scope="row" class="nowrap">${townLink(report)}</th><td class="report-table__region">${regionOf(report) || html`<span class="missing">${MISSING}</span>`}${
    report.ambiguous ? html`<small>同名的不止一处，不能断定</small>` : nothing}</td><td class="nowrap ${report.year == null ? 'missing' : ''}">${report.year ?? MISSING}${report.yearDoubtful ? html` ${doubtMark}` : nothing}</td><td><a data-open href=${reportUrl(report.id, null)}>${
    titleOf(report)}</a></td><td class="num">${figure(report.paragraphCount)}</td></tr>`)}</tbody></table></div>`;

/** What to do where there is no such report. @param {string[]} names of towns that have what was asked for in them @param {{town: string, year: string}} asked */
export const noReports = (names, { town, year }) => html`<p class="quiet" data-testid="reports-none">没有符合的报告。${names.length ? html`名称里有“${town}”的乡镇：` : town && year ? '可以改选“全部年度”，或只写乡镇名称的一部分。' : '可以只写乡镇名称的一部分。'}</p>${
  names.length ? html`<ul class="units" role="list" aria-label="名称里有“${town}”的乡镇">${names.map((name) => html`<li><a href="/library.html?${String(new URLSearchParams({ town: name, ...(year && { year }) }))}"
    data-testid="reports-name">${name}</a></li>`)}</ul>` : nothing}`;

/** @param {{folder: string, path: string, reason: string}[]} skipped */
export const skippedTable = (skipped) => html`<div class="scroll" role="region" aria-label="文件列表" tabindex="0"><table>
  <thead><tr><th scope="col">文件</th><th scope="col">原因</th></tr></thead>
  <tbody>${skipped.map(({ folder, path, reason }) => html`<tr data-testid="skipped-row"><th scope="row" class="path">${[folder, path].filter(Boolean).join('/')}</th><td class="reason">${reason}</td></tr>`)}</tbody></table></div>`;

const when = (iso) => new Date(iso).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });

/** @param {object[]} runs */
export const runTable = (runs) => html`<div class="scroll" role="region" aria-label="更新记录列表" tabindex="0"><table>
  <thead><tr><th scope="col">时间</th><th scope="col">方式</th><th scope="col">目录</th><th scope="col" class="num">新增</th><th scope="col" class="num">替换</th><th scope="col" class="num">移除</th>
    <th scope="col" class="num">不变</th><th scope="col" class="num">未收录</th><th scope="col" class="num">用时</th></tr></thead>
  <tbody>${runs.map((run) => html`<tr data-testid="run-row"><td class="nowrap">${when(run.started)}</td><td class="nowrap">${RUNS[run.kind] ?? run.kind}${
    run.finished ? nothing : html`<small class="reason">没有完成</small>`}</td><td class="folders">${run.folders.join('、')}</td>${[run.added, run.replaced, run.removed, run.unchanged, run.skipped].map((n) =>
    html`<td class="num">${figure(n)}</td>`)}<td class="num">${figure(Math.round(run.seconds * 10) / 10)} 秒</td></tr>`)}</tbody></table></div>`;
