// The report's text: paragraphs with their numbers, section lines, marks and actions.
import { copyCitation, copyLink } from './citation.js';
import { ofParagraph } from './excerpt-element.js';
import { html, nothing, repeat } from './lit.js';
import { sectionKey, sectionName, titleOf } from './names.js';
import { segments } from './ranges.js';
import { similarUrl } from './state.js';

/** @typedef {{ranges: import('./ranges.js').Range[], first: number, now: number, current: boolean, share: number}} Marks
 *  `first` is the number in the report of the paragraph's first hit, `now` that of the hit walked to, `share` how
 *  much of the paragraph is formula, 0 to 1 */

/** Paragraphs that say little of their own have a line at their outer edge. */
const formulaOf = (share) => (share >= 0.8 ? 'para--formula' : share >= 0.5 ? 'para--half-formula' : '');

const pieces = (text, { ranges, first, now }) => segments(text, ranges).map((piece) => (piece.mark
  ? html`<mark class=${first + piece.index === now ? 'now' : ''} data-hit=${first + piece.index} data-testid="mark">${piece.text}</mark>`
  : piece.text));

function textView(paragraph, level, isName, marks) {
  const text = pieces(paragraph.text, marks);
  const { kind } = paragraph;
  if (isName) return html`<h1 class="text text--title ${paragraph.text.length > 80 ? 'text--long' : ''}">${text}</h1>`;
  if (kind === 'heading') {
    return html`<p class="text text--heading text--level-${level}" role="heading" aria-level=${level + 1}>${text}</p>`;
  }
  return html`<p class="text text--${kind}">${text}</p>`;
}

/** Beside titles and signatures there is no line. */
const isLined = ({ kind }) => !['title', 'byline', 'signature'].includes(kind);

function paragraphView(report, paragraph, { level, isName, begins, marks }) {
  const { id, ordinal, kind, section } = paragraph, reportId = report.id;
  const lined = isLined(paragraph);
  return html`<div class="para para--${kind} ${lined ? `para--${sectionKey(section)}` : ''} ${kind === 'body' ? formulaOf(marks.share) : ''} ${marks.current ? 'para--current' : ''}"
      id=${id} data-testid="paragraph" data-section=${section ?? ''} aria-current=${marks.current ? 'true' : nothing}>
    <div class="para__margin">
      ${begins && lined ? html`<span class="para__section">${sectionName(section)}</span>` : nothing}
      <a class="para__number" href="#${encodeURIComponent(id)}" aria-label="段 ${ordinal}" data-testid="paragraph-number"><span>段 </span>${ordinal}</a>
    </div>
    ${textView(paragraph, level, isName, marks)}
    <div class="para__actions">
      <button type="button" data-testid="paragraph-copy-link" aria-label="复制链接：第 ${ordinal} 段" @click=${() => copyLink(reportId, id, ordinal)}>复制链接</button>
      <button type="button" data-testid="paragraph-copy-citation" aria-label="复制引文：第 ${ordinal} 段" title="先选中几句，就只复制选中的" @click=${({ target }) => copyCitation(reportId, id, target.closest('.para'))}>复制引文</button>
      <gov-excerpt .source=${ofParagraph(report, paragraph)}></gov-excerpt>
      ${kind === 'body' ? html`<a href=${similarUrl({ reportId, paragraphId: id })} data-testid="paragraph-similar" aria-label="相似问题：第 ${ordinal} 段">相似问题</a>` : nothing}
    </div>
  </div>`;
}

const KEY = ['lead', 'achievements', 'problems', 'leadership', 'plans'];

/** What the lines beside the text mean: those that there are. */
function legend(paragraphs, marksOf) {
  const lined = KEY.filter((key) => paragraphs.some((p) => p.section === key && isLined(p)));
  const formula = paragraphs.some((p) => p.kind === 'body' && formulaOf(marksOf(p.id).share));
  if (!lined.length && !formula) return nothing;
  return html`<p class="key" data-testid="key">${lined.length ? html`<span>左侧竖线是章节：</span>${lined.map((key) =>
    html`<span class="key__section key--${key}">${sectionName(key)}</span>`)}` : nothing}${formula
    ? html`<span class="key__formula">右侧竖线是套话（三份以上报告都有的句子）：<span><i class="key--half"></i>过半</span><span><i class="key--most"></i>八成以上</span></span>` : nothing}</p>`;
}

/**
 * @param {{id: string, title: string|null, outline: {level: number, paragraphId: string}[],
 *   paragraphs: import('./api.js').Paragraph[]}} report
 * @param {(id: string) => Marks} marksOf
 */
export function reportBody(report, marksOf) {
  const levels = new Map((report.outline ?? []).map(({ paragraphId, level }) => [paragraphId, level]));
  const { paragraphs } = report;
  // Lists may be long; a report without a title line gets the page's description of it as its name.
  const name = paragraphs.find(({ kind }) => kind === 'title');
  let section;
  return html`
    ${legend(paragraphs, marksOf)}
    ${name ? nothing : html`<h1 class="untitled">${titleOf(report)}</h1>`}
    ${repeat(paragraphs, (p) => p.id, (p) => {
      const titled = p.kind === 'title' || p.kind === 'byline';
      const begins = !titled && p.section !== section;
      if (!titled) section = p.section;
      const level = Math.min(4, levels.get(p.id) ?? (p.headingPath?.length ?? 0) + 1);
      return paragraphView(report, p, { level, isName: p === name, begins, marks: marksOf(p.id) });
    })}
    ${paragraphs.length ? nothing : html`<p class="quiet">这份报告没有正文。</p>`}`;
}
