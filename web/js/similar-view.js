// Similar problems, and with each what its report plans and what came of it.
import { copyCitation } from './citation.js';
import { ofStatement } from './excerpt-element.js';
import { html, nothing, repeat } from './lit.js';
import { marked } from './marks.js';
import { figure, regionOf, sectionKey, sectionName, townOf, yearOf } from './names.js';
import { copyHit } from './similar-take.js';
import { reportUrl } from './state.js';
import { townLink } from './town-link.js';
import { doubtMark } from './year-doubt.js';

/** @typedef {{reportId: string, paragraphId: string, statement: number, start: number, end: number, text: string, section: string,
 *   terms: {text: string, ranges: object[]}[], concepts: {name: string, asked: string, said: string, ranges: object[]}[],
 *   measure: {paragraphId: string, start: number, end: number, text: string}|null,
 *   remedies: {measures: object[], nextYear: object|null, achievements: object[]}}} SimilarHit */

const MOST_TERMS = 6;
const EXAMPLES = [
  '懂法律的干部少，执法力量不足', '普法形式单一，群众参与不高', '“法律明白人”作用发挥不够', '合法性审查人手紧、能力弱', '矛盾纠纷多元化解机制不健全',
];

/** Why it is listed: other words for the same first, then the words that both have. */
function why({ concepts, terms }) {
  const others = concepts.filter(({ asked, said }) => asked !== said).map(({ name, asked, said }) => html`<b title=${name}>${asked} ~ ${said}</b>`);
  const shared = terms.slice(0, MOST_TERMS).map(({ text }) => text);
  if (!others.length && !shared.length) return nothing;
  return html`<p class="why" data-testid="why">${others.length ? html`同义表述：${others.map((each, i) => html`${i ? '；' : ''}${each}`)}${shared.length ? '。' : ''}` : nothing}${
    shared.length ? `共同用词：${shared.join('、')}` : ''}</p>`;
}

const plan = (reportId, { paragraphId, text, start, end }, ranges = []) => html`<p><a href=${reportUrl(reportId, paragraphId)}>${
  marked(text, ranges, start, end)}</a></p>`;
const planOf = (reportId, { paragraphId, text, at, ranges }) => plan(reportId, { paragraphId, text, ...at }, ranges);

/** What fits by its words, else what ranking took for it; then what the next year's report says came of it. */
function remediesOf({ reportId, measure, remedies: { measures, nextYear, achievements } }) {
  const plans = measures.length ? measures.map((each) => planOf(reportId, each)) : measure ? plan(reportId, measure) : null;
  return html`${plans ?? html`<p class="quiet">这份报告的计划里没有找到对应的措施。</p>`}${nextYear && achievements.length
    ? html`<h3 class="is-done" data-testid="achieved">${nextYear.year} 年度报告里的成效</h3>${achievements.map((each) => planOf(nextYear.id, each))}` : nothing}`;
}

function hitView(hit) {
  const ranges = [...hit.terms, ...hit.concepts].flatMap((each) => each.ranges);
  return html`<li class="pair-row" tabindex="-1" data-item data-testid="similar-hit">
    <h2>${townLink(hit)}<span>${regionOf(hit)}</span><span>${yearOf(hit)}${hit.yearDoubtful ? html` ${doubtMark}` : nothing}</span></h2>
    <div><h3 class="is-problem">${sectionName(hit.section)}</h3><p><a href=${reportUrl(hit.reportId, hit.paragraphId)} data-open>${marked(hit.text, ranges, hit.start, hit.end)}</a></p>${why(hit)}
      <p class="pair-row__do"><button type="button" class="plain" data-testid="similar-copy" aria-label="复制${townOf(hit)}的问题和措施" @click=${() => copyHit(hit)}>复制</button>
        <button type="button" class="plain" data-testid="similar-cite" aria-label="引用${townOf(hit)}的这一段" @click=${() => copyCitation(hit.reportId, hit.paragraphId)}>引用</button>
        <gov-excerpt .source=${ofStatement(hit)}></gov-excerpt></p></div>
    <div data-testid="measure"><h3>整改措施</h3>${remediesOf(hit)}</div></li>`;
}

