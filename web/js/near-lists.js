// The near-identical paragraphs of hits, fetched as they are asked for. It touches no DOM.
import { hitKey, nearIdentical } from './api.js';

const SIZE = 20;

/** @typedef {import('./api.js').Hit} Hit */
/** @typedef {{open: boolean, hits: Hit[], nextCursor: string|null, busy: boolean, failed: boolean, done: boolean}} NearList
 *  `done`: all that there are were fetched. */

export class NearLists {
  /** @param {() => void} watch called whenever there is something new to show */
  constructor(watch) {
    this.watch = watch;
    /** @type {Map<string, NearList>} */
    this.lists = new Map();
  }

  /** @param {Hit} hit @returns {NearList|null} null while closed */
  of(hit) {
    const list = this.lists.get(hitKey(hit));
    return list?.open ? list : null;
  }

  clear() {
    this.lists.clear();
  }

  /** Opens the list of a hit, or closes it; what was fetched is kept. @param {Hit} hit */
  toggle(hit) {
    const key = hitKey(hit);
    const list = this.lists.get(key) ?? { open: false, hits: [], nextCursor: null, busy: false, failed: false, done: false };
    this.lists.set(key, list);
    list.open = !list.open;
    this.watch();
    if (list.open && !list.hits.length && !list.done) this.more(hit);
  }

  /** Fetches the next page, or again one that failed. @param {Hit} hit */
  async more(hit) {
    const key = hitKey(hit), list = this.lists.get(key);
    if (list.busy) return;
    Object.assign(list, { busy: true, failed: false });
    this.watch();
    try {
      const { hits, nextCursor } = await nearIdentical(key, { cursor: list.nextCursor, size: SIZE });
      list.hits.push(...hits.filter((other) => hitKey(other) !== key));
      Object.assign(list, { nextCursor, done: !nextCursor });
    } catch {
      list.failed = true;
    }
    list.busy = false;
    this.watch();
  }
}
