// A list that comes page by page. It touches no DOM.

/** @typedef {{items: object[], answer: object|null, has: boolean, busy: boolean, failed: boolean, error: Error|null}} ListPage
 *  `answer`: the first page's; `error`: why there is not even that */

export class PagedList {
  /** @param {(cursor: string|null) => Promise<object>} fetch @param {(answer: object) => object[]} items
   *  @param {(page: ListPage) => void} watch called whenever there is something new to show */
  constructor(fetch, items, watch) {
    Object.assign(this, { fetch, items, watch, turn: 0 });
    /** @type {ListPage} */
    this.page = { items: [], answer: null, has: false, busy: false, failed: false, error: null };
  }

  #set(change) {
    this.page = { ...this.page, ...change };
    this.watch(this.page);
  }

  /** From the first page again. What is there stays until that has come. */
  async start() {
    const turn = ++this.turn;
    try {
      const answer = await this.fetch(null);
      if (turn !== this.turn) return;
      this.cursor = answer.nextCursor;
      this.#set({ items: this.items(answer), answer, has: Boolean(answer.nextCursor), busy: false, failed: false, error: null });
    } catch (error) {
      if (turn === this.turn) this.#set({ items: [], answer: null, has: false, busy: false, error });
    }
  }

  async more() {
    const { turn } = this;
    this.#set({ busy: true, failed: false });
    try {
      const answer = await this.fetch(this.cursor);
      if (turn !== this.turn) return;
      this.cursor = answer.nextCursor;
      this.#set({ items: [...this.page.items, ...this.items(answer)], has: Boolean(answer.nextCursor), busy: false });
    } catch {
      if (turn === this.turn) this.#set({ busy: false, failed: true });
    }
  }
}
