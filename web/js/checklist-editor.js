// Editing a checklist: which list, its items, and taking it in and out as csv.
import { MOST_ITEMS, fromCsv, toCsv } from './checklist-store.js';
import { html, live, repeat } from './lit.js';
import { saveFile } from './save-file.js';
import { textOf } from './text-file.js';
import { toast } from './toast.js';

/**
 * @param {import('./checklist-store.js').Checklist} list @param {import('./checklist-store.js').Checklist[]} lists those that come along
 * @param {(list: import('./checklist-store.js').Checklist) => void} change called with another list
 */
export function checklistEditor(list, lists, change) {
  const { items } = list;
  const put = (i, part) => change({ ...list, items: items.map((item, at) => (at === i ? { ...item, ...part } : item)) });
  const take = async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    try {
      change({ name: file.name.replace(/\.\w+$/, ''), items: fromCsv(await textOf(file)) });
      toast('已读入清单');
    } catch (error) {
      toast(error.message, true);
    }
    target.value = '';
  };
  const row = (item, i) => html`<li class="checklist__item" data-testid="item">
    <input type="text" aria-label="第 ${i + 1} 项的名称" maxlength="100" placeholder="名称" .value=${live(item.name)} @change=${({ target }) => put(i, { name: target.value.trim() })} data-testid="item-name">
    <input type="text" aria-label="第 ${i + 1} 项的检索式" maxlength="1000" placeholder="检索式，如 “八五”普法" .value=${live(item.query)} @change=${({ target }) => put(i, { query: target.value.trim() })} data-testid="item-query">
    <button type="button" class="plain" aria-label="去掉第 ${i + 1} 项 ${item.name}" @click=${() => change({ ...list, items: items.filter((_, at) => at !== i) })} data-testid="item-drop">去掉</button></li>`;
  return html`<details class="checklist" data-testid="checklist">
    <summary data-testid="checklist-open"><h2 id="checklist-name">清单：${list.name}<small>${items.length} 项</small></h2><span>查看和修改</span></summary>
    <div class="checklist__how">
      <label class="sort"><span>换一份</span><select data-testid="checklist-choose" @change=${({ target }) => { const chosen = lists[target.value]; if (chosen) change(structuredClone(chosen)); target.value = ''; }}>
        <option value="">自带的清单</option>${lists.map(({ name }, i) => html`<option value=${i}>${name}</option>`)}</select></label>
      <label class="file">读入 csv<input type="file" accept=".csv,.txt,text/csv,text/plain" data-testid="checklist-file" @change=${take}></label>
      <button type="button" class="button" data-testid="checklist-save" @click=${() => saveFile(new Blob([toCsv(items)], { type: 'text/csv' }), `${list.name}.csv`)}>存为 csv</button>
      <p class="quiet">修改只存在这个浏览器里。</p>
    </div>
    <ol>${repeat(items, (_, i) => i, row)}</ol>
    <button type="button" class="button" data-testid="item-add" ?disabled=${items.length >= MOST_ITEMS} @click=${() => change({ ...list, items: [...items, { name: '', query: '' }] })}>加一项</button>
  </details>`;
}
