// 考核清单: a list of items against the towns of a county or city and a year.
import { failureView } from './answers.js';
import { checklists, matrix, matrixFile } from './api-matrix.js';
import { checklistEditor } from './checklist-editor.js';
import { keep, kept } from './checklist-store.js';
import { bindKeys } from './keyboard.js';
import { html, nothing, render } from './lit.js';
import { matrixView } from './matrix-view.js';
import { SITE, figure, regionName } from './names.js';
import { regionChoice } from './region-choice.js';
import { saveFile } from './save-file.js';
import { toast } from './toast.js';
import { yearChoice } from './year-choice.js';

const $ = (id) => document.getElementById(id);
const form = $('matrix-form'), region = $('region'), year = $('year'), deadline = $('deadline'), mode = $('mode');
const FORMATS = { xlsx: 'Excel 工作簿', csv: 'CSV', jsonl: 'JSON Lines' };
const MODES = ['words', 'exact', 'loose'];

let lists = [], list = { name: '', items: [] };
let answer = null, asked = null, aborter = new AbortController();

const usable = () => list.items.filter(({ name, query }) => name && query);

function drawList() {
  const open = document.querySelector('.checklist')?.open;
  render(checklistEditor(list, lists, (next) => { list = next; keep(list); drawList(); }), $('checklist'));
  if (open) document.querySelector('.checklist').open = true;
}

async function save(format) {
  try {
    saveFile(await matrixFile(asked.items, asked.where, format), `考核清单 ${asked.where.region.replaceAll('/', ' ')} ${asked.where.year}.${format}`);
  } catch (error) {
    toast(error.detail || '没有导出成功，请重试', true);
  }
}

function draw(error = null) {
  render(error ? failureView(error, run) : !answer ? nothing : html`
    <div class="batch__bar"><h2>${regionName(answer.region)} ${answer.year} 年度</h2><p role="status" data-testid="matrix-summary">${figure(answer.rows.filter(({ town }) => town != null).length)} 个乡镇 × ${
      figure(answer.items.length)} 项&emsp;<span class="quiet nowrap">${figure(answer.tookMillis)} 毫秒</span></p>
      <details class="export"><summary data-testid="matrix-export">导出</summary><div class="export__list"><ul role="list">${Object.entries(FORMATS).map(([format, name]) =>
        html`<li><button type="button" class="plain" data-testid="matrix-${format}" @click=${() => save(format)}>${name}</button></li>`)}</ul></div></details></div>
    ${matrixView(answer, asked.where.mode)}`, $('matrix-result'));
}

async function run() {
  aborter.abort();
  aborter = new AbortController();
  const { signal } = aborter;
  asked = { items: usable(), where: { region: region.value, year: year.value, deadline: deadline.value, mode: mode.value } };
  document.title = `${regionName(asked.where.region)} ${asked.where.year} - 考核清单 - ${SITE}`;
  $('progress').hidden = false;
  try {
    const found = await matrix(asked.items, asked.where, signal);
    if (signal.aborted) return;
    answer = found;
    draw();
  } catch (error) {
    if (!signal.aborted) draw(error);
  }
  if (!signal.aborted) $('progress').hidden = true;
}

function choose(select, value, name = value) {
  if (value && ![...select.options].some((option) => option.value === value)) select.append(new Option(name, value));
  select.value = value;
}

/** The list itself stands in no address: it is the reader's own. */
function fromAddress() {
  const params = new URLSearchParams(location.search);
  choose(region, params.get('region') ?? '', regionName(params.get('region') ?? ''));
  if (params.get('year')) choose(year, params.get('year'));
  deadline.value = params.get('deadline') ?? '';
  mode.value = MODES.includes(params.get('mode')) ? params.get('mode') : MODES[0];
  answer = null;
  draw();
  if (region.value && year.value && usable().length) run();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!usable().length) {
    toast('清单里没有项目', true);
    return;
  }
  const params = new URLSearchParams(Object.entries({ region: region.value, year: year.value, deadline: deadline.value, mode: mode.value === MODES[0] ? '' : mode.value }).filter(([, value]) => value));
  history.pushState({}, '', `?${params}`);
  run();
});
addEventListener('popstate', fromAddress);
bindKeys({}, region);

try {
  [lists] = await Promise.all([checklists(), regionChoice(region), yearChoice(year)]);
} catch (error) {
  draw(error);
}
list = kept() ?? structuredClone(lists[0] ?? list);
drawList();
fromAddress();
