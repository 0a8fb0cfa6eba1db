// What every page does: its menus close when one looks elsewhere, and on paper it says what it is.
import { bindMenus } from './menu.js';
import { bindPrinted } from './printed-page.js';

bindMenus();
bindPrinted();
