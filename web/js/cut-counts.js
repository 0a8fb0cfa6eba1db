// How many more paragraphs there would be without one part of a search: counted when somebody points at it.
import { search } from './api.js';
import { html, nothing } from './lit.js';
import { figure } from './names.js';
import { searchUrl } from './state.js';

export class CutCounts {
  /** @param {() => void} watch called whenever there is something new to show */
  constructor(watch) {
    this.watch = watch;
    this.of = '';
    /** @type {Map<string, number>} paragraphs found, by the address of the search without the part */
    this.found = new Map();
  }

  /** From now on parts of this search. @param {import('./state.js').SearchState} state @param {import('./api.js').SearchAnswer|null} data */
  about(state, data) {
    const of = searchUrl({ ...state, view: 'paragraphs', by: '' });
    if (of !== this.of) this.found.clear();
    Object.assign(this, { of, mode: data?.mode, total: data?.total.value ?? 0 });
  }

  /** @param {import('./state.js').SearchState} without the search without the part */
  async want(without) {
    const key = searchUrl(without), { of } = this;
    if (this.found.has(key) || !this.mode) return;
    this.found.set(key, -1);
    try {
      const { total } = await search({ ...without, mode: this.mode, fold: false }, { size: 1 });
      if (of !== this.of) return;
      this.found.set(key, total.value);
      this.watch();
    } catch {
      this.found.delete(key); // counted when it is next pointed at
    }
  }

  /** What is said of a part while it is pointed at. @param {import('./state.js').SearchState} without */
  view(without) {
    const found = this.found.get(searchUrl(without));
    if (!(found >= 0)) return nothing;
    const more = found - this.total;
    return html`<span class="cut-count" role="tooltip" data-testid="cut-count">${more > 0 ? `去掉它会多出 ${figure(more)} 段` : more < 0 ? `去掉它会少 ${figure(-more)} 段` : '去掉它结果一样多'}</span>`;
  }
}
