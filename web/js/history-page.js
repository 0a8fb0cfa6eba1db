// 浏览记录: the last searches of this browser.
import { filterGroups, groupName } from './filter-groups.js';
import { MOST, clear, forget, visits } from './history.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, nothing, render } from './lit.js';
import { MODE_NAMES, VIEW_NAMES, figure } from './names.js';
import { VIEWS, parseState } from './state.js';

const list = document.getElementById('history-list');
const when = (time) => new Date(time).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });

function row({ url, count, time }) {
  const state = parseState(url.slice(1));
  const how = [state.mode === 'words' ? '' : MODE_NAMES[state.mode], state.view === VIEWS[0] ? '' : VIEW_NAMES[state.view], ...filterGroups(state).map(groupName)].filter(Boolean);
  const name = state.q || '全部段落';
  return html`<li class="visit" data-item tabindex="-1" data-testid="visit"><a href=${url} data-open>${name}</a>
    <span class="quiet">${how.length ? html`${how.join('；')} · ` : nothing}${figure(count)} 段 · ${when(time)}</span>
    <button type="button" class="plain" aria-label="删除：${name}" data-testid="visit-forget" @click=${() => { forget(url); draw(); }}>删除</button></li>`;
}

function draw() {
  const all = visits();
  render(all.length ? html`<ol role="list">${all.map(row)}</ol><p><button type="button" class="button" data-testid="history-clear" @click=${() => { clear(); draw(); }}>清空浏览记录</button></p>`
    : html`<p class="quiet" data-testid="history-none">还没有记录。检索过的会列在这里，最多 ${MOST} 条。</p>`, list);
}

addEventListener('storage', draw);
addEventListener('pageshow', draw);
bindKeys(stepThrough(list));
draw();
