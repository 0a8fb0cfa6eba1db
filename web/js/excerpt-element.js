// <gov-excerpt>: puts something aside and takes it back, wherever it is shown; beside hits also marks it as seen or not relevant.
import { CHANGED, add, excerpts, keyOf, markOf, remove, setMark } from './excerpt-store.js';
import { html, nothing, render } from './lit.js';
import { townOf } from './names.js';
import { toast } from './toast.js';

const who = ({ title, town, county, city, province, year }) => ({ title, town, county, city, province, year });
const of = (report, { reportId, paragraphId, text, section, headingPath }, more) =>
  ({ ...who(report), reportId, paragraphId, text, section, headingPath, start: null, end: null, figure: null, ...more });

/** @param {import('./api.js').Hit} hit */
export const ofHit = (hit) => of(hit, hit);
/** @param {object} report @param {import('./api.js').Paragraph} paragraph */
export const ofParagraph = (report, paragraph) => of(report, { ...paragraph, reportId: report.id, paragraphId: paragraph.id }, { ordinal: paragraph.ordinal });
/** A figure, with its paragraph. @param {{at: import('./ranges.js').Range}} row */
export const ofFigure = (row) => of(row, row, { figure: row.at });
/** A statement of a paragraph. @param {{start: number, end: number, text: string}} hit */
export const ofStatement = (hit) => of(hit, hit, hit.start === 0 && hit.end === hit.text.length ? {} : { start: hit.start, end: hit.end });

const MARKS = { seen: '看过', no: '不相关' };

/** Says what is the matter where the browser has no room. */
function tried(change) {
  try {
    change();
  } catch (error) {
    toast(error.message, true);
  }
}

class ExcerptElement extends HTMLElement {
  #draw = () => this.draw();

  /** @param {object} value what is put aside, see the functions above */
  set source(value) {
    this.of = value;
    if (this.isConnected) this.draw();
  }

  /** @param {boolean} value whether it is marked as well */
  set marks(value) { this.marked = value; }

  connectedCallback() {
    addEventListener(CHANGED, this.#draw);
    this.draw();
  }

  disconnectedCallback() { removeEventListener(CHANGED, this.#draw); }

  draw() {
    if (!this.of) return;
    const { reportId, paragraphId, ordinal } = this.of, key = keyOf(this.of), has = excerpts().has(key), paragraph = `${reportId}.${paragraphId}`;
    const name = ordinal ? `第 ${ordinal} 段` : townOf(this.of), mark = this.marked ? markOf(paragraph) : '';
    const change = () => tried(() => {
      if (has) remove(key);
      else add(this.of);
      toast(has ? '已从摘录里去掉' : '已摘录，见“摘录”页');
    });
    const markButton = (value) => html`<button type="button" data-mark=${value} aria-pressed=${mark === value} aria-label="${MARKS[value]}：${name}" data-testid="mark-${value}"
      @click=${() => tried(() => setMark(paragraph, mark === value ? '' : value))}>${MARKS[value]}</button>`;
    render(html`<button type="button" aria-pressed=${has} aria-label="${has ? '已摘录' : '摘录'}：${name}" data-testid="excerpt" @click=${change}>${has ? '已摘录' : '摘录'}</button>${
      this.marked ? html`<span class="marks">${Object.keys(MARKS).map(markButton)}</span>` : nothing}`, this);
  }
}

customElements.define('gov-excerpt', ExcerptElement);
