// 比较: what two reports share, what was changed, and what only one of them says.
import { failureView } from './answers.js';
import { get } from './api.js';
import { SHOWN, comparedView, pairView } from './compare-view.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, render } from './lit.js';
import { SITE, townOf } from './names.js';
import { sameTown } from './report-neighbours.js';

const $ = (id) => document.getElementById(id);
let answer = null, towns = [[], []], turn = 0;

/** The room kept for the first answer is not needed any more. */
const cleared = () => $('compared').querySelector('.waiting')?.remove();

function asked() {
  const params = new URLSearchParams(location.search);
  const only = params.get('only');
  return { a: params.get('a') ?? '', b: params.get('b') ?? '', only: only in SHOWN ? only : 'all' };
}

function go(change) {
  const { a, b, only } = { ...asked(), ...change };
  const params = new URLSearchParams({ a, b });
  if (only !== 'all') params.set('only', only);
  history.pushState({}, '', `?${params}`);
  show();
}

function draw() {
  const { a, b, only } = asked();
  render(pairView([answer.a, answer.b], towns, (which, id) => go({ [which]: id }), () => go({ a: b, b: a })), $('chosen'));
  render(comparedView(answer, only, (value) => go({ only: value })), $('compared'));
}

async function show() {
  const { a, b } = asked();
  if (answer?.a.id === a && answer.b.id === b) {
    draw();
    return;
  }
  const mine = ++turn;
  if (!a || !b) {
    cleared();
    render(html`<p class="message" data-testid="compare-none">打开一份报告，用“与上一年比较”选定要比较的两份。<a href="/library.html">报告库</a></p>`, $('compared'));
    return;
  }
  $('progress').hidden = false;
  try {
    const found = await get('compare', new URLSearchParams({ a, b }));
    const others = await Promise.all([found.a, found.b].map((head) => sameTown(head).catch(() => [])));
    if (mine !== turn) return;
    cleared();
    [answer, towns] = [found, others];
    document.title = `${townOf(found.a)} ${found.a.year ?? ''}—${townOf(found.b)} ${found.b.year ?? ''} - 比较 - ${SITE}`;
    draw();
  } catch (error) {
    if (mine !== turn) return;
    answer = null;
    cleared();
    render(failureView(error, show), $('compared'));
  } finally {
    if (mine === turn) $('progress').hidden = true;
  }
}

addEventListener('popstate', show);
bindKeys(stepThrough($('compared')));
show();
