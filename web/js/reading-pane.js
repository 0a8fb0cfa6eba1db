// The report of a hit beside the list, on windows that are wide enough for both.
import { highlight, report as fetchReport } from './api.js';
import { html, nothing, render } from './lit.js';
import { marked } from './marks.js';
import { regionOf, sectionKey, sectionName, titleOf, townOf, yearOf } from './names.js';
import { reportUrl } from './state.js';

/** As many paragraphs stand before and behind the one of the hit; the whole is on the reading page. */
const AROUND = 60, KEPT = 8;

function paragraphView(paragraph, ranges, isHit) {
  const text = marked(paragraph.text, ranges);
  const isHeading = ['heading', 'title'].includes(paragraph.kind);
  return html`<p class="pane__text ${isHeading ? 'pane__heading' : ''} ${isHit ? 'pane__hit' : ''}" data-testid=${isHit ? 'pane-hit' : nothing}>${text}</p>`;
}

/** @param {object} report @param {Map<string, object[]>} ranges by paragraph @param {string} paragraphId @param {string} url of the reading page */
function paneView(report, ranges, paragraphId, url) {
  const at = Math.max(0, report.paragraphs.findIndex(({ id }) => id === paragraphId));
  const from = Math.max(0, at - AROUND), to = Math.min(report.paragraphs.length, at + AROUND + 1);
  const region = regionOf(report), { section } = report.paragraphs[at] ?? {};
  const rest = (count) => (count ? html`<p class="quiet"><a href=${url}>另有 ${count} 段，见整份报告</a></p>` : nothing);
  return html`<header class="pane__head"><h2>${townOf(report)} <span>${yearOf(report)}${region ? ` · ${region}` : ''}</span></h2>
      <p><span class="tag tag--${sectionKey(section)}">${sectionName(section)}</span> <a href=${url} data-testid="pane-open">整页阅读</a></p></header>
    <div class="pane__body" aria-label=${titleOf(report)} role="group">${rest(from)}${report.paragraphs.slice(from, to).map((paragraph) =>
      paragraphView(paragraph, ranges.get(paragraph.id) ?? [], paragraph.id === paragraphId))}${rest(report.paragraphs.length - to)}</div>`;
}

export class ReadingPane {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.shown = '';
    this.reports = new Map();
    this.aborter = new AbortController();
  }

  /** The report, from those read last where it is among them. */
  async #report(id, signal) {
    const known = this.reports.get(id) ?? await fetchReport(id, signal);
    this.reports.delete(id);
    this.reports.set(id, known);
    if (this.reports.size > KEPT) this.reports.delete(this.reports.keys().next().value);
    return known;
  }

  /** Shows the report of a hit at its paragraph. @param {string} key the hit's @param {import('./state.js').SearchState} state in the mode that found it */
  async show(key, state) {
    const wanted = `${key} ${state.q} ${state.mode}`;
    if (wanted === this.shown) return;
    this.aborter.abort();
    this.aborter = new AbortController();
    const { signal } = this.aborter, [reportId, paragraphId] = key.split('.');
    try {
      const [report, found] = await Promise.all([
        this.#report(reportId, signal), state.q ? highlight(reportId, state.q, state.mode, signal) : { paragraphs: [] },
      ]);
      if (signal.aborted) return;
      this.shown = wanted;
      const ranges = new Map(found.paragraphs.map((each) => [each.id, each.ranges]));
      render(paneView(report, ranges, paragraphId, reportUrl(reportId, paragraphId, state)), this.element);
      const hit = this.element.querySelector('.pane__hit');
      // Not scrollIntoView, which would move the list as well.
      if (hit) this.element.scrollTop = hit.offsetTop - this.element.clientHeight / 4;
    } catch {
      if (!signal.aborted) render(html`<p class="quiet">原文没有取得，请点“阅读原文”。</p>`, this.element);
    }
  }
}
