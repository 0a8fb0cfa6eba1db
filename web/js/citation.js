// What is copied from a paragraph: its permalink, or its text with the citation.
import { paragraph } from './api.js';
import { copy, escapeHtml } from './clipboard.js';
import { reportUrl } from './state.js';

/** With the paragraph's number behind its id, to know the nearest by where it itself is gone.
 * @param {string} reportId @param {string} paragraphId @param {number} [ordinal] */
export const permalink = (reportId, paragraphId, ordinal) =>
  location.origin + reportUrl(reportId, paragraphId) + (ordinal ? `~${ordinal}` : '');

/**
 * The clip for a word processor: the text, then the citation with the permalink, once and as a link. A service that
 * has no address outside cites none: its own link stands apart, for whoever sits here.
 * @param {{paragraph: {text: string}, citation: string, permalink: string}} answer
 * @param {string} [selected] of the paragraph, where not all of it is wanted
 * @returns {import('./clipboard.js').Clip}
 */
export function clipOf({ paragraph: { text: all }, citation, permalink: link }, selected = '') {
  const isPart = Boolean(selected) && all.includes(selected), text = isPart ? selected : all;
  const cited = citation.includes(link) ? citation : `${citation}\n在本机打开：${link}`;
  const anchor = `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`;
  return {
    text: `${text}\n${cited}`,
    done: isPart ? '已复制选中的文字和引文' : '已复制正文和引文',
    html: `<p>${escapeHtml(text)}</p><p>${cited.split(link).map((part) => escapeHtml(part).replace('\n', '<br>')).join(anchor)}</p>`,
  };
}

/** @param {string} reportId @param {string} paragraphId @param {number} [ordinal] */
export const copyLink = (reportId, paragraphId, ordinal) => copy({ text: permalink(reportId, paragraphId, ordinal) }, '已复制链接');

/** What is selected within an element; '' where nothing is, or something beyond it. @param {Element|null} around */
function selectedIn(around) {
  const selection = getSelection();
  if (!around || !selection?.rangeCount || selection.isCollapsed) return '';
  const { commonAncestorContainer } = selection.getRangeAt(0);
  return around.contains(commonAncestorContainer) ? String(selection).trim() : '';
}

/** Copies a paragraph, or what of it is selected, with its citation.
 * @param {string} reportId @param {string} paragraphId @param {Element|null} [around] where the paragraph stands */
export function copyCitation(reportId, paragraphId, around = null) {
  const selected = selectedIn(around); // now, before anything is waited for
  return copy(paragraph(reportId, paragraphId).then((answer) => clipOf(answer, selected)), '');
}
