// Single-key shortcuts. They can be turned off (WCAG 2.1.4) and never fire while typing.
const STORE = 'govsearch:keys';

const typing = (target) => target instanceof HTMLElement
  && target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

/** True where Enter already does something of its own. */
export const isControl = (target) => target instanceof HTMLElement && target.closest('a, button, summary, input, textarea, select') !== null;

const enabled = () => {
  try {
    return localStorage.getItem(STORE) !== 'off';
  } catch {
    return true; // Storage may be forbidden.
  }
};

/** Keys that go from item to item of a list and open the one that is at hand.
 * @param {HTMLElement} list of elements with data-item, each with a data-open inside */
export function stepThrough(list) {
  const at = () => document.activeElement?.closest('[data-item]');
  const step = (by) => {
    const all = [...list.querySelectorAll('[data-item]')];
    if (!all.length) return;
    const now = all.indexOf(at()), below = all.findIndex((item) => item.getBoundingClientRect().bottom > 0);
    const next = now < 0 ? Math.max(below, 0) : Math.min(Math.max(now + by, 0), all.length - 1);
    all[next].focus({ preventScroll: true });
    all[next].scrollIntoView({ block: 'nearest' });
  };
  return { j: () => step(1), k: () => step(-1), Enter: () => at()?.querySelector('[data-open]')?.click() };
}

/** Keys for what can be done with what is at hand. @param {() => Element|null|undefined} at where it stands
 * @param {Record<string, string>} does which of its controls, by key */
export const onHand = (at, does) =>
  Object.fromEntries(Object.entries(does).map(([key, control]) => [key, () => at()?.querySelector(control)?.click()]));

/**
 * Binds keys to actions; "/" (to the box) and "?" (help) are bound everywhere.
 * @param {Record<string, (event: KeyboardEvent) => void>} actions by KeyboardEvent.key
 * @param {HTMLInputElement|HTMLTextAreaElement|null} [box] none where a page has none
 */
export function bindKeys(actions, box = null) {
  const dialog = document.getElementById('keys');
  const all = {
    ...(box && { '/': () => { box.focus(); box.select(); } }),
    '?': () => dialog.showModal(),
    ...actions,
  };
  box?.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) box.blur();
  });
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target) || document.querySelector('dialog[open]')) return;
    // An input method may deliver the full-width forms.
    const key = { '／': '/', '？': '?' }[event.key] ?? event.key;
    const action = all[key];
    if (!action || (key.length === 1 && !enabled())) return;
    if (key === 'Enter' && isControl(event.target)) return;
    event.preventDefault();
    action(event);
  });
  const toggle = dialog.querySelector('#keys-on');
  toggle.checked = enabled();
  toggle.addEventListener('change', () => {
    try {
      localStorage.setItem(STORE, toggle.checked ? 'on' : 'off');
    } catch {
      // Not remembered, then.
    }
  });
  for (const opener of document.querySelectorAll('[data-opens-keys]')) opener.addEventListener('click', () => dialog.showModal());
}
