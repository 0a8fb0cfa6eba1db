// Which rows a facet shows, and how deep. Pure.
import { regionName, valueName } from './names.js';
import { filterOf } from './state.js';

/** @typedef {{value: string, name: string, count: number, depth: number, branch: boolean, leaf: boolean, open: boolean,
 *   how: 'include'|'exclude'|null, partly: boolean}} Row */

export const FEW = 8;
export const SEARCHABLE = 12;

const isBelow = (value, ancestor) => value.startsWith(`${ancestor}/`);

/** Rows of the region tree; a value whose ancestors are not in the list stands at the left with its whole path. */
function treeRows(values, chosen, opened) {
  const all = new Set(values.map((v) => v.value));
  const rows = [];
  for (const { value, count } of values) {
    const steps = value.split('/');
    const above = steps.slice(1).map((_, i) => steps.slice(0, i + 1).join('/')).filter((path) => all.has(path));
    const parent = above[above.length - 1];
    const open = (path) => opened.get(path)
      ?? (values.length <= FEW || chosen.some((c) => isBelow(c, path)));
    if (!above.every(open)) continue;
    rows.push({
      value,
      count,
      name: regionName(parent ? value.slice(parent.length + 1) : value),
      depth: above.length,
      branch: values.some((v) => isBelow(v.value, value)),
      open: open(value),
      partly: chosen.some((c) => isBelow(c, value)),
    });
  }
  return rows;
}

/**
 * @param {import('./state.js').SearchState} state @param {import('./state.js').Facet} facet
 * @param {import('./api.js').FacetValue[]} values
 * @param {{all: boolean, within: string, opened: Map<string, boolean>}} view
 * @returns {{rows: Row[], hidden: number, total: number}} total counts the rows when all are shown
 */
export function facetRows(state, facet, values, { all, within, opened }) {
  const flat = ({ value, count }) => ({
    value, count, name: valueName(facet, value), depth: 0, branch: false, open: false, partly: false,
  });
  const chosen = state.filters[facet].filter((v) => !v.startsWith('-'));
  const wanted = within.trim();
  const rows = (wanted
    ? values.map(flat).filter((row) => row.name.includes(wanted))
    : facet === 'region' ? treeRows(values, chosen, opened) : values.map(flat)
  ).map((row, _, list) => ({
    ...row, how: filterOf(state, facet, row.value), leaf: !row.branch && list.some((other) => other.branch),
  }));
  const shown = all || wanted ? rows : rows.filter((row, i) => i < FEW || row.how);
  return { rows: shown, hidden: rows.length - shown.length, total: rows.length };
}
