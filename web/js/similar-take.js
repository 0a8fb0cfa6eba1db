// What is taken along from similar problems: one as text with its source, all of them as a Word document.
import { copy, escapeHtml } from './clipboard.js';
import { permalink } from './citation.js';
import { docx } from './docx.js';
import { regionOf, titleOf, townOf, yearOf } from './names.js';
import { saveFile } from './save-file.js';

/** @typedef {{name: string, text: string, reportId: string, paragraphId: string}} Part */

const cut = ({ text, start, end }) => text.slice(start, end);

/** The problem, what is planned and what came of it. @param {import('./similar-view.js').SimilarHit} hit @returns {Part[]} */
export function partsOf(hit) {
  const { reportId, measure, remedies: { measures, nextYear, achievements } } = hit;
  const part = (name, id, each, at) => ({ name, text: cut({ text: each.text, ...at }), reportId: id, paragraphId: each.paragraphId });
  const plans = measures.length ? measures.map((each) => part('整改措施', reportId, each, each.at)) : measure ? [part('整改措施', reportId, measure, measure)] : [];
  const done = nextYear ? achievements.map((each) => part(`${nextYear.year} 年度成效`, nextYear.id, each, each.at)) : [];
  return [part('问题', reportId, hit, hit), ...plans, ...done];
}

const whoOf = (hit) => [regionOf(hit), townOf(hit), yearOf(hit)].filter(Boolean).join(' ');
const sourceOf = (hit) => `——${whoOf(hit)}，《${titleOf(hit)}》`;

/** @param {import('./similar-view.js').SimilarHit} hit */
export function copyHit(hit) {
  const link = permalink(hit.reportId, hit.paragraphId), parts = partsOf(hit);
  return copy({
    text: [...parts.map(({ name, text }) => `${name}：${text}`), `${sourceOf(hit)}，${link}`].join('\n'),
    html: `${parts.map(({ name, text }) => `<p><b>${name}：</b>${escapeHtml(text)}</p>`).join('')}<p>${escapeHtml(sourceOf(hit))}，<a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`,
  }, '已复制问题、措施和出处');
}

/** @param {string} asked @param {import('./similar-view.js').SimilarHit[]} hits */
export function saveHits(asked, hits) {
  const paragraphs = [
    { style: 'title', runs: [{ text: '相似问题和整改措施', bold: true }] },
    { runs: [{ text: '所问的问题：', bold: true }, { text: asked }] },
    ...hits.flatMap((hit, i) => [
      { style: 'head', runs: [{ text: `${i + 1}. ${whoOf(hit)}`, bold: true }] },
      ...partsOf(hit).map((part) => ({ runs: [{ text: `${part.name}：`, bold: true }, { text: part.text },
        { text: ' 原文', link: permalink(part.reportId, part.paragraphId) }] })),
      { runs: [{ text: `出处：《${titleOf(hit)}》`, quiet: true }] },
    ]),
  ];
  saveFile(docx(paragraphs), `相似问题 ${asked.slice(0, 20)}.docx`);
}
