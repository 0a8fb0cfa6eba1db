// Figures of one unit: a line for each town, a point for each year.
import { byTownAndYear } from './figure-rows.js';
import { figure } from './names.js';
import { reportUrl } from './state.js';

const TOWNS = 20, YEARS = 6, ROOM = 64, LINE = 26;

/** @param {import('./figure-rows.js').FigureRow[]} rows @param {string} unit @param {object} state
 *  @returns {import('./chart.js').Chart|null} */
export function figuresChart(rows, unit, state) {
  const { towns, years: all, hidden, cell } = byTownAndYear(rows, TOWNS);
  if (towns.length < 2) return null;
  const years = all.slice(-YEARS), name = unit === 'rate' ? '%' : unit;
  const at = (year, town) => cell(town, year);
  return {
    name: `各乡镇历年的数字${name ? `（${name}）` : ''}`,
    note: `同一年度有几个数时取最大的${hidden ? `；另有 ${hidden} 个乡镇未画出` : ''}。点击圆点阅读原文。`,
    height: ROOM + towns.length * LINE,
    click: ({ seriesName, value: [, town] }) => {
      const row = at(Number(seriesName), town);
      if (row) location.assign(reportUrl(row.reportId, row.paragraphId, state));
    },
    options: ({ text, quiet, line }) => ({
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: text } },
      grid: { left: 4, right: 28, top: 32, bottom: 4, containLabel: true },
      xAxis: { type: 'value', min: 0, axisLabel: { color: quiet }, splitLine: { lineStyle: { color: line } } },
      yAxis: {
        type: 'category', inverse: true, data: towns, axisLabel: { color: text }, axisLine: { lineStyle: { color: line } },
        axisTick: { show: false }, splitLine: { show: true, lineStyle: { color: line } },
      },
      series: years.map((year) => ({
        name: String(year), type: 'scatter', symbolSize: 12,
        data: towns.flatMap((town) => (at(year, town) ? [[at(year, town).upTo, town]] : [])),
        tooltip: { formatter: ({ value: [value, town] }) => `${town} ${year} 年度：${figure(value)}${name}` },
      })),
    }),
  };
}
