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

/**
 * Binds keys to actions; "/" (to the box) and "?" (help) are bound everywhere.
 * @param {Record<string, (event: KeyboardEvent) => void>} actions by KeyboardEvent.key
 * @param {HTMLInputElement} box
 */
export function bindKeys(actions, box) {
  const dialog = document.getElementById('keys');
  const all = {
    '/': () => { box.focus(); box.select(); },
    '?': () => dialog.showModal(),
    ...actions,
  };
  box.addEventListener('keydown', (event) => {
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
