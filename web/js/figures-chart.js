// Figures of one unit: a line for each town, a point for each year, the later the more it stands out from the page, and the larger.
import { placeName, unitName, yearsOf } from './figure-rows.js';
import { figure } from './names.js';
import { reportUrl } from './state.js';

const ROOM = 64, LINE = 26, SMALL = 8, LARGE = 14;

const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A colour of those between two. @param {string} first @param {string} last @param {number} share 0 to 1 */
function between(first, last, share) {
  const [from, to] = [parts(first), parts(last)];
  return `#${from.map((part, i) => Math.round(part + (to[i] - part) * share).toString(16).padStart(2, '0')).join('')}`;
}

const leftOut = ({ otherTowns, unplaced, targets }) => [
  otherTowns ? `另有 ${figure(otherTowns)} 个乡镇未画出` : '', unplaced ? `${figure(unplaced)} 个数没有写明乡镇或年度，或者年份可疑，未画出` : '',
  targets ? `${figure(targets)} 个数只是目标，未画出` : '',
].filter(Boolean).map((each) => `；${each}`).join('');

/** @typedef {{unit: string, towns: {region: string[], town: string, values: {year: number, value: number, upTo: number, reportId: string, paragraphId: string}[]}[],
 *   otherTowns: number, unplaced: number, targets: number}} FigureChart */

/** @param {FigureChart|null} drawn @param {object} state @param {string} of what it is of, where not of all that was found
 *  @returns {import('./chart.js').Chart|null} */
export function figuresChart(drawn, state, of = '') {
  if (!drawn || drawn.towns.length < 2) return null;
  const places = drawn.towns, towns = places.map(placeName), years = yearsOf(places);
  const name = drawn.unit ? unitName(drawn.unit) : '';
  const at = (year, i) => places[i].values.find((value) => value.year === year);
  const share = (i) => (years.length > 1 ? i / (years.length - 1) : 1);
  return {
    name: `各乡镇历年的数字${name ? `（${name}）` : ''}`,
    note: `${of}${years[0]}${years.length > 1 ? `—${years.at(-1)}` : ''} 年，年度越近颜色越醒目、点越大；同一年度有几个数时取最大的${leftOut(drawn)}。点击圆点阅读原文。`,
    height: ROOM + towns.length * LINE,
    click: ({ seriesName, value: [, i] }) => {
      const value = at(Number(seriesName), i);
      if (value) location.assign(reportUrl(value.reportId, value.paragraphId, state));
    },
    options: ({ text, quiet, line, sheet, size, ramp: [first, last] }) => ({
      legend: {
        type: 'scroll', top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: text, fontSize: size }, pageTextStyle: { color: text }, pageIconColor: text, pageIconInactiveColor: line,
      },
      grid: { left: 4, right: 28, top: 32, bottom: 4, containLabel: true },
      xAxis: { type: 'value', min: 0, axisLabel: { color: quiet, fontSize: size }, splitLine: { lineStyle: { color: line } } },
      yAxis: {
        type: 'category', inverse: true, data: towns, axisLabel: { color: text, fontSize: size }, axisLine: { lineStyle: { color: line } },
        axisTick: { show: false }, splitLine: { show: true, lineStyle: { color: line } },
      },
      series: years.map((year, i) => ({
        name: String(year), type: 'scatter', symbolSize: SMALL + (LARGE - SMALL) * share(i),
        itemStyle: { color: between(first, last, share(i)), borderColor: sheet, borderWidth: 1 },
        data: towns.flatMap((town, t) => (at(year, t) ? [[at(year, t).upTo, t]] : [])),
        tooltip: { formatter: ({ value: [value, t] }) => `${towns[t]} ${year} 年度：${figure(value)}${name}` },
      })),
    }),
  };
}
