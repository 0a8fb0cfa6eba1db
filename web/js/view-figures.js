// 数字: the numbers that reports attach to what was searched for, as a table and a chart.
import { figures } from './api.js';
import { chartBox } from './chart.js';
import { ofFigure } from './excerpt-element.js';
import { figuresChart } from './figures-chart.js';
import { unitName } from './figure-rows.js';
import { html, nothing } from './lit.js';
import { figure, townOf } from './names.js';
import { reportUrl, searchUrl } from './state.js';
import { inOrder, orderOf, wholeLink } from './tabs.js';
import { doubtMark } from './year-doubt.js';

export const fetch = (state, mode, page) => figures(state, page);
export const items = (answer) => answer.figures;

const VAGUENESS = { exact: '', about: '约', more: '以上', nearly: '近', less: '以内' };

/** The clause around the number, with the phrase and the number in their places. */
function clause({ text, at, phrase }) {
  const from = Math.max(0, Math.min(at.start, phrase.start) - 14), to = Math.min(text.length, Math.max(at.end, phrase.end) + 14);
  const marks = [{ ...phrase, tag: 'phrase' }, { ...at, tag: 'number' }].sort((a, b) => a.start - b.start);
  const pieces = [];
  let end = from;
  for (const mark of marks) {
    if (mark.start < end) continue;
    pieces.push(text.slice(end, mark.start), mark.tag === 'number' ? html`<b>${text.slice(mark.start, mark.end)}</b>`
      : html`<mark>${text.slice(mark.start, mark.end)}</mark>`);
    end = mark.end;
  }
  return html`${from > 0 ? '…' : nothing}${pieces}${text.slice(end, to)}${to < text.length ? '…' : nothing}`;
}

const valueText = ({ value, upTo, vagueness }) => `${figure(value)}${upTo === value ? '' : `—${figure(upTo)}`}${
  VAGUENESS[vagueness] ? `（${VAGUENESS[vagueness]}）` : ''}`;

/** A column's name, which orders by it; a second time the other way round. */
function heading(state, orders, name, numeric) {
  const at = orders.indexOf(orderOf(state));
  const next = orders[(at + 1) % orders.length];
  const sort = at < 0 ? nothing : ['year', 'most'].includes(orders[at]) ? 'descending' : 'ascending';
  return html`<th scope="col" class=${numeric ? 'num' : ''} aria-sort=${sort}><a data-go data-testid="figure-order-${orders[0]}"
    href=${searchUrl(inOrder(state, next))}>${name}</a></th>`;
}

function rowView(row, names, state) {
  const url = reportUrl(row.reportId, row.paragraphId, state);
  return html`<tr data-item tabindex="-1" data-testid="figure-row">
    <th scope="row" class=${row.town == null ? 'missing' : ''}>${townOf(row)}${row.county ? html` <small>${row.county}</small>` : nothing}</th>
    <td class=${row.year == null ? 'missing' : ''}>${row.year ?? '未注明'}${row.yearDoubtful ? html` ${doubtMark}` : nothing}</td>
    <td class="num"><a href=${url} data-open data-testid="figure-link">${valueText(row)}</a></td>
    <td>${row.normalUnit || row.unit}${row.unchanged ? html` <span class="tag tag--formula" title="与本乡镇上一年报告的数字相同">同上年</span>` : nothing}${row.before == null ? nothing
      : html` <small>原 ${figure(row.before)}</small>`}${row.target ? html` <span class="tag" title="是计划达到的，不是已有的">目标</span>` : nothing}</td>
    <td class="figures__text">${names.includes(row.name) ? html`<span class="tag">${row.name}</span> ` : nothing}${clause(row)} <gov-excerpt .source=${ofFigure(row)}></gov-excerpt></td>
  </tr>`;
}

function unitsView({ units, total }, state) {
  if (units.length < 2 && !state.unit) return nothing;
  const link = (value, name, count) => html`<li><a data-go class="chip-like" href=${searchUrl({ ...state, unit: value })} data-testid="unit"
    aria-current=${state.unit === value ? 'true' : nothing}>${name} <small>${figure(count)}</small></a></li>`;
  return html`<ul class="units" role="list" aria-label="量词">${link('', '全部', total)}${
    units.filter(({ unit }) => unit).map(({ unit, count }) => link(unit, unitName(unit), count))}</ul>`;
}

/** Turns the figures of other names on and off, and says which these are. */
function alikeView(names, state) {
  const said = !state.alike ? nothing : html` <span class="quiet">${names.length ? `也找了：${names.join('、')}` : '同义说法表里没有它的其他说法'}</span>`;
  return html`<p class="view__note"><a data-go class="chip-like" href=${searchUrl({ ...state, unit: '', alike: !state.alike })} data-testid="figure-alike"
    aria-current=${state.alike ? 'true' : nothing} title="也列出同一概念的其他说法的数字">同时查找同义说法</a>${said}</p>`;
}

/** @param {import('./tab-run.js').Tab} tab */
export function view({ answer, items: rows, nextCursor, state, mode }) {
  const noText = answer.notices.find(({ code }) => code === 'no-text');
  if (noText) return html`<p class="view__note" data-testid="view-note">${noText.message}。</p>`;
  const reading = { ...state, mode }, part = answer.readParagraphs < answer.paragraphs;
  if (!answer.total && !rows.length) {
    const where = part ? `均匀抽取的 ${figure(answer.readParagraphs)} 段` : `${figure(answer.paragraphs)} 段`;
    return html`${alikeView(answer.otherNames, state)}<div class="message" data-testid="view-note"><h2>没有与检索词相连的数字</h2>
      <p>逐字含有检索词的 ${where}里，没有紧挨着它的数、率或金额。${part ? wholeLink(part, state) : nothing}换一个更短的词语试试，如“法律明白人”“调解”。</p></div>`;
  }
  const of = part ? `均匀抽取的 ${figure(answer.readParagraphs)} 段，` : '';
  return html`
    <p class="view__note" data-testid="view-note">${part ? html`逐字含有检索词的有 ${figure(answer.paragraphs)} 段，按报告均匀抽取了 ${figure(answer.readParagraphs)} 段，其中`
      : `逐字含有检索词的 ${figure(answer.paragraphs)} 段里`}共有 ${figure(answer.total)} 个相连的数字，${figure(answer.withoutFigure)} 段没有。点击数字阅读原文。${wholeLink(part, state)}</p>
    ${alikeView(answer.otherNames, state)}
    ${unitsView(answer, state)}
    ${chartBox(figuresChart(answer.chart, reading, of))}
    <div class="scroll" role="region" aria-label="数字" tabindex="0"><table class="figures figures--rows">
      <thead><tr>${heading(state, ['town'], '乡镇')}${heading(state, ['year'], '年度')}${heading(state, ['most', 'least'], '数值', true)}<th scope="col">单位</th><th scope="col">原文</th></tr></thead>
      <tbody>${rows.map((row) => rowView(row, answer.otherNames, reading))}</tbody>
    </table></div>`;
}

/** @param {import('./tab-run.js').Tab} tab */
export function shown({ answer, items: rows, state }) {
  const of = state.unit ? answer.units.find(({ unit }) => unit === state.unit)?.count ?? 0 : answer.total;
  return answer.readParagraphs < answer.paragraphs ? `已显示 ${figure(rows.length)} 个` : `已显示 ${figure(rows.length)} / ${figure(of)} 个`;
}
