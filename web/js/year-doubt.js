// A year that has not begun: no report can be of it, and somebody is to look. The server tells which these are. Pure.
import { html } from './lit.js';

const DOUBT = '年份可疑';

/** Behind such a year. */
export const doubtMark = html`<span class="doubt">${DOUBT}</span>`;

/** The same, with the way to its reports, where it can be put right. @param {number|string} year */
export const doubtLink = (year) => html`<a class="doubt" href="/library.html?year=${year}" data-testid="doubtful-year" aria-label="${DOUBT}：${year} 年度的报告">${DOUBT}</a>`;

/** A year's name where there is no room for marks. @param {string} value @param {number[]} doubtful */
export const yearOption = (value, doubtful) => (doubtful.includes(Number(value)) ? `${value}（可疑）` : value);
