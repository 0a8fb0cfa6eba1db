// Facet values beyond those of the answer: the regions and towns below one, and values by a part of their name.
import { facetValues } from './api.js';
import { stateParams } from './state.js';

const PAUSE = 120;

/** @typedef {import('./api.js').FacetValue} FacetValue */

export class FacetMore {
  /** @param {() => void} watch called whenever there are more values to show */
  constructor(watch) {
    this.watch = watch;
    this.of = '';
    /** @type {Map<string, FacetValue[]|null>} null while on the way */
    this.known = new Map();
    this.timer = 0;
  }

  /** What is asked from now on is of a search; what was known of another is forgotten. @param {import('./state.js').SearchState} state */
  about(state) {
    const of = String(stateParams(state));
    if (of === this.of) return;
    this.of = of;
    this.state = state;
    this.known.clear();
  }

  /** @returns {FacetValue[]|null} the values directly below a region, null while they are on their way @param {string} region */
  below(region) {
    return this.#get(`region.parent ${region}`, 'region', { 'facet.region.parent': region }, 0);
  }

  /** @returns {FacetValue[]|null} the values whose name has a text in it, null while they are on their way
   *  @param {'region'|'town'} facet @param {string} text */
  named(facet, text) {
    return this.#get(`${facet}.prefix ${text}`, facet, { [`facet.${facet}.prefix`]: text }, PAUSE);
  }

  #get(key, facet, params, pause) {
    if (this.known.has(key)) return this.known.get(key);
    const { of } = this;
    const fetch = async () => {
      if (of !== this.of || this.known.has(key)) return;
      this.known.set(key, null);
      try {
        this.known.set(key, (await facetValues(this.state, params))[facet]);
      } catch {
        this.known.delete(key); // asked again when it is next wanted
        return;
      }
      if (of === this.of) this.watch();
    };
    clearTimeout(this.timer);
    if (pause) this.timer = setTimeout(fetch, pause);
    else fetch();
    return null;
  }
}
