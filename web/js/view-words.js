// 搭配: what stands in one sentence with what was searched for, or sets the chosen reports apart from the others.
import { collocates, distinctive } from './api-insight.js';
import { html, nothing } from './lit.js';
import { FACET_NAMES, figure } from './names.js';
import { reportUrl, searchUrl } from './state.js';
import { orderOf } from './tabs.js';
import { doubtMark } from './year-doubt.js';

const isBeside = (state) => orderOf(state) === 'beside' && state.q !== '';

export const fetch = (state, mode, { signal }) =>
  (isBeside(state) ? collocates(state, signal) : distinctive(state, orderOf(state) === 'beside' ? '' : orderOf(state), signal));
export const items = (answer) => answer.rows;

const times = (value) => `${value < 10 ? value.toFixed(1) : figure(Math.round(value))} 倍`;

/** The paragraphs behind a row: each of its lines. */
const linesUrl = (row, state) => searchUrl({ ...state, q: row.query, mode: 'exact', view: 'lines', by: '', whole: false });

function rowView(row, { by, looked, others }, state) {
  return html`<tr data-item tabindex="-1" data-testid="word-row">
    <th scope="row"><a data-go href=${linesUrl(row, state)} data-testid="word-lines">${row.text}</a></th>
    <td class="num">${figure(row.reports)} / ${figure(looked.reports)}</td>
    <td class="num">${by ? `${figure(row.others)} / ${figure(others.reports)}` : `${figure(row.others)} 段`}</td>
    <td class="num">${times(row.times)}</td>
    <td class="figures__example"><a href=${reportUrl(row.reportId, row.paragraphId, { ...state, q: row.query, mode: 'exact' })} data-open data-testid="word-example">${
      row.town ?? '乡镇未注明'}${row.year == null ? nothing : html` ${row.year}`}</a>${row.yearDoubtful ? html` ${doubtMark}` : nothing}</td>
  </tr>`;
}

const readOf = ({ paragraphs, read }) => (read < paragraphs ? html`${figure(paragraphs)} 段里按报告均匀抽取的 ${figure(read)} 段` : html`${figure(paragraphs)} 段`);

const MISSING = '不同的词太多，后读到的新词没有计入；缩小范围再看就全了。';

/** What was looked at. */
function readNote({ by, looked, others }) {
  if (!by) return html`看了逐字含有检索词的 ${readOf(looked)}，除去套话，余下的句子出自 ${figure(looked.reports)} 份报告`;
  return html`所选的 ${readOf(looked)}（${figure(looked.reports)} 份报告）与${FACET_NAMES[by]}不同的 ${readOf(others)}（${figure(others.reports)} 份报告）相比，除去套话`;
}

const missingNote = ({ looked, others }) => (looked.complete && others.complete ? nothing : html`<b data-testid="words-missing">${MISSING}</b>`);

/** @param {import('./tab-run.js').Tab} tab */
export function view({ answer, items: rows, state }) {
  const missing = answer.notices.find(({ code }) => code === 'no-text' || code === 'no-choice');
  if (missing) return html`<p class="view__note" data-testid="view-note">${missing.message}。</p>`;
  if (!rows.length) {
    return html`<div class="message" data-testid="view-note"><h2>没有明显多见的词</h2><p>${readNote(answer)}，没有明显多见的。报告太少，或者这些句子各不相同，就看不出搭配。${missingNote(answer)}</p></div>`;
  }
  return html`<p class="view__note" data-testid="view-note">${readNote(answer)}；下面的词${answer.by ? '更多见' : '在这些句子里比在整个报告库里多见'}。按报告计数；虚词、数字和报告自己的地名不列。${missingNote(answer)}点击词语看它的每一处。</p>
    <div class="scroll" role="region" aria-label="搭配的词" tabindex="0"><table class="figures figures--words">
      <thead><tr><th scope="col">词</th><th scope="col" class="num">有它的报告</th><th scope="col" class="num">${answer.by ? '其余的报告' : '全库段落'}</th><th scope="col" class="num">多见</th><th scope="col" class="figures__example">例</th></tr></thead>
      <tbody>${rows.map((row) => rowView(row, answer, state))}</tbody>
    </table></div>`;
}

/** @param {import('./tab-run.js').Tab} tab */
export const shown = ({ items: rows }) => `已显示 ${figure(rows.length)} 个`;
