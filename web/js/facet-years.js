// The years as bars: click one, drag over several, or with Shift and the arrow keys.
import { html, nothing, repeat } from './lit.js';
import { MISSING, figure } from './names.js';
import { filterOf } from './state.js';

/** The state with these years and no others. */
const withYears = (state, years) => ({ ...state, filters: { ...state.filters, year: years } });

/** The years from one to another, either way round. @param {string[]} all */
export function between(all, one, other) {
  const [from, to] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b);
  return all.slice(from, to + 1);
}

/** As many bars as have room side by side where a finger can tell them apart; of more, rows of like length. */
const IN_A_ROW = 11;

function inRows(years) {
  const length = Math.ceil(years.length / Math.ceil(years.length / IN_A_ROW));
  return Array.from({ length: Math.ceil(years.length / length) }, (_, row) => years.slice(row * length, (row + 1) * length));
}

/** @param {(state: import('./state.js').SearchState) => void} go @param {() => void} redraw
 *  @returns {(state: import('./state.js').SearchState, values: import('./api.js').FacetValue[]) => unknown} */
export function yearBars(go, redraw) {
  /** Where a drag, or a choice by keys, began and is now. */
  let anchor = null, end = null, dragging = false;

  return (state, values) => {
    const years = values.filter(({ value }) => value !== MISSING).toSorted((a, b) => Number(a.value) - Number(b.value));
    if (years.length < 2) return nothing;
    const all = years.map(({ value }) => value), most = Math.max(1, ...years.map(({ count }) => count));
    const dragged = dragging ? between(all, anchor, end) : [];

    const choose = (from, to) => {
      const wanted = between(all, from, to);
      const chosen = state.filters.year;
      const again = wanted.length === chosen.length && wanted.every((year) => chosen.includes(year));
      go(withYears(state, again ? [] : wanted));
    };
    const down = (event, year) => {
      if (event.button) return;
      [anchor, end, dragging] = [event.shiftKey && anchor ? anchor : year, year, true];
      event.currentTarget.closest('[data-testid=years]').setPointerCapture?.(event.pointerId);
      redraw();
    };
    const move = (event) => {
      if (!dragging) return;
      const year = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-year]')?.dataset.year;
      if (year && year !== end && all.includes(year)) {
        end = year;
        redraw();
      }
    };
    const up = () => {
      if (!dragging) return;
      dragging = false;
      choose(anchor, end);
    };
    const cancel = () => {
      dragging = false;
      redraw();
    };
    const key = (event, year) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (event.key === 'Enter' || event.key === ' ') {
        anchor = end = year;
        choose(year, year);
      } else if (step) {
        const next = all[all.indexOf(year) + step];
        if (!next) return;
        event.currentTarget.closest('[data-testid=years]').querySelector(`[data-year="${next}"]`).focus();
        if (event.shiftKey) {
          anchor ??= year;
          choose(anchor, next);
        } else anchor = next;
      } else return;
      event.preventDefault();
    };

    return html`<div class="years" role="group" aria-label="年度，可拖动选择一段" data-testid="years"
      @pointermove=${move} @pointerup=${up} @pointercancel=${cancel}>${inRows(years).map((row) => html`<div class="years__row">${
      repeat(row, ({ value }) => value, ({ value, count }) => {
        const how = filterOf(state, 'year', value), on = dragging ? dragged.includes(value) : how === 'include';
        return html`<button type="button" class="year ${how === 'exclude' ? 'year--excluded' : ''}" data-year=${value} data-testid="year"
          aria-pressed=${on} aria-label="${value} 年度，${figure(count)} 段" title="${value} 年度：${figure(count)} 段"
          @pointerdown=${(event) => down(event, value)} @keydown=${(event) => key(event, value)}><svg aria-hidden="true" preserveAspectRatio="none"
          ><rect y="${100 - (100 * count) / most}%" width="100%" height="${(100 * count) / most}%"></rect></svg><span>${value.slice(2)}</span></button>`;
      })}</div>`)}</div>`;
  };
}
