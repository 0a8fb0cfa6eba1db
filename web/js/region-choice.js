// A choice of regions, from province to county: all of a small collection at once, of a large one those below what is chosen.
import { holdings } from './api-library.js';
import { MISSING, regionName } from './names.js';

/** So many are asked for before anybody chooses, and so many listed without being asked for. */
const MOST_ASKED = 12, MOST_LISTED = 80;
/** 省 › 市 › 县: what is below a county is a town. */
const DEEPEST = 3;

/** @param {HTMLSelectElement} select with what stands for all regions first; what it has chosen stays so */
export async function regionChoice(select) {
  const asked = new Set(), all = new Set();

  function draw() {
    const { value } = select, [whole] = select.options;
    const paths = [...new Set([...all, ...(value ? [value] : [])])].sort((a, b) => a.localeCompare(b, 'zh-CN'));
    select.replaceChildren(whole, ...paths.map((path) => new Option(regionName(path), path)));
    select.value = value;
  }

  /** Those right below a region. */
  async function below(parent) {
    asked.add(parent);
    const { rows } = await holdings(parent, { size: 100 });
    const regions = rows.filter(({ path, town, children }) => !town && children && path !== MISSING).map(({ path }) => path);
    for (const path of regions) all.add(path);
    return regions;
  }

  select.addEventListener('change', async () => {
    const { value } = select;
    if (!value || asked.has(value) || value.split('/').length >= DEEPEST) return;
    await below(value).catch(() => asked.delete(value));
    draw();
  });

  const levels = [''];
  for (let i = 0; i < levels.length && i < MOST_ASKED && all.size < MOST_LISTED; i += 1) {
    for (const path of await below(levels[i])) if (path.split('/').length < DEEPEST) levels.push(path);
    draw();
  }
}
