// Excerpts with what the service says of them now: the citation, the link, the list of sources.
import { paragraph } from './api.js';
import { keyOf, markOf } from './excerpt-store.js';
import { permalink } from './citation.js';
import { regionOf, titleOf, townOf, yearOf } from './names.js';

const AT_ONCE = 6;

/** @typedef {{key: string, excerpt: import('./excerpt-store.js').Excerpt, text: string, surface: string, who: string, citation: string, link: string,
 *   source: number, mark: string}} Cited `text`: the part put aside; `surface`: the number; `source`: of the list of sources, from 1 */

/** The part of the paragraph that was put aside. @param {import('./excerpt-store.js').Excerpt} excerpt */
export const textOf = ({ text, start, end }) => (start == null ? text : text.slice(start, end));
export const whoOf = (excerpt) => [regionOf(excerpt), townOf(excerpt), yearOf(excerpt)].filter(Boolean).join(' ');

async function asked(excerpt) {
  try {
    return await paragraph(excerpt.reportId, excerpt.paragraphId);
  } catch (error) {
    if (error.kind === 'missing') return null;
    throw error;
  }
}

/** The whole report, as GB/T 7714 wants it: the paragraph's own without its number. */
const ofReport = (gbt7714) => gbt7714.replace(/(\[\d{4}-\d{2}-\d{2}\]): 第\d+段\./, '$1.').replace(/#[^\s]*?(?=\.$)/, '');

/** @param {import('./excerpt-store.js').Excerpt[]} excerpts @returns {Promise<{cited: Cited[], sources: string[]}>} @throws {ApiError} where the service cannot be reached */
export async function cite(excerpts) {
  const answers = [];
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, excerpts.length) }, async () => {
    while (next < excerpts.length) {
      const at = next;
      next += 1;
      answers[at] = await asked(excerpts[at]);
    }
  }));
  const sources = [], numbers = new Map();
  const cited = excerpts.map((excerpt, i) => {
    const answer = answers[i], { reportId } = excerpt;
    if (!numbers.has(reportId)) {
      sources.push(answer ? ofReport(answer.citations.gbt7714) : `${whoOf(excerpt)}《${titleOf(excerpt)}》（摘录时在库中，现已没有这一段）.`);
      numbers.set(reportId, sources.length);
    }
    return {
      key: keyOf(excerpt), excerpt, text: textOf(excerpt), surface: excerpt.figure ? excerpt.text.slice(excerpt.figure.start, excerpt.figure.end) : '',
      who: whoOf(excerpt), citation: answer ? answer.citations.brief : `${whoOf(excerpt)}《${titleOf(excerpt)}》，现已没有这一段。`,
      link: answer ? answer.permalink : permalink(reportId, excerpt.paragraphId), source: numbers.get(reportId),
      mark: { seen: '看过', no: '不相关' }[markOf(`${reportId}.${excerpt.paragraphId}`)] ?? '',
    };
  });
  return { cited, sources };
}
