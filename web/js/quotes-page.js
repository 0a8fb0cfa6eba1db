// 引文核对: each quotation of a text, word for word, changed, or not held here.
import { failureView } from './answers.js';
import { answer as ask } from './api.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { render } from './lit.js';
import { quotesView } from './quotes-view.js';

const $ = (id) => document.getElementById(id);
const form = $('quote-form'), box = $('q');

let aborter = new AbortController();

async function run() {
  aborter.abort();
  aborter = new AbortController();
  const { signal } = aborter;
  $('progress').hidden = false;
  try {
    const found = await ask('quotes', null, { method: 'POST', body: box.value, headers: { 'content-type': 'text/plain; charset=utf-8' }, signal });
    if (signal.aborted) return;
    render(quotesView(found), $('quote-results'));
  } catch (error) {
    if (!signal.aborted) render(failureView(error, run), $('quote-results'));
  }
  if (!signal.aborted) $('progress').hidden = true;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (box.value.trim()) run();
  else box.focus();
});
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
bindKeys(stepThrough($('quote-results')), box);
