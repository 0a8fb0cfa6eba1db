// One view of a search other than its paragraphs: its module and its pages, fetched as they are needed.
import { VIEWS, searchUrl } from './state.js';

const MODULES = {
  reports: () => import('./view-reports.js'),
  lines: () => import('./view-lines.js'),
  spread: () => import('./view-spread.js'),
  figures: () => import('./view-figures.js'),
  words: () => import('./view-words.js'),
};

/** @typedef {{fetch: (state: object, mode: string, page: {cursor: string|null, signal: AbortSignal}) => Promise<object>,
 *   items: (answer: object) => object[], view: (tab: Tab, page: object) => unknown}} ViewModule */
/** @typedef {{key: string, state: object, status: 'loading'|'ready'|'failed', module: ViewModule|null, answer: object|null,
 *   items: object[], nextCursor: string|null, busy: boolean, failed: boolean, error: Error|null, pages: number}} Tab */

const NONE = {
  key: '', state: null, status: 'loading', module: null, answer: null, items: [], nextCursor: null,
  busy: false, failed: false, error: null, pages: 0,
};

export class TabRun {
  /** @param {() => void} watch called whenever there is something new to show */
  constructor(watch) {
    this.watch = watch;
    /** @type {Tab} */
    this.tab = NONE;
    this.aborter = new AbortController();
  }

  #set(change) {
    this.tab = { ...this.tab, ...change };
    this.watch();
  }

  #begin() {
    this.aborter.abort();
    this.aborter = new AbortController();
    return this.aborter.signal;
  }

  clear() {
    this.aborter.abort();
    this.tab = NONE;
  }

  /** Shows a view of a state; resolves when it does. What is there already is not fetched again.
   * @param {import('./state.js').SearchState} state @param {string} mode the one that the search was answered in
   * @param {number} [pages] to load before showing any */
  async start(state, mode, pages = 1) {
    if (state.view === VIEWS[0]) return;
    const key = `${mode} ${searchUrl(state)}`;
    if (key === this.tab.key && this.tab.status !== 'failed') {
      this.#set({ state });
      return;
    }
    const signal = this.#begin();
    const same = this.tab.state?.view === state.view;
    this.#set({ ...(same ? {} : NONE), key, state, mode, status: 'loading', error: null, busy: false, failed: false });
    try {
      const module = await MODULES[state.view]();
      let answer = await module.fetch(state, mode, { cursor: null, signal });
      const first = answer, items = [...module.items(answer)];
      let loaded = 1;
      while (answer.nextCursor && loaded < pages) {
        answer = await module.fetch(state, mode, { cursor: answer.nextCursor, signal });
        items.push(...module.items(answer));
        loaded += 1;
      }
      if (signal.aborted) return;
      this.#set({ status: 'ready', module, answer: first, items, nextCursor: answer.nextCursor, pages: loaded });
    } catch (error) {
      if (!signal.aborted) this.#set({ status: 'failed', error });
    }
  }

  retry() {
    return this.start(this.tab.state, this.tab.mode);
  }

  async more() {
    const { state, mode, module, nextCursor, status } = this.tab;
    if (!nextCursor || status !== 'ready') return;
    const signal = this.#begin();
    this.#set({ busy: true, failed: false });
    try {
      const answer = await module.fetch(state, mode, { cursor: nextCursor, signal });
      if (signal.aborted) return;
      this.#set({
        items: [...this.tab.items, ...module.items(answer)], nextCursor: answer.nextCursor, pages: this.tab.pages + 1, busy: false,
      });
    } catch {
      if (!signal.aborted) this.#set({ busy: false, failed: true });
    }
  }
}
