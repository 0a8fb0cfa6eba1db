// What stands above and instead of the hits: the result line, nothing found, and failures.
import { filterGroups, groupName, withoutGroup } from './filter-groups.js';
import { html, nothing } from './lit.js';
import { FACET_NAMES, MODE_NAMES, figure, valueName } from './names.js';
import { whenBack } from './recovery.js';
import { searchUrl } from './state.js';

/** “31 个乡镇、35 份报告、48 段（相近段落合并为 42 条）”: what was asked is mostly how many towns.
 * @param {import('./state.js').SearchState} state @param {import('./api.js').SearchAnswer} data */
export function summary(state, { total, foldedTotal, literalTotal, reports, towns, tookMillis }) {
  if (!total.value) return html`<b>0</b> 段<span class="summary__more">${figure(tookMillis)} 毫秒</span>`;
  const count = (n, unit) => html`<b>${figure(n)}</b> ${unit}`;
  const literal = state.q && literalTotal != null ? html`其中 ${figure(literalTotal)} 段逐字包含 · ` : nothing;
  return html`${total.exact === false ? '至少 ' : nothing}${towns ? html`${count(towns, '个乡镇')}、` : nothing}${count(reports, '份报告')}、<span
    data-testid="summary-paragraphs">${count(total.value, '段')}</span>${
    foldedTotal !== total.value ? html`（<span class="roomy">相近段落</span>合并为 ${figure(foldedTotal)} 条）` : nothing}<span class="summary__more"> ${literal}${figure(tookMillis)} 毫秒</span>`;
}

const QUOTES = /["“”„「」『』＂]/g;

/** “至少 500 段”: of what is in many paragraphs nobody counts all, to say that it is there. @param {number} n @param {boolean} exact */
export const paragraphs = (n, exact) => html`<span class="quiet">${exact ? nothing : '至少 '}${figure(n)} 段</span>`;

/** What the server has tried out, each with what it really finds. @param {import('./state.js').SearchState} state
 *  @param {import('./api.js').Instead|null} instead */
function insteadViews(state, instead) {
  const to = (next, label, n, exact = true) => html`<li><a data-go href=${searchUrl(next)} data-testid="instead">${label}</a> ${paragraphs(n, exact)}</li>`;
  const phrases = (instead?.phrases ?? []).map((p) => to({ ...state, q: p.query }, html`“${p.text}”`, p.count, p.exact));
  const without = (instead?.without ?? []).map((w) => {
    if (w.kind === 'part') return to({ ...state, q: w.query }, html`不要 ${w.label}`, w.count);
    const excluded = w.values[0].startsWith('-');
    const values = w.values.map((v) => valueName(w.field, v.replace(/^-/, ''))).join('、');
    return to(withoutGroup(state, { facet: w.field, values: w.values }),
      html`${excluded ? '不再排除' : '去掉'}${FACET_NAMES[w.field]}${excluded ? '' : '筛选'}（${values}）`, w.count);
  });
  return html`${phrases.length ? html`<p>是不是要找：</p><ul>${phrases}</ul>` : nothing}
    ${without.length ? html`<p>放宽一项就有：</p><ul>${without}</ul>` : nothing}`;
}

/** @param {import('./state.js').SearchState} state @param {import('./api.js').Instead|null} [instead] */
export function emptyView(state, instead = null) {
  const go = (to, label) => html`<li><a data-go href=${searchUrl(to)} data-testid="empty-try">${label}</a></li>`;
  const filters = filterGroups(state);
  const unquoted = state.q.replace(QUOTES, ' ').replace(/\s+/g, ' ').trim();
  const tries = [
    ...(instead ? [] : filters.map((group) => go(withoutGroup(state, group), `去掉“${groupName(group)}”`))),
    state.q && unquoted && unquoted !== state.q ? go({ ...state, q: unquoted }, '去掉引号，按词语检索') : nothing,
    state.q && state.mode === 'exact' ? go({ ...state, mode: 'words' }, `改用“${MODE_NAMES.words}”匹配`) : nothing,
    state.q && state.mode !== 'loose' ? go({ ...state, mode: 'loose' }, `改用“${MODE_NAMES.loose}”匹配`) : nothing,
  ];
  return html`<div class="message" data-testid="empty">
    <h2>没有符合的段落</h2>
    ${insteadViews(state, instead)}
    ${tries.some((t) => t !== nothing) ? html`<p>可以试试：</p><ul>${tries}</ul>` : nothing}
    <p class="quiet">检索词之间的空格表示“都须出现”。写法见<a class="nowrap" href="/help.html">查询语法</a>。</p>
  </div>`;
}

const FAILURES = {
  offline: ['连接不上检索服务', '请检查网络，或确认服务正在运行。恢复后会自动重试。'],
  failed: ['服务没有完成这次请求', '请稍后重试。'],
  missing: ['没有这个地址', ''],
  refused: ['查询有误', '请修改检索词后再试。'],
};

/** @param {import('./api.js').ApiError} error @param {() => void} retry called by hand, or when the service can be reached again */
export function failureView(error, retry) {
  if (error.kind === 'offline') whenBack(retry);
  const [title, fallback] = FAILURES[error.kind] ?? FAILURES.failed;
  return html`<div class="message message--failure" role="alert" data-testid="error" data-kind=${error.kind ?? 'failed'}>
    <h2>${title}</h2>
    <p data-testid="error-detail">${error.detail || fallback}</p>
    <p><button type="button" class="button" data-testid="retry" @click=${retry}>重试</button></p>
  </div>`;
}

/** @param {{has: boolean, shown: string, busy: boolean, failed: boolean, more: () => void}} page
 *  `has`: there is more than is shown; `shown` says how much is */
export function moreView({ has, shown, busy, failed, more }) {
  return html`<div class="more">
    ${has ? html`<button type="button" class="button" id="more" data-testid="more" aria-disabled=${busy} @click=${() => { if (!busy) more(); }}
      >${busy ? '正在加载' : failed ? '重试' : '继续加载'}</button>` : nothing}
    <p class="quiet" role="status" data-testid="shown">${failed ? '加载未成功。' : ''}${shown}</p>
  </div>`;
}
