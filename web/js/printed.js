// What a printed page of results has to say of itself: what was searched for, how, when, and where it is to be found.
import { filterGroups, groupName, knownYears } from './filter-groups.js';
import { html, nothing } from './lit.js';
import { MODE_NAMES, SITE, VIEW_NAMES } from './names.js';

/** @param {import('./state.js').SearchState} state @param {import('./api.js').SearchAnswer} data */
export function printedView(state, data) {
  const filters = filterGroups(state, knownYears(data)).map(groupName);
  const row = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<p class="printed__name">${SITE} · ${VIEW_NAMES[state.view]}</p>
    <dl>${state.q ? row('检索式', state.q) : nothing}${state.q ? row('匹配方式', MODE_NAMES[data.mode] ?? data.mode) : nothing}
      ${filters.length ? row('筛选', filters.join('；')) : nothing}${row('日期', new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' }))}
      ${row('网址', location.href)}</dl>`;
}
