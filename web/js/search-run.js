// Runs one search at a time, page by page, and tells its watcher what there is to show.
import { PER_REPORT, search } from './api.js';
import { isStart, sameSearch } from './state.js';

/** @typedef {{state: import('./state.js').SearchState, status: 'loading'|'ready'|'failed',
 *   data: import('./api.js').SearchAnswer|null, hits: import('./api.js').Hit[], pages: number,
 *   dataState: import('./state.js').SearchState|null,
 *   error: Error|null, moreBusy: boolean, moreFailed: boolean}} View
 *  `data` stays that of `dataState`, the last search answered, while the next one is under way. */

const sameView = (a, b) => a.view === b.view && a.by === b.by && a.unit === b.unit && a.alike === b.alike && a.whole === b.whole && a.parent === b.parent;

export class SearchRun {
  /** @param {(view: View) => void} watch */
  constructor(watch) {
    this.watch = watch;
    this.aborter = null;
    /** @type {View} */
    this.view = {
      state: null, status: 'loading', data: null, dataState: null, hits: [], pages: 0, error: null, moreBusy: false, moreFailed: false,
    };
  }

  #set(change) {
    this.view = { ...this.view, ...change };
    this.watch(this.view);
  }

  #begin() {
    this.aborter?.abort();
    this.aborter = new AbortController();
    return this.aborter.signal;
  }

  /**
   * Starts a search; an earlier one under way is dropped. Resolves to whether it was shown.
   * @param {import('./state.js').SearchState} state @param {number} [pages] to load before showing any
   */
  async start(state, pages = 1) {
    if (this.view.status === 'ready' && sameSearch(state, this.view.dataState) && !sameView(state, this.view.state)) {
      this.#set({ state, dataState: state });
      return true;
    }
    const signal = this.#begin();
    const start = isStart(state);
    // Asked before anything is drawn: the service can look while the page says that it does.
    // The start view counts the collection, where folding means nothing.
    const asked = start ? search({ ...state, fold: false }, { signal, size: 1 }) : search(state, { perReport: PER_REPORT, signal });
    asked.catch(() => {}); // seen below
    this.#set({ state, status: 'loading', error: null, moreBusy: false, moreFailed: false });
    try {
      const data = await asked;
      const hits = [...data.hits];
      let { nextCursor } = data, loaded = 1;
      while (!start && loaded < pages && nextCursor) {
        const page = await search(state, { cursor: nextCursor, perReport: PER_REPORT, signal });
        hits.push(...page.hits);
        nextCursor = page.nextCursor;
        loaded += 1;
      }
      if (signal.aborted) return false;
      this.#set({ status: 'ready', data: { ...data, nextCursor }, dataState: state, hits, pages: loaded });
      return true;
    } catch (error) {
      if (!signal.aborted) this.#set({ status: 'failed', error });
      return false;
    }
  }

  retry() {
    return this.start(this.view.state, 1);
  }

  /** Appends the next page. */
  async more() {
    const { data, dataState } = this.view;
    if (!data?.nextCursor || this.view.status !== 'ready') return;
    const signal = this.#begin();
    this.#set({ moreBusy: true, moreFailed: false });
    try {
      const page = await search(dataState, { cursor: data.nextCursor, perReport: PER_REPORT, signal });
      if (signal.aborted) return;
      this.#set({
        data: { ...data, nextCursor: page.nextCursor },
        hits: [...this.view.hits, ...page.hits],
        pages: this.view.pages + 1,
        moreBusy: false,
      });
    } catch {
      if (!signal.aborted) this.#set({ moreBusy: false, moreFailed: true });
    }
  }
}
