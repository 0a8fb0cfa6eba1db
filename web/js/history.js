// The last searches, in this browser only: nothing of it is sent anywhere.
import { isStart, searchUrl } from './state.js';

const STORE = 'govsearch:history';
export const MOST = 50;

/** @typedef {{url: string, count: number, time: number}} Visit */

/** @returns {Visit[]} newest first */
export function visits() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(kept) ? kept.filter(({ url }) => typeof url === 'string' && url.startsWith('/?')).slice(0, MOST) : [];
  } catch {
    return []; // Storage may be forbidden, or hold what another version wrote.
  }
}

function keep(list) {
  try {
    if (list.length) localStorage.setItem(STORE, JSON.stringify(list));
    else localStorage.removeItem(STORE);
  } catch {
    // Not remembered, then.
  }
}

/** @param {import('./state.js').SearchState} state @param {number} count of the paragraphs found */
export function remember(state, count) {
  if (isStart(state)) return;
  const url = searchUrl(state);
  keep([{ url, count, time: Date.now() }, ...visits().filter((visit) => visit.url !== url)].slice(0, MOST));
}

/** @param {string} url */
export const forget = (url) => keep(visits().filter((visit) => visit.url !== url));

export const clear = () => keep([]);
