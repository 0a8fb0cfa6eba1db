// Choosing which hit's report stands beside the list: the one that is clicked or reached by keys, at first the first.
const WIDE = '(min-width: 1600px)';

/**
 * @param {HTMLElement} list of hits @param {HTMLElement} element where the report is shown
 * @param {() => import('./state.js').SearchState} state of the search that found them, in the mode that it was answered in
 * @returns {(has: boolean) => void} called whenever the list was drawn, with whether it has hits
 */
export function besideList(list, element, state) {
  const wide = matchMedia(WIDE);
  let pane = null, has = false, chosen = null;

  async function show(item) {
    if (!item || !wide.matches) return;
    // Its code is of use on wide windows alone.
    pane ??= import('./reading-pane.js').then(({ ReadingPane }) => new ReadingPane(element));
    chosen = item.dataset.key;
    for (const other of list.querySelectorAll('[data-shown]')) other.removeAttribute('data-shown');
    item.dataset.shown = '';
    (await pane).show(chosen, state());
  }

  function drawn() {
    const on = has && wide.matches;
    document.body.classList.toggle('has-pane', on);
    element.hidden = !on;
    if (!on) return;
    const same = [...list.querySelectorAll('[data-key]')].find(({ dataset }) => dataset.key === chosen);
    show(same ?? list.querySelector('[data-key]'));
  }

  wide.addEventListener('change', drawn);
  list.addEventListener('focusin', ({ target }) => { if (has) show(target.closest('[data-item][data-key]')); });
  list.addEventListener('click', (event) => {
    const item = event.target.closest?.('a[data-open]')?.closest('[data-item][data-key]');
    if (!item || !has || !wide.matches || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(item);
  });
  return (now) => {
    has = now;
    drawn();
  };
}
