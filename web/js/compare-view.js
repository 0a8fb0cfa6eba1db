// Two reports side by side, sentence by sentence.
import { html, nothing } from './lit.js';
import { figure, regionOf, sectionKey, sectionName } from './names.js';
import { segments } from './ranges.js';
import { reportUrl } from './state.js';

/** As many equal sentences in a row are folded. */
const MANY = 2;
export const SHOWN = { all: '全部', differing: '不同的', new: '新增的' };

const percent = (share) => `${Math.round(share * 100)}%`;

/** What stands in a side's paragraph, as places in its sentence. */
const changesOf = ({ at, changed }) => changed.map(({ start, end }) => ({ start: start - at.start, end: end - at.start }));

function sideView(side, reportId, which) {
  if (!side) return html`<p></p>`;
  const text = segments(side.text, changesOf(side)).map((piece) => (!piece.mark ? piece.text
    : which === 'a' ? html`<del>${piece.text}</del>` : html`<ins>${piece.text}</ins>`));
  return html`<p><a href=${reportUrl(reportId, side.paragraphId)} data-open title="第 ${side.ordinal} 段">${text}</a></p>`;
}

const KINDS = { 'only-a': '只有第一份有', 'only-b': '只有第二份有', changed: '有改动' };

const pieceView = (piece, { a, b }) => html`<li class="piece piece--${piece.kind}" data-testid="piece-${piece.kind}" tabindex="-1"
  data-item=${piece.kind === 'same' ? nothing : ''}>${KINDS[piece.kind] ? html`<span class="unseen">${KINDS[piece.kind]}</span>` : nothing}${
  sideView(piece.a, a.id, 'a')}${sideView(piece.b, b.id, 'b')}</li>`;

const ALONE = ['only-a', 'only-b'];

/** Pieces in runs: those that are alike together, and those that only one side has, which can stand beside each other. */
function runs(pieces) {
  const all = [];
  for (const piece of pieces) {
    const kind = ALONE.includes(piece.kind) ? 'alone' : piece.kind, last = all.at(-1);
    if (last?.kind === kind) last.pieces.push(piece);
    else all.push({ kind, pieces: [piece] });
  }
  return all;
}

/** What only the left has beside what only the right has, from the same height on: else half of the page would be empty. */
function besideView(pieces, { a, b }) {
  const column = (kind, which, id) => html`<ul class="alone__side" role="list">${pieces.filter((piece) => piece.kind === kind).map((piece) =>
    html`<li class="piece--${kind}" data-testid="piece-${kind}" tabindex="-1" data-item><span class="unseen">${KINDS[kind]}</span>${sideView(piece[which], id, which)}</li>`)}</ul>`;
  return html`<div class="alone">${column('only-a', 'a', a.id)}${column('only-b', 'b', b.id)}</div>`;
}

const wanted = (only) => ({ all: () => true, differing: ({ kind }) => kind !== 'same', new: ({ kind }) => kind === 'only-b' }[only]);

function sectionView({ section, sums, pieces }, answer, only) {
  const kept = pieces.filter(wanted(only));
  if (!kept.length) return nothing;
  return html`<section data-testid="compared-section"><h2><span class="tag tag--${sectionKey(section)}">${sectionName(section)}</span>
    <small>${sums.shareB == null ? '第二份没有这一节' : `第二份 ${percent(sums.shareB)} 的文字与第一份相同`}；${figure(sums.lengthA)} 字 → ${figure(sums.lengthB)} 字</small></h2>
    ${runs(kept).map(({ kind, pieces: run }) => {
      if (kind === 'alone') return besideView(run, answer);
      const list = html`<ol class="pieces" role="list">${run.map((piece) => pieceView(piece, answer))}</ol>`;
      return kind === 'same' && run.length >= MANY ? html`<details class="alike"><summary>相同的 ${figure(run.length)} 句</summary>${list}</details>` : list;
    })}</section>`;
}

/** @param {object} answer of GET compare @param {'all'|'differing'|'new'} only @param {(only: string) => void} choose */
export function comparedView(answer, only, choose) {
  const { a, b, whole: { shareB } } = answer;
  const named = a.town === b.town && regionOf(a) === regionOf(b) && a.year !== b.year && a.year && b.year;
  const [of, same] = named && a.year < b.year ? [`${b.year} 年报告`, `沿用自 ${a.year} 年`] : ['第二份', '与第一份相同'];
  const count = (kind) => answer.sections.reduce((sum, { pieces }) => sum + pieces.filter((piece) => piece.kind === kind).length, 0);
  return html`<div class="compared" data-testid="compared">
    <p class="verdict" data-testid="verdict">${of} ${shareB == null ? '没有可以比较的文字' : html`<b>${percent(shareB)}</b> 的文字${same}<span class="quiet">&emsp;<span class="nowrap">改动 ${figure(count('changed'))} 句，</span><span class="nowrap">新增 ${
      figure(count('only-b'))} 句，</span><span class="nowrap">不再有 ${figure(count('only-a'))} 句</span></span>`}</p>
    <fieldset class="choice" aria-label="显示哪些句子">${Object.entries(SHOWN).map(([value, name]) => html`<input type="radio" name="only" id="only-${value}"
      .checked=${value === only} @change=${() => choose(value)}><label for="only-${value}" data-testid="only-${value}">${name}</label>`)}</fieldset>
    ${answer.sections.map((section) => sectionView(section, answer, only))}</div>`;
}
