// 检索记录: the last searches of this browser.
import { filterGroups, groupName } from './filter-groups.js';
import { MOST, clear, forget, visits } from './history.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, nothing, render } from './lit.js';
import { MODE_NAMES, VIEW_NAMES, VIEW_ORDERS, figure } from './names.js';
import { VIEWS, parseState } from './state.js';

const list = document.getElementById('history-list');
const when = (time) => new Date(time).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });

/** How it was shown, where not as a list of paragraphs: of towns also which. @param {import('./state.js').SearchState} state */
function viewName({ view, by }) {
  const which = view === 'spread' && by ? VIEW_ORDERS.spread[by] : undefined;
  return view === VIEWS[0] ? '' : `${VIEW_NAMES[view]}${which ? `（${which}）` : ''}`;
}

/** Years are not torn apart at their dash. */
const whole = (name) => name.replace(/(\d)—(?=\d)/g, '$1\u2060—\u2060');

function row({ url, count, time }) {
  const state = parseState(url.slice(1));
  const how = [state.mode === 'words' ? '' : MODE_NAMES[state.mode], viewName(state), ...filterGroups(state).map(groupName)].filter(Boolean);
  const name = state.q || '全部段落';
  return html`<li class="visit" data-item tabindex="-1" data-testid="visit"><a href=${url} data-open>${name}</a>
    <span class="quiet visit__of">${how.map((each) => html`<span>${whole(each)}</span>`)}<span class="nowrap">${figure(count)} 段</span><span class="nowrap">${when(time)}</span></span>
    <button type="button" class="plain" aria-label="删除：${name}" data-testid="visit-forget" @click=${() => { forget(url); draw(); }}>删除</button></li>`;
}

function draw() {
  const all = visits();
  render(all.length ? html`<ol role="list">${all.map(row)}</ol><p><button type="button" class="button" data-testid="history-clear" @click=${() => { clear(); draw(); }}>清空检索记录</button></p>`
    : html`<p class="quiet" data-testid="history-none">还没有记录。检索过的会列在这里，最多 ${MOST} 条。</p>`, list);
}

addEventListener('storage', draw);
addEventListener('pageshow', draw);
bindKeys(stepThrough(list));
draw();
