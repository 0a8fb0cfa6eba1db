// Completions below the search box: an ARIA combobox with a listbox. What is typed stays as it is until one is chosen.
import { suggest } from './api.js';
import { html, nothing, render } from './lit.js';
import { figure } from './names.js';
import { segments } from './ranges.js';

const PAUSE = 90;
const KINDS = { town: '乡镇', county: '区县', city: '城市', province: '省份', heading: '标题', phrase: '短语' };

/**
 * @param {HTMLInputElement} box @param {HTMLElement} list where the options go
 * @param {(query: string) => void} choose searches for a completed query
 */
export function suggestBox(box, list, choose) {
  let options = [], at = -1, timer = 0, asked = new AbortController();

  const optionView = (option, i) => html`<li role="option" id="option-${i}" aria-selected=${i === at} data-testid="suggestion"
    @mousedown=${(event) => event.preventDefault()} @click=${() => take(i)}>
    <span class="suggestion__text">${segments(option.text, option.ranges).map((piece) => (piece.mark ? html`<b>${piece.text}</b>` : piece.text))}</span>
    <span class="suggestion__kind">${KINDS[option.kind] ?? ''}</span>
    <span class="suggestion__count">${figure(option.count)} 段</span></li>`;

  function show() {
    const open = options.length > 0;
    list.hidden = !open;
    box.setAttribute('aria-expanded', String(open));
    if (at >= 0) box.setAttribute('aria-activedescendant', `option-${at}`);
    else box.removeAttribute('aria-activedescendant');
    render(open ? options.map(optionView) : nothing, list);
    list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    clearTimeout(timer);
    asked.abort();
    options = [];
    at = -1;
    show();
  }

  function take(i) {
    const { query } = options[i];
    close();
    box.value = query;
    choose(query);
  }

  async function ask() {
    asked.abort();
    asked = new AbortController();
    const typed = box.value;
    try {
      const found = typed.trim() ? await suggest(typed, asked.signal) : [];
      // An answer to what is no longer in the box would be wrong.
      if (box.value !== typed || document.activeElement !== box) return;
      options = found.filter((option) => option.query !== typed);
      at = -1;
      show();
    } catch {
      // Typing goes on without: the search itself says what is wrong.
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  box.addEventListener('input', (event) => { if (!event.isComposing) later(); });
  box.addEventListener('compositionend', later);
  box.addEventListener('blur', close);
  box.form.addEventListener('submit', close);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || !options.length) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      // One place of the round is the box itself, with what was typed.
      at = (at + 1 + step + options.length + 1) % (options.length + 1) - 1;
      show();
    } else if (event.key === 'Enter' && at >= 0) take(at);
    else if (event.key === 'Escape') {
      close();
      event.stopImmediatePropagation(); // the first Escape leaves the list, the next one the box
    } else return;
    event.preventDefault();
  });
  return { close };
}
