// What a draft looks like beside the collection: shares, hints, and the draft itself with where each sentence comes from.
import { html, nothing } from './lit.js';
import { MISSING, figure, sectionName } from './names.js';
import { reportUrl } from './state.js';

/** @typedef {{paragraph: number, start: number, end: number}} Spot a range in a paragraph of the draft */

export const KINDS = {
  formula: '套话', 'own-earlier': '与本单位往年相同', elsewhere: '与别处相同', alike: '近似', new: '自己的', brief: '太短，不比较',
};

const percent = (part, all) => `${Math.round((100 * part) / Math.max(1, all))}%`;
export const who = ({ town, year }) => `${town ?? `乡镇${MISSING}`} ${year ?? `年度${MISSING}`}`;

function whose({ own }, choose) {
  if (own.candidates.length) {
    return html`<p class="whose">叫“${own.town}”的有几处，请选：${own.candidates.map((path) => html` <button type="button" class="button" data-testid="candidate"
      @click=${() => choose(path)}>${path.split('/').join(' › ')}</button>`)}</p>`;
  }
  return html`<p class="whose" data-testid="whose">${own.town ? html`<b>${own.region.join(' › ')} ${own.town}</b>` : '没有认出是哪个乡镇的，请在上面填写'}${
    own.year ? `，${own.year} 年度` : `，年度${MISSING}`}；${own.lastYear ? html`对照 <a href=${reportUrl(own.lastYear.id)}>${who(own.lastYear)} 年的报告</a>` : '库里没有上年的报告'}</p>`;
}

function shares({ lengths }) {
  const all = Object.values(lengths).reduce((sum, each) => sum + each, 0);
  const there = Object.entries(KINDS).filter(([kind]) => lengths[kind]);
  return html`<div class="shares" aria-hidden="true">${there.map(([kind]) => html`<i class="is-${kind}" .style=${`flex: ${lengths[kind]}`}></i>`)}</div>
    <div class="check-bar"><ul class="share-list" role="list" data-testid="shares">${there.map(([kind, name]) => html`<li><i class="is-${kind}" aria-hidden="true"></i>${name}
      <b>${percent(lengths[kind], all)}</b> <span class="quiet">${figure(lengths[kind])} 字</span></li>`)}</ul>
      <button type="button" class="button" data-testid="print" @click=${() => print()}>打印</button></div>`;
}

const at = ({ paragraph }) => `#p${paragraph}`;
const hint = (name, id, items, view) => (items.length ? html`<section data-testid=${id}><h2>${name}（${figure(items.length)}）</h2>
  <ul role="list" tabindex="0" aria-label=${name}>${items.map((item) => html`<li>${view(item)}</li>`)}</ul></section>` : nothing);

function hints(checked) {
  const { own: { lastYear } } = checked;
  const all = [
    hint('别处的地名', 'names', checked.names, (one) => html`<a href=${at(one)}>${one.name}</a> <span class="quiet">第 ${one.paragraph} 段${
      one.where.length ? `，${one.where.map((path) => path.split('/').join(' › ')).join('；')}` : ''}</span>`),
    hint('前后不一的数字', 'contradictions', checked.contradictions, (one) => html`<a href=${at(one)}>${one.text}</a> <span class="quiet">${one.message}</span>`),
    hint('与上年相同的数字', 'repeated', checked.repeated, (one) => html`<a href=${at(one)}>${one.text}</a> <span class="quiet">第 ${one.paragraph} 段，<a
      href=${reportUrl(lastYear.id, one.paragraphId)}>上年</a></span>`),
    hint('没有的章节', 'missing', checked.missing, (one) => html`${sectionName(one.section)} <span class="quiet">${percent(one.share, 1)} 的报告有</span>`),
    hint('没有措施的问题', 'unanswered', checked.unanswered, (one) => html`<a href=${at(one)}>${one.text}</a>`),
    hint('上年的计划没有下文', 'silent', checked.silent, (one) => html`<a href=${reportUrl(lastYear.id, one.paragraphId)}>${one.text}</a>`),
  ].filter((one) => one !== nothing);
  return all.length ? html`<div class="hints">${all}</div>` : html`<p class="quiet" data-testid="no-hints">没有需要提示的地名、数字、章节或问题。</p>`;
}

/** A part of a paragraph with its marks: names of other places, and what was changed. */
function pieces(text, from, to, names, changed) {
  const marks = [...names.map(({ start, end }) => ({ start, end, left: true })), ...changed.map((range) => ({ ...range, left: false }))]
    .filter(({ start, end }) => start < to && end > from).sort((a, b) => a.start - b.start);
  const out = [];
  let done = from;
  for (const { start, end, left } of marks) {
    if (start < done) continue;
    out.push(text.slice(done, start), left ? html`<strong class="left" title="别处的地名">${text.slice(start, Math.min(end, to))}</strong>` : html`<ins>${text.slice(start, Math.min(end, to))}</ins>`);
    done = Math.min(end, to);
  }
  return [...out, text.slice(done, to)];
}

const search = (text) => `/?q=${encodeURIComponent(`“${text.replace(/[“”"。；！？]/g, '').trim().slice(0, 200)}”`)}`;

function fromView(sentence, text, reports) {
  const { kind, source, towns } = sentence;
  if (kind === 'formula') return html`<small class="from">［<a href=${search(text)}>套话，${figure(towns)} 个乡镇</a>］</small>`;
  if (!source) return kind === 'new' ? html`<small class="from unseen">自己的</small>` : nothing;
  const name = { 'own-earlier': '同', elsewhere: '首见于', alike: '近似' }[kind];
  return html`<small class="from">［${name} <a href=${reportUrl(source.reportId, source.paragraphId)}>${who(reports.get(source.reportId))}</a>］</small>${
    kind === 'alike' ? html`<span class="original">原句：${originalOf(source)}</span>` : nothing}`;
}

/** The other's sentence, with what the draft has not. */
function originalOf({ text, changed }) {
  let done = 0;
  const out = [];
  for (const { start, end } of changed) {
    out.push(text.slice(done, start), html`<del>${text.slice(start, end)}</del>`);
    done = end;
  }
  return [...out, text.slice(done)];
}

function draft(checked) {
  const reports = new Map(checked.reports.map((report) => [report.id, report]));
  return html`<div class="draft" data-testid="draft">${checked.paragraphs.map(({ ordinal, text, kind }) => {
    const own = checked.sentences.filter(({ paragraph }) => paragraph === ordinal), names = checked.names.filter(({ paragraph }) => paragraph === ordinal);
    return html`<p id="p${ordinal}" class=${kind === 'heading' || kind === 'title' ? 'draft__heading' : nothing}>${own.map((sentence) => html`<span
      class="sentence is-${sentence.kind}" title=${KINDS[sentence.kind]} data-testid="sentence-${sentence.kind}" tabindex=${sentence.source ? '-1' : nothing}
      data-item=${sentence.source ? '' : nothing}>${pieces(text, sentence.start, sentence.end, names, sentence.changed)}</span>${
      fromView(sentence, text.slice(sentence.start, sentence.end), reports)}`)}</p>`;
  })}</div>`;
}

/** @param {object} checked of POST selfcheck @param {(town: string) => void} choose */
export function checkedView(checked, choose) {
  return html`<div data-testid="checked">${whose(checked, choose)}${shares(checked)}
    ${hints(checked)}<h2>逐句</h2>${draft(checked)}</div>`;
}
