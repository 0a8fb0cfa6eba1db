// 乡镇: all that is held of one town, and its neighbours.
import { failureView } from './answers.js';
import { get } from './api.js';
import { holdings } from './api-library.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, render } from './lit.js';
import { SITE } from './names.js';
import { townView } from './town-view.js';

const $ = (id) => document.getElementById(id);
const MOST_NEIGHBOURS = 100;

/** The place of the address, as it stands there: its names are encoded one by one. */
const place = location.pathname.replace(/^\/towns\//, '');

/** The other towns of the county; none is no reason to fail. */
async function neighbours(region) {
  if (!region.length) return [];
  const parent = region.join('/');
  const { rows } = await holdings(parent, { size: MOST_NEIGHBOURS });
  return rows.filter(({ town }) => town);
}

const show = (town, beside) => render(townView(town, beside), $('town-body'));

async function load() {
  $('progress').hidden = false;
  try {
    const town = await get(`towns/${place}`, null);
    document.title = `${town.town} - ${town.region.length ? `${town.region.join(' ')} - ` : ''}${SITE}`;
    $('town-body').replaceChildren();
    show(town, null);
    show(town, await neighbours(town.region).catch(() => []));
  } catch (error) {
    $('town-body').replaceChildren();
    render(error.kind === 'missing' ? html`<div class="message" data-testid="error" data-kind="missing"><h1>没有这个乡镇</h1><p>${(error.detail || '没有收录这个乡镇的报告').replace(/。?$/, '。')}</p>
      <p><a href="/library.html">到报告库里找</a></p></div>` : failureView(error, load), $('town-body'));
  } finally {
    $('progress').hidden = true;
  }
}

bindKeys(stepThrough($('town-body')));
load();