/** The paragraph asked about, whole or one of its statements.
 * @param {{paragraph: object, report: object}} asked @param {number} statement from 1; 0 for the whole @param {(statement: number) => string} urlOf */
export function askedView({ paragraph, report }, statement, urlOf) {
  const { text, statements } = paragraph, at = statements[statement - 1];
  const name = ({ start, end }) => `${text.slice(start, Math.min(end, start + 12))}${end > start + 12 ? '…' : ''}`;
  return html`<div class="asked" data-testid="asked"><p class="quiet"><span class="tag tag--${sectionKey(paragraph.section)}">${sectionName(paragraph.section)}</span>
      ${townLink(report)} <a href=${reportUrl(report.id, paragraph.id)}>${yearOf(report)}</a></p>
    <p>${marked(text, at ? [at] : [])}</p>
    ${statements.length > 1 ? html`<ul class="units" role="list" aria-label="问哪一条">${[{ start: 0, end: text.length }, ...statements].map((each, i) => html`<li><a
      href=${urlOf(i)} aria-current=${i === statement ? 'true' : nothing} data-testid="statement">${i ? name(each) : '整段'}</a></li>`)}</ul>` : nothing}</div>`;
}

/** What to ask, where nothing was asked yet. @param {(text: string) => string} urlOf */
export const examplesView = (urlOf) => html`<section class="similar-examples" aria-labelledby="examples-name"><h2 id="examples-name">例如</h2>
  <ul role="list">${EXAMPLES.map((text) => html`<li><a href=${urlOf(text)} data-testid="similar-example">${text}</a></li>`)}</ul>
  <p class="quiet">也可以在检索结果或报告里点一段的“相似问题”。</p></section>`;

function countName(hits, most, effect, looked) {
  if (!hits.length) return effect && looked ? `最相近的 ${figure(looked)} 个乡镇里没有次年见效的` : '没有找到相似的问题';
  if (effect) return `${figure(hits.length)} 个乡镇的相似问题次年见效（看了最相近的 ${figure(looked)} 个）`;
  return hits.length >= most ? `问题最相近的 ${figure(hits.length)} 个乡镇` : `${figure(hits.length)} 个乡镇有相似的问题`;
}

/** How far a learnt model took part; nothing is said where there is none. */
const learntNote = (learnt) => ({
  on: '语义模型已用上',
  making: `语义模型正在读各报告的问题${learnt?.all ? `（${figure(learnt.done)} / ${figure(learnt.all)}）` : ''}，先按读过的用`,
  failed: '语义模型这次没有答上来，没有用它',
}[learnt?.state] ?? '');

/** @param {{concepts: {name: string, wording: string}[], hits: SimilarHit[], looked: number, complete: boolean, learnt: {state: string, done: number, all: number}, tookMillis: number}} answer @param {number} most asked for
 *  @param {{effect: boolean, save: () => void}} more `effect`: only those of which the next year's report says what came of it */
export const similarView = ({ concepts, hits, looked, complete, learnt, tookMillis }, most, { effect, save }) => html`
  <div class="similar-bar"><p class="view__note" role="status" data-testid="similar-summary">${countName(hits, most, effect, looked)}${
    complete ? '' : '（没有在时限内全部看完）'}<span class="quiet">&emsp;<span class="nowrap">${figure(tookMillis)} 毫秒</span>${learntNote(learnt) ? html`&emsp;<span data-testid="learnt">${learntNote(learnt)}</span>` : nothing}</span>${
    concepts.length ? html`<br>所问的事：${[...new Set(concepts.map(({ name }) => name))].join('、')}` : nothing}</p>
    ${hits.length ? html`<button type="button" class="button" data-testid="similar-word" @click=${save}>导出 Word</button>` : nothing}</div>
  ${hits.length ? html`<ol class="pairs" role="list">${repeat(hits, (hit) => `${hit.reportId}.${hit.paragraphId}.${hit.statement}`, (hit, i) => [
    hit.weak && !hits[i - 1]?.weak ? html`<li class="pairs__weak quiet" data-testid="weak">以下关联较弱</li>` : nothing, hitView(hit)])}</ol>`
    : html`<p>${effect ? '可以去掉“次年见效”，或' : ''}换一种说法，或写得具体一些；也可以直接<a href="/">检索</a>其中的词。</p>`}`;
