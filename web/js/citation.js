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
 * @returns {import('./clipboard.js').Clip}
 */
export function clipOf({ paragraph: { text }, citation, permalink: link }) {
  const cited = citation.includes(link) ? citation : `${citation}\n在本机打开：${link}`;
  const anchor = `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`;
  return {
    text: `${text}\n${cited}`,
    html: `<p>${escapeHtml(text)}</p><p>${cited.split(link).map((part) => escapeHtml(part).replace('\n', '<br>')).join(anchor)}</p>`,
  };
}

/** @param {string} reportId @param {string} paragraphId @param {number} [ordinal] */
export const copyLink = (reportId, paragraphId, ordinal) => copy({ text: permalink(reportId, paragraphId, ordinal) }, '已复制链接');

/** @param {string} reportId @param {string} paragraphId */
export const copyCitation = (reportId, paragraphId) =>
  copy(paragraph(reportId, paragraphId).then(clipOf), '已复制正文和引文');
