// 批量统计: a list of phrases, pasted or from a file, counted at once.
import { failureView } from './answers.js';
import { batch, batchFile } from './api-batch.js';
import { batchTable } from './batch-table.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, nothing, render } from './lit.js';
import { figure } from './names.js';
import { textOf } from './text-file.js';
import { toast } from './toast.js';

const $ = (id) => document.getElementById(id);
const form = $('batch-form'), box = $('q');
const MODES = ['phrase', 'exact', 'words', 'most', 'loose'], MOST_LINES = 1000;
/** The longest list that is kept in the address. */
const ADDRESS = 1500;
const FORMATS = { xlsx: 'Excel 工作簿', csv: 'CSV', jsonl: 'JSON Lines' };

let aborter = new AbortController();
let answer = null, asked = { phrases: '', mode: 'phrase' }, listing = { by: 'line', down: false, only: 'all' };

const lines = (text) => text.split(/\r?\n|\r/).filter((line) => line.trim()).length;

function count() {
  const n = lines(box.value);
  $('batch-count').textContent = n ? `${figure(n)} 个短语${n > MOST_LINES ? `，超过 ${figure(MOST_LINES)} 个，请分批` : ''}` : '';
}

async function save(format) {
  try {
    const link = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(await batchFile(asked.phrases, asked.mode, format)), download: `批量统计.${format}`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    toast(error.detail || '没有导出成功，请重试', true);
  }
}

function draw(error = null) {
  render(error ? failureView(error, run) : !answer ? nothing : html`
    <div class="batch__bar"><h2>结果</h2><p role="status" data-testid="batch-summary">${figure(answer.rows.length)} 个短语，${figure(answer.hits)} 个有命中，${
      figure(answer.withoutHits)} 个没有${answer.bad ? `，${figure(answer.bad)} 个不能检索` : ''}&emsp;<span class="quiet nowrap">${figure(answer.tookMillis)} 毫秒</span></p>
      <details class="export"><summary data-testid="batch-export">导出</summary><div class="export__list"><ul role="list">${Object.entries(FORMATS).map(([format, name]) =>
        html`<li><button type="button" class="plain" data-testid="batch-${format}" @click=${() => save(format)}>${name}</button></li>`)}</ul></div></details></div>
    ${batchTable(answer, asked.mode, listing, (next) => { listing = next; draw(); })}`, $('batch-results'));
}

async function run() {
  aborter.abort();
  aborter = new AbortController();
  const { signal } = aborter;
  asked = { phrases: box.value, mode: form.elements.mode.value };
  if (!lines(asked.phrases)) {
    box.focus();
    return;
  }
  $('progress').hidden = false;
  try {
    const found = await batch(asked.phrases, asked.mode, signal);
    if (signal.aborted) return;
    answer = found;
    draw();
  } catch (error) {
    if (!signal.aborted) draw(error);
  }
  if (!signal.aborted) $('progress').hidden = true;
}

/** A new address for what is asked; a list too long for one keeps only its mode. */
function keepAddress() {
  const params = new URLSearchParams();
  if (box.value.length <= ADDRESS) params.set('q', box.value);
  if (form.elements.mode.value !== MODES[0]) params.set('mode', form.elements.mode.value);
  history.pushState({ q: box.value }, '', `?${params}`);
}

function fromAddress() {
  const params = new URLSearchParams(location.search), mode = params.get('mode');
  box.value = params.get('q') ?? history.state?.q ?? '';
  form.elements.mode.value = MODES.includes(mode) ? mode : MODES[0];
  count();
  answer = null;
  draw();
  if (box.value) run();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  keepAddress();
  run();
});
box.addEventListener('input', count);
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
$('batch-file').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  try {
    box.value = await textOf(file);
    count();
    box.focus();
  } catch (error) {
    toast(error.message, true);
  }
  target.value = '';
});
addEventListener('popstate', fromAddress);
bindKeys(stepThrough($('batch-results')), box);
fromAddress();
