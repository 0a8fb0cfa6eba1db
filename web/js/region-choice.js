// A choice of regions, from province to county: all of them at once, of very many the upper levels and those below what is chosen.
import { regionsBelow } from './api-library.js';
import { MISSING, regionName } from './names.js';

/** @param {HTMLSelectElement} select with what stands for all regions first; what it has chosen stays so */
export async function regionChoice(select) {
  const asked = new Set(), all = new Map();

  function draw() {
    const { value } = select, [whole] = select.options;
    const paths = [...new Set([...all.keys(), ...(value ? [value] : [])])].sort((a, b) => a.localeCompare(b, 'zh-CN'));
    select.replaceChildren(whole, ...paths.map((path) => new Option(regionName(path), path)));
    select.value = value;
  }

  async function below(parent) {
    asked.add(parent);
    for (const region of (await regionsBelow(parent)).regions) if (region.path !== MISSING) all.set(region.path, region);
    draw();
  }

  select.addEventListener('change', () => {
    const { value } = select, isListed = [...all.keys()].some((path) => path.startsWith(`${value}/`));
    if (!all.get(value)?.below || isListed || asked.has(value)) return;
    below(value).catch(() => asked.delete(value));
  });
  await below('');
}
