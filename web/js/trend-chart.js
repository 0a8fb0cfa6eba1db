// How many of each year's reports say something.
import { figure } from './names.js';

/** @param {{bins: {year: number|null, reports: number, saying: number, share: number|null}[]}} line of GET trend
 *  @returns {import('./chart.js').Chart|null} null where no more than one year is known */
export function trendChart({ bins }) {
  const years = bins.filter(({ year }) => year != null);
  if (years.length < 2) return null;
  const series = (name, count, colour, label) => ({
    name, type: 'bar', stack: 'reports', barMaxWidth: 40, itemStyle: { color: colour }, data: years.map(count), label,
  });
  return {
    name: '各年度提及报告数',
    note: '柱高是报告数，柱上是提及的占比。',
    height: 220,
    options: ({ text, quiet, line, series: [accent] }) => ({
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: text } },
      grid: { left: 4, right: 8, top: 44, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: years.map(({ year }) => String(year)), axisLabel: { color: text }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: quiet }, splitLine: { lineStyle: { color: line } } },
      tooltip: { renderMode: 'richText', trigger: 'axis', formatter: ([{ dataIndex: i }]) =>
        `${years[i].year} 年度：${figure(years[i].reports)} 份报告，${figure(years[i].saying)} 份提及` },
      series: [
        series('提及', ({ saying }) => saying, accent),
        series('没有提及', ({ reports, saying }) => reports - saying, line, {
          show: true, position: 'top', color: text, formatter: ({ dataIndex: i }) => (years[i].share == null ? '' : `${Math.round(years[i].share * 100)}%`),
        }),
      ],
    }),
  };
}
