// What somebody may have meant, above what was found: a phrase that is there, and a town's reports.
import { paragraphs } from './answers.js';
import { html, nothing } from './lit.js';
import { townOf, yearOf } from './names.js';
import { reportUrl, searchUrl } from './state.js';

/** @param {import('./state.js').SearchState} state @param {import('./api.js').SearchAnswer} data */
export function meantView(state, { total, instead, townReports }) {
  const phrases = total.value ? instead?.phrases ?? [] : [];
  const links = phrases.map((p, i) => html`${i ? '、' : ''}<a data-go href=${searchUrl({ ...state, q: p.query })}
    data-testid="meant">“${p.text}”</a> ${paragraphs(p.count, p.exact)}`);
  const reports = (townReports ?? []).map((r) => html`<li><a href=${reportUrl(r.id)} data-testid="town-report">${townOf(r)} ${yearOf(r)}</a></li>`);
  return html`${links.length ? html`<p class="meant">没有逐字命中。是不是要找：${links}</p>` : nothing}
    ${reports.length ? html`<ul class="town-reports" role="list" aria-label="这个乡镇的报告">${reports}</ul>` : nothing}`;
}
