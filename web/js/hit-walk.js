// The hits of a query in one report, in reading order, and walking among them. Pure.
import { merge } from './ranges.js';

/** @typedef {{paragraphId: string, index: number}} Place index: which range of the paragraph */

/**
 * @param {import('./api.js').Paragraph[]} paragraphs in reading order
 * @param {{id: string, ranges: import('./ranges.js').Range[]}[]} found
 * @returns {{ranges: Map<string, import('./ranges.js').Range[]>, firsts: Map<string, number>, places: Place[]}}
 *   the ranges by paragraph, the number of each paragraph's first hit, and every hit
 */
export function hitList(paragraphs, found) {
  const byId = new Map(found.map(({ id, ranges }) => [id, ranges]));
  const ranges = new Map(), firsts = new Map(), places = [];
  for (const { id, text } of paragraphs) {
    const own = merge(byId.get(id), text.length);
    if (!own.length) continue;
    ranges.set(id, own);
    firsts.set(id, places.length);
    own.forEach((_, index) => places.push({ paragraphId: id, index }));
  }
  return { ranges, firsts, places };
}

/** The hit `by` places on from `at`, round the end. @param {number} at @param {number} by @param {number} count */
export const stepFrom = (at, by, count) => (count ? (((at + by) % count) + count) % count : -1);
