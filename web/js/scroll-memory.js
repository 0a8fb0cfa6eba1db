// Where the reader was on a page: kept with the history entry for back and reload, and for a result list also
// in the session, because the reading page's 返回结果 is a link.
import { parseState, searchUrl } from './state.js';

const BACK = 'govsearch:results';
const RESTORE = 'govsearch:restore';

/** @typedef {{scroll: number, pages: number}} Place */

const session = (use) => {
  try {
    return use(sessionStorage);
  } catch {
    return null; // Storage may be forbidden; then the list starts at its top.
  }
};

const listUrl = () => searchUrl(parseState(location.search));

/** @param {(() => number)|null} pages how many pages of a result list are loaded; null if it is none
 *  @returns {() => void} saves at once */
export function rememberScroll(pages) {
  history.scrollRestoration = 'manual';
  const save = () => {
    const place = { scroll: Math.round(scrollY), pages: pages?.() ?? 1 };
    history.replaceState({ ...history.state, ...place }, '');
    if (pages) session((s) => s.setItem(BACK, JSON.stringify({ url: listUrl(), ...place })));
  };
  let timer = 0;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(save, 200);
  }, { passive: true });
  addEventListener('pagehide', save);
  return () => {
    clearTimeout(timer);
    save();
  };
}

/** The place to return to on this load of the page, if it is a return. @returns {Place|null} */
export function placeToRestore() {
  if (history.state?.pages) return history.state;
  return session((s) => {
    const wanted = s.getItem(RESTORE);
    s.removeItem(RESTORE);
    const place = JSON.parse(s.getItem(BACK) ?? 'null');
    return wanted && place?.url === listUrl() ? place : null;
  });
}

/** Called as the reader follows the reading page's way back. */
export const askRestore = () => session((s) => s.setItem(RESTORE, '1'));
