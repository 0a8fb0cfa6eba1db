// How many of each year's reports say something.
import { figure } from './names.js';
import { isGap, yearColumns } from './year-columns.js';

/** @typedef {{year: number|null, reports: number, saying: number, paragraphs: number, share: number|null}} Bin */

/** As wide as a percentage; where there is less, its sign is left out. */
const ROOM = 32;

/** The years of a trend, those of a long run without reports as one. @param {Bin[]} bins */
export const trendColumns = (bins) => yearColumns(bins.map(({ year }) => year), (i) => !bins[i].reports);

/** @param {{bins: Bin[]}} line of GET trend @param {(year: number) => void} open what a bar leads to
 *  @returns {import('./chart.js').Chart|null} null where no more than one year is known */
export function trendChart({ bins }, open) {
  const columns = trendColumns(bins).filter((column) => isGap(column) || (column.year != null && !bins[column.index].doubtful));
  const years = columns.map((column) => (isGap(column) ? null : bins[column.index]));
  if (years.filter(Boolean).length < 2) return null;
  const gaps = columns.filter(isGap).map(({ from, to }) => `${from}—${to} 年`);
  const doubtful = bins.filter((bin) => bin.doubtful).map(({ year, reports }) => `${year} 年度的 ${figure(reports)} 份年份可疑，不在图上。`);
  const series = (name, count, colour, label) => ({
    name, type: 'bar', stack: 'reports', barMaxWidth: 40, itemStyle: { color: colour }, data: years.map((bin) => (bin ? count(bin) : '-')), label, labelLayout: { hideOverlap: true },
  });
  return {
    name: '各年度提及报告数',
    note: `柱高是报告数，柱上是提及的百分比；点一根柱看那一年的段落。${gaps.length ? `${gaps.join('、')}没有报告。` : ''}${doubtful.join('')}`,
    height: 220,
    click: ({ dataIndex: i }) => years[i] && open(years[i].year),
    options: ({ text, quiet, line, rest, sheet, size, series: [accent], width }) => {
      const sign = width / years.length < ROOM ? '' : '%';
      return {
        legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: text, fontSize: size } },
        grid: { left: 4, right: 8, top: 44, bottom: 4, containLabel: true },
        xAxis: {
          type: 'category', data: years.map((bin) => (bin ? String(bin.year) : '…')), axisLabel: { color: text, fontSize: size, hideOverlap: true },
          axisLine: { lineStyle: { color: line } }, axisTick: { show: false },
        },
        yAxis: { type: 'value', minInterval: 1, axisLabel: { color: quiet, fontSize: size }, splitLine: { lineStyle: { color: line } } },
        tooltip: { renderMode: 'richText', trigger: 'axis', formatter: ([{ dataIndex: i }]) => (years[i]
          ? `${years[i].year} 年度：${figure(years[i].reports)} 份报告，${figure(years[i].saying)} 份提及` : '没有报告') },
        series: [
          series('提及', ({ saying }) => saying, accent),
          series('没有提及', ({ reports, saying }) => reports - saying, rest, {
            show: true, position: 'top', color: text, fontSize: size, backgroundColor: sheet, padding: [0, 1], formatter: ({ dataIndex: i }) => (years[i]?.share == null ? '' : `${Math.round(years[i].share * 100)}${sign}`),
          }),
        ],
      };
    },
  };
}
