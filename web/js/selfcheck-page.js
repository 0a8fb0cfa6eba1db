// 自查: a draft held against the collection before it is handed in. Nothing of it is kept here either.
import { failureView } from './answers.js';
import { answer as ask } from './api.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, nothing, render } from './lit.js';
import { checkedView } from './selfcheck-view.js';

const $ = (id) => document.getElementById(id);
const form = $('check-form'), box = $('q'), file = $('file'), town = $('town'), year = $('year');
const CHOOSE = $('file-name').textContent;

let aborter = new AbortController();

function request() {
  const [chosen] = file.files;
  return chosen
    ? { body: chosen, headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(chosen.name) } }
    : { body: box.value, headers: { 'content-type': 'text/plain; charset=utf-8' } };
}

async function run() {
  aborter.abort();
  aborter = new AbortController();
  const { signal } = aborter, params = new URLSearchParams();
  if (town.value.trim()) params.set('town', town.value.trim());
  if (year.value.trim()) params.set('year', year.value.trim());
  $('progress').hidden = false;
  try {
    const found = await ask('selfcheck', params, { method: 'POST', ...request(), signal });
    if (signal.aborted) return;
    render(checkedView(found, (path) => { town.value = path; run(); }), $('check-results'));
    $('check-results').querySelector('.whose')?.scrollIntoView({ block: 'nearest' });
  } catch (error) {
    if (!signal.aborted) render(failureView(error, run), $('check-results'));
  }
  if (!signal.aborted) $('progress').hidden = true;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (box.value.trim() || file.files.length) run();
  else box.focus();
});
file.addEventListener('change', () => {
  const [chosen] = file.files;
  $('file-name').textContent = chosen ? chosen.name : CHOOSE;
  if (chosen) {
    box.value = '';
    render(html`${nothing}`, $('check-results'));
  }
});
box.addEventListener('input', () => {
  if (!file.files.length) return;
  file.value = '';
  $('file-name').textContent = CHOOSE;
});
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
bindKeys(stepThrough($('check-results')), box);
