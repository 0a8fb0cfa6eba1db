// What reports plan about problems, fetched as it is asked for. It touches no DOM.
import { get, hitKey, paragraph } from './api.js';

/** @typedef {{paragraphId: string, ordinal: number, section: string, headingPath: string[], text: string, at: import('./ranges.js').Range,
 *   terms: string[], ranges: import('./ranges.js').Range[]}} Remedy */
/** @typedef {{report: object, at: import('./ranges.js').Range, measures: Remedy[], nextYear: object|null, achievements: Remedy[]}} Remedies */
/** @typedef {{open: boolean, busy: boolean, failed: boolean, answer: Remedies|null}} RemedyList */

/** The number of the statement, from 1, that most of the marks are in; 0 for the whole paragraph where it has but one.
 * @param {import('./ranges.js').Range[]} statements @param {import('./ranges.js').Range[]} marks */
export function statementOf(statements, marks) {
  if (statements.length < 2 || !marks.length) return 0;
  const inside = statements.map(({ start, end }) => marks.filter((mark) => mark.start >= start && mark.end <= end).length);
  const most = Math.max(...inside);
  return most ? inside.indexOf(most) + 1 : 0;
}

/** What is planned about that of a hit which was searched for. @param {import('./api.js').Hit} hit @returns {Promise<Remedies>} */
async function remedies(hit) {
  const { paragraph: { statements } } = await paragraph(hit.reportId, hit.paragraphId);
  const statement = statementOf(statements, hit.ranges);
  return get(`paragraphs/${encodeURIComponent(hitKey(hit))}/remedies`, new URLSearchParams(statement ? { statement: String(statement) } : {}));
}

export class RemedyLists {
  /** @param {() => void} watch called whenever there is something new to show */
  constructor(watch) {
    this.watch = watch;
    /** @type {Map<string, RemedyList>} */
    this.lists = new Map();
  }

  /** @param {import('./api.js').Hit} hit @returns {RemedyList|null} null while closed */
  of(hit) {
    const list = this.lists.get(hitKey(hit));
    return list?.open ? list : null;
  }

  clear() {
    this.lists.clear();
  }

  /** Opens or closes; what was fetched is kept, what failed is fetched again. @param {import('./api.js').Hit} hit */
  async toggle(hit) {
    const key = hitKey(hit);
    const list = this.lists.get(key) ?? { open: false, busy: false, failed: false, answer: null };
    this.lists.set(key, list);
    list.open = !list.open || list.failed;
    if (list.open && !list.answer && !list.busy) {
      Object.assign(list, { busy: true, failed: false });
      this.watch();
      try {
        list.answer = await remedies(hit);
      } catch {
        list.failed = true;
      }
      list.busy = false;
    }
    this.watch();
  }
}
