// One hit of the result list.
import { hitKey } from './api.js';
import { copyCitation, copyLink } from './citation.js';
import { ofHit } from './excerpt-element.js';
import { html, nothing } from './lit.js';
import { marked } from './marks.js';
import { figure, sectionKey, sectionName } from './names.js';
import { nearButton, nearList } from './near-view.js';
import { excerpt, merge } from './ranges.js';
import { remedyButton, remedyPanel } from './remedy-view.js';
import { reportUrl, similarUrl } from './state.js';
import { townUrl } from './town-link.js';
import { whoView } from './who.js';

/** Three lines beside the facets: four hits are to be seen at once. */
const SHORT = { max: 112, lead: 40 };
const KIND_NOTES = { title: '标题', byline: '署名', salutation: '称谓', heading: '标题行', signature: '落款' };

function hitText(hit, open, toggle) {
  const part = open ? { start: 0, end: hit.text.length } : excerpt(hit.text, hit.ranges, SHORT);
  const clipped = part.end - part.start < hit.text.length;
  const outside = clipped ? merge(hit.ranges, hit.text.length).filter((r) => r.end <= part.start || r.start >= part.end).length : 0;
  return html`<p class="hit__text" data-testid="hit-text">${part.start > 0 ? '……' : nothing}${
    marked(hit.text, hit.ranges, part.start, part.end)}${part.end < hit.text.length ? '……' : nothing}
    ${clipped || open ? html`<button type="button" class="plain" data-testid="hit-expand" aria-expanded=${open} @click=${toggle}
      >${open ? '收起' : outside ? `展开全文（另有 ${outside} 处）` : '展开全文'}</button>` : nothing}</p>`;
}

/** How much of the paragraph is boilerplate, where that is most of it. */
function formulaTag({ formulaShare }) {
  if (!(formulaShare >= 0.5)) return nothing;
  const share = `${Math.round(formulaShare * 100)}%`;
  const note = `三份以上报告都有的句子占这段的 ${share}`;
  return html`<span class="tag tag--formula" title=${note} data-testid="formula">套话 ${share}<span class="unseen">（${note}）</span></span>`;
}

/** What of the paragraph says what was asked for in other words. */
function otherWords({ concepts }) {
  const others = (concepts ?? []).filter(({ asked, said }) => asked !== said);
  return others.length ? html`<p class="hit__concepts" data-testid="concepts">同义说法：${
    others.map(({ name, said }, i) => html`${i ? '；' : nothing}<b>${said.replaceAll(' ', '……')}</b>${name === said ? nothing : html`（${name}）`}`)}</p>` : nothing;
}

/** How many more there are of a report of which the list has as many as it takes. */
const othersView = (hit, others, url) => (others > 0
  ? html`<a class="hit__others" href=${url} data-testid="hit-others">本报告另有 ${figure(others)} 段</a>` : nothing);

/**
 * @param {import('./api.js').Hit} hit @param {import('./state.js').SearchState} state
 * @param {{index: number, open: boolean, toggle: () => void, near: import('./near-lists.js').NearLists,
 *   remedies: import('./remedy-lists.js').RemedyLists, others: number}} view
 *   `others`: how many matching paragraphs of its report the list leaves out behind this one
 */
export function hitView(hit, state, { index, open, toggle, near, remedies, others }) {
  const url = reportUrl(hit.reportId, hit.paragraphId, state);
  const path = (hit.headingPath ?? []).join(' › ');
  const id = `hit-${index}`;
  const note = KIND_NOTES[hit.kind];
  const problem = hit.section === 'problems';
  return html`<article class="hit" id=${id} tabindex="-1" data-item aria-labelledby="${id}-name" data-testid="hit" data-key=${hitKey(hit)}>
    <header class="hit__head">${whoView(hit, url, `${id}-name`)}
      <p class="hit__where"><span class="tag tag--${sectionKey(hit.section)}" data-testid="hit-section">${sectionName(hit.section)}</span>${
        formulaTag(hit)}${note ? html`<span class="hit__kind">${note}</span>` : nothing}${path ? html`<span class="hit__path" data-testid="hit-path">${path}</span>` : nothing}</p></header>
    ${hitText(hit, open, toggle)}
    ${otherWords(hit)}
    <p class="hit__actions">
      <a href=${url} data-testid="hit-open">阅读原文</a>
      <button type="button" data-testid="hit-copy-link" @click=${() => copyLink(hit.reportId, hit.paragraphId)}>复制链接</button>
      <button type="button" data-testid="hit-copy-citation" title="先选中几句，就只复制选中的" @click=${({ target }) => copyCitation(hit.reportId, hit.paragraphId, target.closest('.hit').querySelector('.hit__text'))}>复制引文</button>
      <gov-excerpt .source=${ofHit(hit)} .marks=${true}></gov-excerpt>
      ${townUrl(hit) ? html`<a href=${townUrl(hit)} data-testid="hit-town">历年报告<span class="unseen">：${hit.town}</span></a>` : nothing}
      ${problem ? html`<a href=${similarUrl(hit)} data-testid="hit-similar">相似问题</a>${remedyButton(hit, id, remedies)}` : nothing}
      ${othersView(hit, others, url)}${nearButton(hit, id, near)}
    </p>
    ${remedyPanel(hit, id, remedies)}
    ${nearList(hit, id, state, near)}
  </article>`;
}
