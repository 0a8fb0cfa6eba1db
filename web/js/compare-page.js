// 比较: what two reports share, what was changed, and what only one of them says.
import { failureView } from './answers.js';
import { get, report } from './api.js';
import { Picker } from './compare-picker.js';
import { SHOWN, comparedView } from './compare-view.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, render } from './lit.js';
import { SITE, townOf } from './names.js';
import { sameTown } from './report-neighbours.js';
import { compareUrl } from './state.js';

const $ = (id) => document.getElementById(id);
let answer = null, heads = {}, towns = {}, turn = 0, answered = '';
const pickers = Object.fromEntries(['a', 'b'].map((which) => [which, new Picker($(`pick-box-${which}`), which, (id) => go({ [which]: id }))]));

/** The room kept for the first answer is not needed any more. */
const cleared = () => $('compared').querySelector('.waiting')?.remove();

function asked() {
  const params = new URLSearchParams(location.search);
  const only = params.get('only');
  return { a: params.get('a') ?? '', b: params.get('b') ?? '', only: only in SHOWN ? only : 'all' };
}

function go(change) {
  const { a, b, only } = { ...asked(), ...change };
  history.pushState({}, '', `${compareUrl(a, b)}${only === 'all' ? '' : `&only=${only}`}`);
  show();
}

function draw() {
  const { a, b, only } = asked();
  pickers.a.show(a ? heads[a] ?? null : null, towns[a] ?? [], heads[b] ?? null);
  pickers.b.show(b ? heads[b] ?? null : null, towns[b] ?? [], heads[a] ?? null);
  $('swap').hidden = !(heads[a] && heads[b]);
  render(answer && a && b ? comparedView(answer, only, (value) => go({ only: value }))
    : html`<p class="quiet" data-testid="compare-none">${a || b ? '再选一份，就逐句比较。' : '各选一个乡镇和年度，就逐句比较：沿用的、改动的、新增的。'}</p>`, $('compared'));
}

/** An earlier text of a report is named by its id and until when it was there. */
function earlier(key, head) {
  const until = Number(key.split('@')[1]);
  return until ? { ...head, title: `${head.title ?? ''}（${new Date(1000 * until).toLocaleDateString('zh-CN')} 以前的文字）` } : head;
}

/** What is known of a report, and the others of its town. */
async function know(id, head) {
  if (!id || heads[id]) return;
  heads[id] = earlier(id, head ?? await report(id.split('@')[0]));
  sameTown(heads[id]).then((others) => {
    towns[id] = others;
    draw();
  }, () => {});
}

async function show() {
  const { a, b } = asked(), mine = ++turn;
  if (answered !== `${a} ${b}`) answer = null;
  $('progress').hidden = Boolean(answer) || !(a || b);
  try {
    if (a && b && !answer) {
      const found = await get('compare', new URLSearchParams({ a, b }));
      if (mine !== turn) return;
      answer = found;
      answered = `${a} ${b}`;
      await Promise.all([know(a, found.a), know(b, found.b)]);
      document.title = `${townOf(found.a)} ${found.a.year ?? ''}—${townOf(found.b)} ${found.b.year ?? ''} - 比较 - ${SITE}`;
    } else await Promise.all([know(a), know(b)]);
    if (mine !== turn) return;
    cleared();
    draw();
  } catch (error) {
    if (mine !== turn) return;
    cleared();
    render(failureView(error, show), $('compared'));
  } finally {
    if (mine === turn) $('progress').hidden = true;
  }
}

$('swap').addEventListener('click', () => {
  const { a, b } = asked();
  go({ a: b, b: a });
});
addEventListener('popstate', show);
bindKeys(stepThrough($('compared')));
show();
