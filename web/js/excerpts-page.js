// 摘录: what was put aside, with labels and notes, side by side, and out as files.
import { cite } from './excerpt-cited.js';
import { asExcel, asMarkdown, asWord } from './excerpt-files.js';
import { CHANGED, change, excerpts, fromJson, keyOf, remove, toJson } from './excerpt-store.js';
import { besideView, listView } from './excerpts-view.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, nothing, render } from './lit.js';
import { figure } from './names.js';
import { saveFile } from './save-file.js';
import { textOf as readFile } from './text-file.js';
import { toast } from './toast.js';

const list = document.getElementById('excerpts-list');
const MOST_BESIDE = 6;
const FORMATS = { docx: ['Word（摘录、引文、资料来源）', (given, date) => asWord(given, `摘录（${date}）`)], xlsx: ['Excel 工作簿', asExcel], md: ['Markdown', asMarkdown] };
const ORDERS = {
  added: ['摘录先后', () => 0],
  place: ['地区', (a, b) => [a.province, a.city, a.county, a.town].join().localeCompare([b.province, b.city, b.county, b.town].join(), 'zh-CN') || (a.year ?? 0) - (b.year ?? 0)],
  year: ['年度', (a, b) => (b.year ?? 0) - (a.year ?? 0)],
};

const chosen = new Set();
let label = '', order = 'added', beside = [];

const labelsOf = (all) => [...new Set(all.flatMap(({ labels }) => labels))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
const shownOf = (all) => all.filter(({ labels }) => !label || labels.includes(label)).toSorted(ORDERS[order][1]);
const day = () => new Date().toLocaleDateString('sv-SE'); // 2026-01-31

function tried(action) {
  try {
    action();
  } catch (error) {
    toast(error.message, true);
    draw();
  }
}

const actions = {
  label: (key, value) => tried(() => change(key, { labels: [...new Set(value.split(/[、，,;；\s]+/).filter(Boolean))] })),
  note: (key, value) => tried(() => change(key, { note: value })),
  drop: (key) => tried(() => { chosen.delete(key); remove(key); list.querySelector('[data-item]')?.focus(); }),
  choose: (key, on) => {
    if (on) chosen.add(key);
    else chosen.delete(key);
    draw();
  },
};

/** Those that are chosen; all that are shown where none is. */
const wanted = (shown) => {
  const some = shown.filter((one) => chosen.has(keyOf(one)));
  return some.length ? some : shown;
};

async function save(shown, format) {
  document.getElementById('progress').hidden = false;
  try {
    saveFile(FORMATS[format][1](await cite(wanted(shown)), day()), `摘录 ${day()}.${format}`);
  } catch (error) {
    toast(error.detail || '没有取到引文，请检查网络后重试', true);
  } finally {
    document.getElementById('progress').hidden = true;
  }
}

async function load({ target }) {
  const [file] = target.files;
  target.value = '';
  if (!file) return;
  try {
    toast(`已导入，新增 ${figure(fromJson(await readFile(file)))} 条`);
  } catch (error) {
    toast(error.message, true);
  }
}

function compare(shown) {
  beside = shown.filter((one) => chosen.has(keyOf(one))).slice(0, MOST_BESIDE).map(keyOf);
  draw();
  document.getElementById('beside-name').focus();
}

const importButton = () => html`<label class="file">导入 JSON<input type="file" accept=".json,application/json" data-testid="excerpts-import" @change=${load}></label>`;

function tools(all, shown) {
  const labels = labelsOf(all), count = shown.filter((one) => chosen.has(keyOf(one))).length;
  return html`<div class="excerpts-bar"><p role="status" data-testid="excerpts-summary">${figure(all.length)} 条${shown.length < all.length ? html`，其中 ${figure(shown.length)} 条` : nothing}${
      count ? html`，选中 ${figure(count)} 条` : nothing}</p>
    ${labels.length ? html`<label class="sort">标签<select data-testid="excerpts-label" @change=${({ target }) => { label = target.value; draw(); }}>
      <option value="" ?selected=${!label}>全部</option>${labels.map((each) => html`<option value=${each} ?selected=${each === label}>${each}</option>`)}</select></label>` : nothing}
    <label class="sort">排列<select data-testid="excerpts-order" @change=${({ target }) => { order = target.value; draw(); }}>${Object.entries(ORDERS).map(([value, [name]]) =>
      html`<option value=${value} ?selected=${value === order}>${name}</option>`)}</select></label>
    <button type="button" class="button" ?disabled=${count < 2} data-testid="excerpts-beside" @click=${() => compare(shown)}>并排比较</button>
    ${importButton()}
    <details class="export"><summary data-testid="excerpts-export">导出</summary><div class="export__list"><ul role="list">
      ${Object.entries(FORMATS).map(([format, [name]]) => html`<li><button type="button" class="plain" data-testid="excerpts-${format}" @click=${() => save(shown, format)}>${name}</button></li>`)}
      <li><button type="button" class="plain" data-testid="excerpts-json" @click=${() => saveFile(new Blob([toJson()], { type: 'application/json' }), `摘录 ${day()}.json`)}>JSON（备份，可以导入）</button></li></ul></div></details></div>
    <p class="quiet">导出选中的各条；没有选中时导出列出的全部。</p>`;
}

function draw() {
  const all = [...excerpts().values()];
  if (label && !labelsOf(all).includes(label)) label = '';
  const shown = shownOf(all), side = beside.map((key) => excerpts().get(key)).filter(Boolean);
  render(all.length ? html`${tools(all, shown)}${side.length > 1 ? besideView(side) : nothing}${listView(shown, chosen, actions)}`
    : html`<p class="excerpts-none" data-testid="excerpts-none">还没有摘录。</p><p>${importButton()}</p>`, list);
}

addEventListener(CHANGED, draw);
addEventListener('pageshow', draw);
bindKeys(stepThrough(list));
draw();
