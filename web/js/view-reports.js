// 按报告: the reports that have what was searched for, each with its counts and one paragraph.
import { matchingReports } from './api.js';
import { html, nothing } from './lit.js';
import { marked } from './marks.js';
import { figure, sectionKey, sectionName } from './names.js';
import { excerpt } from './ranges.js';
import { reportUrl } from './state.js';
import { orderOf } from './tabs.js';
import { townUrl } from './town-link.js';
import { whoView } from './who.js';

export const fetch = (state, mode, page) => matchingReports({ ...state, by: orderOf(state) }, mode, page);
export const items = (answer) => answer.reports;

function reportView({ report, paragraphs, places, example }, state, index) {
  const url = reportUrl(report.id, example.paragraphId, state);
  const { start, end } = excerpt(example.text, example.ranges, { max: 120, lead: 40 });
  const count = html`<span class="hit__count">${figure(paragraphs)} 段${places > paragraphs ? html` <small>${figure(places)} 处</small>` : nothing}</span>`;
  return html`<li><article class="hit" tabindex="-1" data-item aria-labelledby="report-${index}" data-testid="matching-report">
    <header>${whoView(report, url, `report-${index}`, count)}</header>
    <p class="hit__text"><span class="tag tag--${sectionKey(example.section)}">${sectionName(example.section)}</span> ${start > 0 ? '……' : nothing}${
      marked(example.text, example.ranges, start, end)}${end < example.text.length ? '……' : nothing}</p>
    ${townUrl(report) ? html`<p class="hit__actions"><a href=${townUrl(report)} data-testid="hit-town">历年报告<span class="unseen">：${report.town}</span></a></p>` : nothing}
  </article></li>`;
}

/** @param {import('./tab-run.js').Tab} tab */
export const view = ({ answer, items: reports, state, mode }) => html`
  <p class="view__note" data-testid="view-note">每份报告列出其中套话最少的一段。</p>
  <ol class="hits" role="list">${reports.map((report, index) => reportView(report, { ...state, mode }, index))}</ol>`;

/** @param {import('./tab-run.js').Tab} tab */
export const shown = ({ answer, items: reports }) => `已显示 ${figure(reports.length)} / ${figure(answer.total)} 份`;
