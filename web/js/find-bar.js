// The bar above the text: the query within the report, and walking its hits.
import { nothing, render } from './lit.js';
import { queryRemark } from './marks.js';
import { isStart, searchUrl } from './state.js';

const $ = (id) => document.getElementById(id);

/** Room taken by the bar; kept as a custom property too, for scroll margins. */
export const barHeight = () => $('findbar').offsetHeight;

function countText({ busy, error, found, now }) {
  if (busy) return '正在查找';
  if (error) return '查找未完成';
  if (found.whole) return '全文符合条件';
  return found.places.length ? `第 ${now + 1} / ${found.places.length} ${found.unit}` : '没有相符之处';
}

/**
 * @param {{find: (wanted: {q: string, mode: string}) => void, walk: (by: number) => void}} does
 * @returns {{box: HTMLInputElement, fill: (state: import('./state.js').SearchState) => void,
 *   draw: (view: {state: import('./state.js').SearchState, busy: boolean, error: Error|null, found: import('./hit-walk.js').HitList, now: number,
 *     place?: import('./report-place.js').Place|null}) => void}} `place`: in the list that walking goes on in
 */
export function findBar({ find, walk }) {
  const form = $('find-form'), box = $('q');
  let shown = { q: '', count: 0 };

  const submit = () => find({ q: box.value.trim(), mode: form.elements.mode.value });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.elements.mode.addEventListener('change', submit);
  // Enter on an unchanged query walks on, as in an editor.
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || box.value.trim() !== shown.q || !shown.count) return;
    event.preventDefault();
    walk(event.shiftKey ? -1 : 1);
  });
  for (const [id, by] of [['walk-previous', -1], ['walk-next', 1]]) {
    $(id).addEventListener('click', ({ currentTarget }) => { if (currentTarget.ariaDisabled !== 'true') walk(by); });
  }

  const keepHeight = () => document.documentElement.style.setProperty('--bar', `${barHeight()}px`);
  new ResizeObserver(keepHeight).observe($('findbar'));
  keepHeight();

  return {
    box,
    fill(state) {
      box.value = state.q;
      form.elements.mode.value = state.mode;
    },
    draw({ state, busy, error, found, now, place = null }) {
      const count = found.places.length;
      shown = { q: state.q, count };
      document.body.classList.toggle('is-finding', Boolean(state.q));
      $('walk').hidden = !state.q;
      $('search-all').hidden = !state.q;
      $('search-all').href = searchUrl(state);
      $('walk-count').textContent = countText({ busy, error, found, now });
      for (const id of ['walk-previous', 'walk-next']) Object.assign($(id), { disabled: !count, hidden: found.whole });
      // Round the end of one hit is nowhere; where the list is not known yet, there may be another report.
      const alone = count === 1 && place !== null;
      $('walk-previous').ariaDisabled = String(alone && !place.previous);
      $('walk-next').ariaDisabled = String(alone && !place.next);
      $('walk-previous').textContent = now === 0 && place?.previous ? '上一份' : '上一处';
      $('walk-next').textContent = now === count - 1 && place?.next ? '下一份' : '下一处';
      $('progress').hidden = !busy;
      render(error ? queryRemark(state.q, {
        ...error, message: error.detail || '取不到相符之处，请检查网络后重试。',
      }, 'error') : nothing, $('query-notes'));
    },
  };
}

/** The way back: to the search that the page was opened from. @param {import('./state.js').SearchState} state
 *  @param {() => void} follow called as it is followed */
export function wayBack(state, follow) {
  $('back').href = searchUrl(state);
  $('back-name').textContent = isStart(state) ? '检索首页' : '返回结果';
  $('back').addEventListener('click', follow);
}
