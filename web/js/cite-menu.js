// 引用格式: a report or the paragraph being read, as lists of references want it.
import { paragraph } from './api.js';
import { copy } from './clipboard.js';
import { html, nothing } from './lit.js';
import { saveFile } from './save-file.js';
import { toast } from './toast.js';

/** @typedef {{brief: string, gbt7714: string, ris: string, bibtex: string, source: string|null}} Citations */

const COPIED = { gbt7714: 'GB/T 7714-2025', brief: '脚注短引（含查阅日期）' };
const SAVED = { ris: ['RIS（Zotero、EndNote）', 'ris', 'application/x-research-info-systems'], bibtex: ['BibTeX', 'bib', 'application/x-bibtex'] };

/** @param {() => Promise<Citations>} citations @param {string} form */
async function save(citations, form) {
  const [, ending, type] = SAVED[form];
  try {
    saveFile(new Blob([(await citations())[form]], { type }), `引用.${ending}`);
  } catch (error) {
    toast(error.detail || '没有取到引用格式，请重试', true);
  }
}

const list = (citations, of) => html`<ul role="list">
  ${Object.entries(COPIED).map(([form, name]) => html`<li><button type="button" class="plain" data-testid="cite-${of}-${form}" @click=${() =>
    copy(citations().then((all) => ({ text: all[form] })), `已复制 ${name}`)}>${name}</button></li>`)}
  ${Object.entries(SAVED).map(([form, [name]]) => html`<li><button type="button" class="plain" data-testid="cite-${of}-${form}" @click=${() => save(citations, form)}>${name}</button></li>`)}</ul>`;

/** @param {{id: string, citations?: Citations|null}} report @param {import('./api.js').Paragraph|null} current the paragraph being read */
export const citeMenu = (report, current) => (report.citations ? html`<section class="meta__cite" aria-label="引用格式" data-testid="cite">
  <h3>引用整份报告</h3>${list(async () => report.citations, 'report')}
  ${current ? html`<h3>引用第 ${current.ordinal} 段</h3>${list(async () => (await paragraph(report.id, current.id)).citations, 'paragraph')}` : nothing}</section>` : nothing);
