// The hits of a query in one report, in reading order, and walking among them. Pure.
import { merge } from './ranges.js';

/** @typedef {{paragraphId: string, index: number}} Place index: which range of the paragraph */
/** @typedef {{ranges: Map<string, import('./ranges.js').Range[]>, firsts: Map<string, number>, places: Place[], whole: boolean, unit: string}} HitList
 *  the ranges by paragraph, the number of each paragraph's first hit, every hit, whether all of the report is what
 *  was searched for, and what is counted */

/**
 * @param {import('./api.js').Paragraph[]} paragraphs in reading order
 * @param {{id: string, ranges: import('./ranges.js').Range[]}[]} found
 * @returns {HitList}
 */
export function hitList(paragraphs, found) {
  const byId = new Map(found.map(({ id, ranges }) => [id, ranges]));
  // A query of conditions alone (town:柳湾镇, section:问题) finds paragraphs and has nothing to mark in them.
  const unmarked = found.length > 0 && found.every(({ ranges }) => !ranges.length);
  const whole = unmarked && found.length >= paragraphs.length;
  const ranges = new Map(), firsts = new Map(), places = [];
  for (const { id, text } of paragraphs) {
    if (!byId.has(id) || whole) continue;
    const own = merge(byId.get(id), text.length);
    if (!own.length && !unmarked) continue;
    ranges.set(id, own);
    firsts.set(id, places.length);
    (unmarked ? [null] : own).forEach((_, index) => places.push({ paragraphId: id, index }));
  }
  return { ranges, firsts, places, whole, unit: unmarked ? '段' : '处' };
}

/** The hit `by` places on from `at`, round the end. @param {number} at @param {number} by @param {number} count */
export const stepFrom = (at, by, count) => (count ? (((at + by) % count) + count) % count : -1);
