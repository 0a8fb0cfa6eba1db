// What a person says over what was read of a report: the same fields while uploading and on the report's page.
import { html, nothing } from './lit.js';
import { FROM_NAMES, MISSING } from './names.js';

/** @type {[string, string][]} what can be corrected, and what it is called */
export const FIELDS = [
  ['province', '省份'], ['city', '城市'], ['county', '区县'], ['town', '乡镇'], ['year', '年度'], ['published', '发布日期'], ['title', '标题'],
];

const HINTS = { year: '如 2024', published: '如 2025-01-31' };
const valueOf = (report, key) => String(report.metadata[key]?.value ?? '');

/** @param {object} report as the API gives it @param {string} id before the ids of the inputs */
export const correctFields = (report, id) => html`<div class="correct__fields">${FIELDS.map(([key, name]) => {
  const known = report.metadata[key];
  return html`<div class="correct__${key}"><label for="${id}-${key}">${name}</label><input type="text" id="${id}-${key}" name=${key} autocomplete="off" spellcheck="false"
    .value=${valueOf(report, key)} placeholder=${HINTS[key] ? `${MISSING}，${HINTS[key]}` : MISSING} maxlength="300" data-testid="correct-${key}">${known
    ? html`<small>来自${FROM_NAMES[known.from] ?? known.from}</small>` : nothing}</div>`;
})}</div><p class="quiet">清空一项：读到的值改为${MISSING}，更正过的恢复读到的值。</p>`;

/** What the inputs say otherwise than the report does: null takes a correction back.
 * @param {HTMLFormElement} form @param {object} report @returns {Record<string, string|null>} */
export function corrections(form, report) {
  const said = {};
  for (const [key] of FIELDS) {
    const value = form.elements[key].value.trim(), was = valueOf(report, key);
    if (value === was) continue;
    said[key] = value || (report.metadata[key]?.from === 'correction' ? null : MISSING);
  }
  return said;
}
