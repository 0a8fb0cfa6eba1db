// One town: its reports by year, its problems and what came of them, its figures, its neighbours.
import { html, nothing } from './lit.js';
import { MISSING, figure, regionName, titleOf } from './names.js';
import { compareUrl, parseState, reportUrl, searchUrl, similarUrl, withFilter } from './state.js';
import { placeUrl } from './town-link.js';
import { doubtLink, doubtMark } from './year-doubt.js';

const blank = parseState('');
const percent = (share) => `${Math.round(share * 100)}%`;
const inTown = ({ path }) => withFilter(blank, 'region', path, 'include');

const bar = (share) => html`<svg class="bar" aria-hidden="true" preserveAspectRatio="none"><rect class="bar__of" width="100%" height="100%"></rect><rect height="100%" width="${100 * share}%"></rect></svg>`;

function carriedCell(carried, report) {
  if (carried?.share == null) return html`<td class="town__carried"></td>`;
  return html`<td class="town__carried"><a href=${compareUrl(carried.from, report.id)} data-testid="town-compare"
    aria-label="${percent(carried.share)} 沿用自 ${carried.year}：比较 ${report.year} 年度报告">${bar(carried.share)}<span>${percent(carried.share)} 沿用自 ${carried.year}</span></a></td>`;
}

/** What cannot be of its year, and what is of none, stands behind the others. */
const newestFirst = (reports) => reports.toReversed().sort((a, b) => rank(a) - rank(b));
const rank = ({ report }) => (report.year == null ? 2 : report.yearDoubtful ? 1 : 0);

function reportsView({ reports }) {
  const row = ({ report, carried }) => html`<tr data-item tabindex="-1" data-testid="town-report">
    <th scope="row"><a data-open href=${reportUrl(report.id, null)} class=${report.year == null ? 'missing' : ''}>${report.year ?? MISSING}</a>${report.yearDoubtful ? html` ${doubtLink(report.year)}` : nothing}</th>
    <td>${titleOf(report)}</td>${carriedCell(carried, report)}<td class="num">${figure(report.paragraphCount)}</td></tr>`;
  return html`<section aria-labelledby="reports-name"><h2 id="reports-name">历年报告</h2>
    <div class="scroll" role="region" aria-label="历年报告列表" tabindex="0"><table class="town__reports"><thead><tr><th scope="col">年度</th><th scope="col">标题</th><th scope="col">沿用上一份的文字</th><th scope="col" class="num">段落</th></tr></thead>
    <tbody>${newestFirst(reports).map(row)}</tbody></table></div></section>`;
}

const answerView = (answer, none, testId) => (answer
  ? html`<p><a href=${reportUrl(answer.reportId, answer.paragraphId)} data-testid=${testId}>${answer.text}</a></p>` : html`<p class="quiet">${none}</p>`);

/** What became of it: said, not said, or no report to say it. */
function outcome({ achievement, nextYear, year }) {
  if (achievement) return answerView(achievement, '', 'town-achievement');
  return html`<p class="quiet">${nextYear ? `${year + 1} 年度报告没有提及。` : '没有下一年度的报告。'}</p>`;
}

function problemsView({ problems, reports }) {
  if (!problems.length) return nothing;
  const years = [...new Set(problems.map(({ year }) => year))], doubt = doubtOf(reports);
  const item = (problem) => html`<li class="trio" data-item tabindex="-1" data-testid="town-problem">
    <div><h4 class="is-problem">问题</h4><p><a data-open href=${reportUrl(problem.reportId, problem.paragraphId)}>${problem.text}</a></p>
      <p><a class="town__similar" href=${similarUrl({ reportId: problem.reportId, paragraphId: problem.paragraphId, ranges: [problem.at] })}
        aria-label="相似问题：${problem.text.slice(0, 20)}">相似问题</a></p></div>
    <div><h4 class="is-plan">整改措施</h4>${answerView(problem.measure, '计划里没有找到对应的措施。', 'town-measure')}</div>
    <div><h4 class="is-done">后来</h4>${outcome(problem)}</div></li>`;
  return html`<section aria-labelledby="problems-name"><h2 id="problems-name">问题和后来怎样</h2>${years.map((year, i) => html`<details class="town__year" ?open=${i < 2}>
    <summary><h3>${year == null ? `年度${MISSING}` : `${year} 年度`}</h3>${doubt(year)}<span class="quiet">${figure(problems.filter((p) => p.year === year).length)} 条</span></summary>
    <ol role="list">${problems.filter((p) => p.year === year).map(item)}</ol></details>`)}</section>`;
}

