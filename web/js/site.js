// What every page does: its menus close when one looks elsewhere.
import { bindMenus } from './menu.js';

bindMenus();
