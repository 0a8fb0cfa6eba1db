// The list of what was put aside, and several of them side by side.
import { textOf, whoOf } from './excerpt-cited.js';
import { keyOf, markOf } from './excerpt-store.js';
import { html, nothing, repeat } from './lit.js';
import { figure, sectionKey, sectionName } from './names.js';
import { sharedRanges } from './shared-text.js';
import { reportUrl } from './state.js';

/** @typedef {import('./excerpt-store.js').Excerpt} Excerpt */
/** @typedef {{label: (key: string, value: string) => void, note: (key: string, value: string) => void, drop: (key: string) => void,
 *   choose: (key: string, on: boolean) => void}} Actions */

const MARKS = { seen: '看过', no: '不相关' };

/** The excerpt with its figure marked. @param {Excerpt} excerpt */
function body(excerpt) {
  const text = textOf(excerpt), from = excerpt.start ?? 0;
  if (!excerpt.figure) return text;
  const [start, end] = [excerpt.figure.start - from, excerpt.figure.end - from];
  return html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;
}

function row(excerpt, isChosen, actions) {
  const key = keyOf(excerpt), who = whoOf(excerpt), mark = markOf(`${excerpt.reportId}.${excerpt.paragraphId}`);
  return html`<li class="excerpt" tabindex="-1" data-item data-testid="excerpt-row">
    <header><label class="check"><input type="checkbox" .checked=${isChosen} aria-label="选择：${who}" data-testid="excerpt-choose" @change=${({ target }) => actions.choose(key, target.checked)}></label>
      <h2><a href=${reportUrl(excerpt.reportId, excerpt.paragraphId)} data-open data-testid="excerpt-open">${who}</a></h2>
      <span class="tag tag--${sectionKey(excerpt.section)}">${sectionName(excerpt.section)}</span>${mark ? html`<span class="tag tag--formula">${MARKS[mark]}</span>` : nothing}
      <button type="button" class="plain" aria-label="删除：${who}" data-testid="excerpt-drop" @click=${() => actions.drop(key)}>删除</button></header>
    ${excerpt.headingPath.length ? html`<p class="quiet">${excerpt.headingPath.join(' › ')}</p>` : nothing}
    <p class="excerpt__text" data-testid="excerpt-text">${body(excerpt)}</p>
    <div class="excerpt__own"><label>标签<input type="text" maxlength="200" placeholder="用顿号或逗号隔开" .value=${excerpt.labels.join('、')} data-testid="excerpt-labels"
        @change=${({ target }) => actions.label(key, target.value)}></label>
      <label>批注<textarea rows="1" maxlength="5000" .value=${excerpt.note} data-testid="excerpt-note" @change=${({ target }) => actions.note(key, target.value)}></textarea></label></div>
  </li>`;
}

/** @param {Excerpt[]} shown @param {Set<string>} chosen @param {Actions} actions */
export const listView = (shown, chosen, actions) => html`<ol class="excerpts" role="list">${repeat(shown, keyOf, (excerpt) =>
  row(excerpt, chosen.has(keyOf(excerpt)), actions))}</ol>`;

function sharedText(text, ranges) {
  const pieces = [];
  let at = 0;
  for (const { start, end, all } of ranges) {
    pieces.push(text.slice(at, start), html`<mark class=${all ? '' : 'some'} data-testid="shared">${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...pieces, text.slice(at)];
}

/** Several side by side, what they share marked. @param {Excerpt[]} several two or more */
export function besideView(several) {
  const texts = several.map(textOf), ranges = sharedRanges(texts);
  return html`<section class="beside" aria-labelledby="beside-name" data-testid="beside"><h2 id="beside-name" tabindex="-1">并排比较 ${figure(several.length)} 条</h2>
    <p class="quiet">连续五个字以上相同的已标出${several.length > 2 ? html`：<mark>各条都有的</mark> <mark class="some">其中几条有的</mark>` : nothing}；标点不算。</p>
    <div class="beside__row">${several.map((excerpt, i) => html`<article><h3><a href=${reportUrl(excerpt.reportId, excerpt.paragraphId)}>${whoOf(excerpt)}</a></h3>
      <p>${sharedText(texts[i], ranges[i])}</p></article>`)}</div></section>`;
}
