// Menus that are <details>: one closes on a click elsewhere, on Esc, and when something in it was chosen.
const OPEN = 'details.export[open], details.site__menu[open]';

const close = (menu) => { menu.open = false; };

/** Binds all menus of the page, those drawn later included. */
export function bindMenus() {
  document.addEventListener('pointerdown', ({ target }) => {
    for (const menu of document.querySelectorAll(OPEN)) if (!menu.contains(target)) close(menu);
  });
  document.addEventListener('focusin', ({ target }) => {
    for (const menu of document.querySelectorAll(OPEN)) if (!menu.contains(target)) close(menu);
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' ? document.querySelector(OPEN) : null;
    if (!menu) return;
    close(menu);
    menu.querySelector('summary').focus();
    event.preventDefault();
  });
  document.addEventListener('click', ({ target }) => {
    const menu = target.closest?.(OPEN);
    if (menu && target.closest('a[download], .export__list button, .site__menu li > *')) close(menu);
  });
}
