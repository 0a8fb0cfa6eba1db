// 上下文对照: every place on a line of its own, aligned on what was found, as concordances are.
import { concordance } from './api.js';
import { html, nothing } from './lit.js';
import { figure, townOf } from './names.js';
import { reportUrl, searchUrl } from './state.js';
import { inOrder, orderOf, wholeLink } from './tabs.js';
import { doubtMark } from './year-doubt.js';

const MANY = 12;

export const fetch = (state, mode, page) => concordance({ ...state, by: orderOf(state) }, mode, page);
export const items = (answer) => answer.lines;

/** A column's name, which orders by it. */
function heading(state, order, name) {
  const now = orderOf(state) === order;
  return html`<th scope="col" class="kwic__${order}" aria-sort=${now ? 'ascending' : nothing}><a data-go data-testid="line-order-${order}"
    href=${searchUrl(inOrder(state, order))}>${name}</a></th>`;
}

const lineView = (line, state) => html`<tr data-item tabindex="-1" data-testid="line">
  <td class="kwic__left"><div><span>${line.left}</span></div></td>
  <td class="kwic__match"><a href=${reportUrl(line.reportId, line.paragraphId, state)} data-open><mark>${line.match}</mark></a></td>
  <td class="kwic__right"><div><span>${line.right}</span></div></td>
  <td class="kwic__town ${line.town == null ? 'missing' : ''}">${townOf(line)}</td>
  <td class="kwic__year ${line.year == null ? 'missing' : ''}">${line.year ?? '未注明'}${line.yearDoubtful ? html` ${doubtMark}` : nothing}</td>
</tr>`;

const QUOTED = /["“”„「」『』＂]/g;

/** A search for what is asked together with what follows; none where more than one thing is asked. */
function followedBy({ following }, understood, state) {
  const [part] = understood, asked = understood.length === 1 && ['phrase', 'words'].includes(part.kind) ? part.label.replace(QUOTED, '').trim() : '';
  if (!asked || /\s/.test(asked) || !following) return null;
  return searchUrl({ ...state, q: `“${asked}${following.replaceAll('〈数〉', '*')}”` });
}

/** What follows the places, by how often: bars are SVG because the page's policy allows no inline style. */
function groupsView({ groups, otherGroups, otherLines, understood }, state) {
  if (groups.length < 2) return nothing;
  const most = groups[0].lines;
  const name = (group) => {
    const url = followedBy(group, understood, state), text = `${group.following}${group.ends ? '' : '…'}`;
    if (!group.following) return html`<i class="quiet">到此为止</i>`;
    return url ? html`<a data-go href=${url} data-testid="follow-link">${text}</a>` : text;
  };
  return html`<details class="follow" data-testid="follow"><summary>后接词语<span class="quiet">（${figure(groups.length + otherGroups)} 类）</span></summary>
    <ol role="list">${groups.map((group, i) => html`<li class=${i < MANY ? '' : 'follow__rest'} data-testid="follow-group"><span>${name(group)}</span>
      <svg class="bar" aria-hidden="true" preserveAspectRatio="none"><rect height="100%" width="${(100 * group.lines) / most}%"></rect></svg><b>${figure(group.lines)}</b></li>`)}</ol>
    ${otherGroups ? html`<p class="quiet">另有 ${figure(otherGroups)} 类，共 ${figure(otherLines)} 行。</p>` : nothing}</details>`;
}

/** @param {import('./tab-run.js').Tab} tab */
export function view({ answer, items: lines, state, mode }) {
  const noText = answer.notices.find(({ code }) => code === 'no-text');
  if (noText) return html`<p class="view__note" data-testid="view-note">${noText.message}。</p>`;
  const part = answer.readParagraphs < answer.paragraphs;
  return html`
    <p class="view__note" data-testid="view-note">${part
      ? `命中 ${figure(answer.paragraphs)} 段，按报告均匀抽取了 ${figure(answer.readParagraphs)} 段，其中共 ${figure(answer.totalLines)} 处`
      : `共 ${figure(answer.totalLines)} 处，来自 ${figure(answer.paragraphs)} 段`}，每处一行。点击命中的文字阅读原文。${wholeLink(part, state)}</p>
    ${groupsView(answer, state)}
    <div class="scroll" role="region" aria-label="上下文对照列表" tabindex="0"><table class="kwic">
      <thead><tr>${heading(state, 'left', '前文')}<th scope="col" class="kwic__match">命中</th>${heading(state, 'right', '后文')}${
        heading(state, 'town', '乡镇')}${heading(state, 'year', '年度')}</tr></thead>
      <tbody>${lines.map((line) => lineView(line, { ...state, mode }))}</tbody>
    </table></div>`;
}

/** @param {import('./tab-run.js').Tab} tab */
export const shown = ({ answer, items: lines }) => `已显示 ${figure(lines.length)} / ${figure(answer.totalLines)} 行`;
