// One hit of the result list.
import { hitKey } from './api.js';
import { copyCitation, copyLink } from './citation.js';
import { html, nothing } from './lit.js';
import { marked } from './marks.js';
import { regionOf, sectionKey, sectionName, titleOf, townOf, yearOf } from './names.js';
import { nearButton, nearList } from './near-view.js';
import { excerpt, merge } from './ranges.js';
import { remedyButton, remedyPanel } from './remedy-view.js';
import { reportUrl, similarUrl } from './state.js';

const KIND_NOTES = { title: '标题', byline: '署名', salutation: '称谓', heading: '标题行', signature: '落款' };

function hitText(hit, open, toggle) {
  const part = open ? { start: 0, end: hit.text.length } : excerpt(hit.text, hit.ranges);
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

/**
 * @param {import('./api.js').Hit} hit @param {import('./state.js').SearchState} state
 * @param {{index: number, open: boolean, toggle: () => void, near: import('./near-lists.js').NearLists,
 *   remedies: import('./remedy-lists.js').RemedyLists}} view
 */
export function hitView(hit, state, { index, open, toggle, near, remedies }) {
  const url = reportUrl(hit.reportId, hit.paragraphId, state);
  const region = regionOf(hit);
  const path = hit.headingPath ?? [];
  const id = `hit-${index}`;
  const note = KIND_NOTES[hit.kind];
  return html`<article class="hit" id=${id} tabindex="-1" data-item aria-labelledby="${id}-name" data-testid="hit" data-key=${hitKey(hit)}>
    <header>
      <h3 id="${id}-name"><a href=${url} data-open data-testid="hit-title"><b class=${hit.town == null ? 'missing' : ''}>${townOf(hit)}</b
        >${region ? html`<span class="hit__region">${region}</span>` : nothing}<span
        class="hit__year ${hit.year == null ? 'missing' : ''}">${yearOf(hit)}</span></a></h3>
      <p class="hit__report">${titleOf(hit)}</p>
    </header>
    <p class="hit__where"><span class="tag tag--${sectionKey(hit.section)}" data-testid="hit-section">${sectionName(hit.section)}</span
      >${formulaTag(hit)}${note ? html`<span class="hit__kind">${note}</span>` : nothing}${path.length
        ? html`<span class="hit__path">${path.map((h, i) => html`${i ? html`<i aria-hidden="true"> › </i>` : nothing}<span>${h}</span>`)}</span>` : nothing}</p>
    ${hitText(hit, open, toggle)}
    ${otherWords(hit)}
    <p class="hit__actions">
      <a href=${url} data-testid="hit-open">阅读原文</a>
      <button type="button" data-testid="hit-copy-link" @click=${() => copyLink(hit.reportId, hit.paragraphId)}>复制链接</button>
      <button type="button" data-testid="hit-copy-citation" @click=${() => copyCitation(hit.reportId, hit.paragraphId)}>复制引文</button>
      ${hit.section === 'problems' ? html`<a href=${similarUrl(hit)} data-testid="hit-similar">相似问题</a>${remedyButton(hit, id, remedies)}` : nothing}
      ${nearButton(hit, id, near)}
    </p>
    ${remedyPanel(hit, id, remedies)}
    ${nearList(hit, id, state, near)}
  </article>`;
}