/** The mark of a year that has not begun. */
function doubtOf(reports) {
  const doubtful = new Set(reports.filter(({ report }) => report.yearDoubtful).map(({ report }) => report.year));
  return (year) => (doubtful.has(year) ? html` ${doubtMark}` : nothing);
}

const numbers = ({ value, upTo }) => `${figure(value)}${upTo > value ? `—${figure(upTo)}` : ''}`;

function figuresView({ figures, reports }) {
  if (!figures.length) return nothing;
  const years = [...new Set(reports.map(({ report }) => report.year))].filter((year) => year != null), doubt = doubtOf(reports);
  const cell = ({ years: cells, name }, year) => {
    const at = cells.find((each) => each.year === year);
    return at ? html`<td class="num"><a href=${reportUrl(at.reportId, at.paragraphId)} title=${at.surface} data-testid="town-figure"
      aria-label="${numbers(at)}，${name}，${year} 年度">${numbers(at)}</a></td>` : html`<td class="num"><span class="unseen">没有</span></td>`;
  };
  return html`<section aria-labelledby="figures-name"><h2 id="figures-name">逐年的数字</h2>
    <div class="scroll" role="region" aria-label="逐年的数字列表" tabindex="0"><table class="town__figures"><thead><tr><th scope="col">项目</th>${years.map((year) => html`<th scope="col" class="num">${year}${doubt(year)}</th>`)}</tr></thead>
    <tbody>${figures.map((row) => html`<tr><th scope="row">${row.name}${row.unit ? html` <small>${row.unit}</small>` : nothing}</th>${years.map((year) => cell(row, year))}</tr>`)}</tbody></table></div>
    <p class="quiet">每年取报告里的第一个数，不含目标；点数字看原文。</p></section>`;
}

function neighboursView({ path, region }, rows) {
  if (!rows?.length) return nothing;
  return html`<section aria-labelledby="neighbours-name"><h2 id="neighbours-name">${region.at(-1)}的乡镇</h2><ul class="town__neighbours" role="list">${rows.map((row) =>
    html`<li><a href=${placeUrl(row.path)} aria-current=${row.path === path ? 'page' : nothing} data-testid="town-neighbour">${row.name}</a><small>${figure(row.reports)} 份</small></li>`)}</ul></section>`;
}

/** @param {object} town of GET towns/{place} @param {object[]|null} neighbours the county's towns; null while they are not there yet */
export function townView(town, neighbours) {
  const { reports, region } = town;
  const known = reports.map(({ report }) => report).filter(({ year, yearDoubtful }) => year != null && !yearDoubtful).map(({ year }) => year);
  const [newest] = newestFirst(reports);
  const last = newest.report.id, before = newest.carried?.from ?? '';
  return html`<header class="town__head"><p class="town__region">${region.length ? html`<a href=${`/library.html?${new URLSearchParams({ parent: region.join('/') })}`}>${regionName(region.join('/'))}</a>` : html`<span class="missing">地区${MISSING}</span>`}</p>
    <h1 data-testid="town-name">${town.town}</h1>
    <p>${figure(reports.length)} 份报告${known.length > 1 ? `，${known[0]}—${known.at(-1)} 年度` : known.length ? `，${known[0]} 年度` : ''}</p>
    <p class="town__do"><a class="button" href=${searchUrl(inTown(town))} data-testid="town-search">检索这个乡镇</a>${before ? html`<a class="button" href=${compareUrl(before, last)} data-testid="town-compare-last">与上一年比较</a>` : nothing}
      <a class="button" href=${compareUrl('', last)} data-testid="town-compare-other">与其他乡镇比较</a></p></header>
    ${reports.some(({ report }) => report.ambiguous) ? html`<p class="remark" data-testid="town-ambiguous">叫这个名字的乡镇不止一处，这些报告没有写明是哪一处，不一定出自同一个乡镇，所以不比较年度之间。</p>` : nothing}
    ${reportsView(town)}${problemsView(town)}${figuresView(town)}${neighboursView(town, neighbours)}`;
}
