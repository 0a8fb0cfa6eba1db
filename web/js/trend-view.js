// Several phrases by year: a chart whose points lead to the paragraphs, the same as a table, and who does not mention them.
import { chartBox } from './chart.js';
import { html, nothing } from './lit.js';
import { figure } from './names.js';
import { parseState, searchUrl, withFilter } from './state.js';
import { copyTowns } from './town-list.js';
import { doubtLink } from './year-doubt.js';

export const MOST_LINES = 6;
const percent = (share) => (share == null ? '' : `${Math.round(share * 100)}%`);

/** The search that a line, or a year of it, adds up. */
function stateOf(q, year, { mode, region, section }) {
  let state = { ...parseState(''), q, mode };
  if (region) state = withFilter(state, 'region', region, 'include');
  if (section) state = withFilter(state, 'section', section, 'include');
  return year == null ? state : withFilter(state, 'year', String(year), 'include');
}

/** The years of which there are reports, ascending, those that are not stated last. */
function yearsOf(lines) {
  const years = new Set(lines.flatMap(({ bins }) => bins.filter(({ reports }) => reports).map(({ year }) => year)));
  return [...years].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
}

/** Those of them that have not begun. */
const doubtfulOf = (lines) => new Set(lines.flatMap(({ bins }) => bins.filter((bin) => bin.doubtful).map(({ year }) => year)));

/** The same with a sign where years are left out: one wrong year must not make all others narrow. */
const withGaps = (years) => years.flatMap((year, i) => (i && year - years[i - 1] > 1 ? ['…', year] : [year]));

/** @returns {import('./chart.js').Chart|null} null where no more than one year is known */
function trendsChart(lines, asked) {
  const doubtful = doubtfulOf(lines), years = withGaps(yearsOf(lines).filter((year) => year != null && !doubtful.has(year)));
  if (years.length < 2) return null;
  const binOf = (line, year) => line.bins.find((bin) => bin.year === year);
  return {
    name: '各年度提及报告占比',
    note: `占当年报告的百分之几；点一处看那一年的段落。${doubtful.size ? `${[...doubtful].join('、')} 年度年份可疑，不在图上。` : ''}`,
    height: 320,
    click: ({ seriesIndex, dataIndex }) => years[dataIndex] !== '…' && location.assign(searchUrl(stateOf(lines[seriesIndex].q, years[dataIndex], asked))),
    options: ({ text, quiet, line: edge, size }) => ({
      legend: { top: 0, left: 0, itemWidth: 16, textStyle: { color: text, fontSize: size } },
      grid: { left: 4, right: 16, top: 44, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: years.map(String), axisLabel: { color: text, fontSize: size }, axisLine: { lineStyle: { color: edge } }, axisTick: { show: false } },
      yAxis: { type: 'value', min: 0, max: 100, axisLabel: { color: quiet, fontSize: size, formatter: '{value}%' }, splitLine: { lineStyle: { color: edge } } },
      tooltip: { renderMode: 'richText', trigger: 'axis', formatter: (points) => (years[points[0].dataIndex] === '…' ? '这几年没有报告' : [`${years[points[0].dataIndex]} 年度`, ...points.map(({ seriesIndex, dataIndex }) => {
        const bin = binOf(lines[seriesIndex], years[dataIndex]);
        return `${lines[seriesIndex].q}：${figure(bin?.saying)} / ${figure(bin?.reports)} 份`;
      })].join('\n')) },
      series: lines.map((line, i) => ({
        name: line.q, type: 'line', symbol: ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'][i % 6], connectNulls: false,
        // One that runs below another is wider: where they fall together both are seen.
        symbolSize: 10 + 3 * (lines.length - 1 - i), lineStyle: { width: 2 + 2 * (lines.length - 1 - i) },
        data: years.map((year) => {
          const share = binOf(line, year)?.share;
          return share == null ? null : Math.round(share * 1000) / 10;
        }),
      })),
    }),
  };
}

function table(lines, asked) {
  const years = yearsOf(lines), doubtful = doubtfulOf(lines);
  const cell = (line, year) => {
    const bin = line.bins.find((each) => each.year === year);
    if (!bin?.reports) return html`<td class="num"></td>`;
    return html`<td class="num">${bin.saying ? html`<a href=${searchUrl(stateOf(line.q, year ?? '未注明', asked))} data-testid="trend-cell" aria-label="${percent(bin.share)}，${line.q}，${year ?? '未注明'} 年度，看段落">${percent(bin.share)}</a>` : percent(bin.share)}<small>${figure(bin.saying)} / ${figure(bin.reports)}</small></td>`;
  };
  const silent = (line) => html`<span class="trend-table__silent"><a href=${searchUrl({ ...stateOf(line.q, null, asked), view: 'spread', by: 'silent' })} aria-label="谁没提：${line.q}" data-testid="trend-silent">谁没提</a>
    <button type="button" class="plain" aria-label="复制名单：没有提及 ${line.q} 的乡镇" data-testid="trend-copy-silent" @click=${() => copyTowns(stateOf(line.q, null, asked), asked.mode)}>复制名单</button></span>`;
  return html`<div class="scroll" role="region" aria-label="各年度提及报告列表" tabindex="0"><table class="trend-table" data-testid="trend-table"><thead><tr><th scope="col">短语</th>${years.map((year) =>
    html`<th scope="col" class="num">${year ?? '未注明'}${doubtful.has(year) ? html`<br>${doubtLink(year)}` : nothing}</th>`)}</tr></thead>
    <tbody>${lines.map((line) => html`<tr data-testid="trend-row"><th scope="row">${line.q}${silent(line)}</th>${years.map((year) => cell(line, year))}</tr>`)}</tbody></table></div>`;
}

const EXAMPLES = [['法律明白人', '网格员'], ['枫桥经验', '矛盾纠纷'], ['行政执法', '行政复议']];

/** What to draw, where nothing was asked yet. */
export const examplesView = () => html`<section class="trend-examples" aria-labelledby="examples-name"><h2 id="examples-name">例如</h2>
  <ul role="list">${EXAMPLES.map((phrases) => html`<li><a href="/trend.html?${String(new URLSearchParams(phrases.map((q) => ['q', q])))}" data-testid="trend-example">${phrases.join('、')}</a></li>`)}</ul></section>`;

/** @param {object[]} lines of GET trend @param {{mode: string, region: string, section: string}} asked */
export const trendsView = (lines, asked) => html`${lines.flatMap(({ q, notices }) => notices.map(({ message }) => html`<p class="remark">${q}：${message}</p>`))}
  ${chartBox(trendsChart(lines, asked)) ?? nothing}${table(lines, asked)}`;
