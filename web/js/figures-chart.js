// Figures of one unit: a line for each town, a point for each year, the later the darker and the larger.
import { byTownAndYear } from './figure-rows.js';
import { figure } from './names.js';
import { reportUrl } from './state.js';

const TOWNS = 20, ROOM = 64, LINE = 26, SMALL = 8, LARGE = 14;

const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A colour of those between two. @param {string} first @param {string} last @param {number} share 0 to 1 */
function between(first, last, share) {
  const [from, to] = [parts(first), parts(last)];
  return `#${from.map((part, i) => Math.round(part + (to[i] - part) * share).toString(16).padStart(2, '0')).join('')}`;
}

function leftOut({ hidden, unplaced }, more) {
  return [
    hidden ? `另有 ${figure(hidden)} 个乡镇未画出` : '', unplaced ? `${figure(unplaced)} 个数没有写明乡镇或年度，未画出` : '',
    more ? `只画出已列出的数字，另有 ${figure(more)} 个可继续加载` : '',
  ].filter(Boolean).map((each) => `；${each}`).join('');
}

/** @param {import('./figure-rows.js').FigureRow[]} rows @param {string} unit @param {object} state @param {number} more how many figures are not there yet
 *  @returns {import('./chart.js').Chart|null} */
export function figuresChart(rows, unit, state, more) {
  const plotted = byTownAndYear(rows, TOWNS), { towns, years, cell } = plotted;
  if (towns.length < 2) return null;
  const name = unit === 'rate' ? '%' : unit, at = (year, town) => cell(town, year);
  const share = (i) => (years.length > 1 ? i / (years.length - 1) : 1);
  return {
    name: `各乡镇历年的数字${name ? `（${name}）` : ''}`,
    note: `${years[0]}${years.length > 1 ? `—${years.at(-1)}` : ''} 年，年度越近颜色越深、点越大；同一年度有几个数时取最大的${leftOut(plotted, more)}。点击圆点阅读原文。`,
    height: ROOM + towns.length * LINE,
    click: ({ seriesName, value: [, town] }) => {
      const row = at(Number(seriesName), town);
      if (row) location.assign(reportUrl(row.reportId, row.paragraphId, state));
    },
    options: ({ text, quiet, line, sheet, ramp: [first, last] }) => ({
      legend: { type: 'scroll', top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: text }, pageTextStyle: { color: text } },
      grid: { left: 4, right: 28, top: 32, bottom: 4, containLabel: true },
      xAxis: { type: 'value', min: 0, axisLabel: { color: quiet }, splitLine: { lineStyle: { color: line } } },
      yAxis: {
        type: 'category', inverse: true, data: towns, axisLabel: { color: text }, axisLine: { lineStyle: { color: line } },
        axisTick: { show: false }, splitLine: { show: true, lineStyle: { color: line } },
      },
      series: years.map((year, i) => ({
        name: String(year), type: 'scatter', symbolSize: SMALL + (LARGE - SMALL) * share(i),
        itemStyle: { color: between(first, last, share(i)), borderColor: sheet, borderWidth: 1 },
        data: towns.flatMap((town) => (at(year, town) ? [[at(year, town).upTo, town]] : [])),
        tooltip: { formatter: ({ value: [value, town] }) => `${town} ${year} 年度：${figure(value)}${name}` },
      })),
    }),
  };
}
