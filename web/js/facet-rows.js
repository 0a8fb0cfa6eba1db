// Which rows a facet shows, and how deep. Pure.
import { missingLast, regionName, valueName } from './names.js';
import { filterOf } from './state.js';

/** @typedef {{value: string, name: string, count: number, depth: number, branch: boolean, leaf: boolean, open: boolean,
 *   how: 'include'|'exclude'|null, partly: boolean}} Row */

const FEW = 8;
/** How many rows before anybody asks for all; of towns so few that the years below them are seen in a window of 900 pixels. @param {string} facet */
export const fewOf = (facet) => (facet === 'town' ? 6 : FEW);
export const SEARCHABLE = 12;

const isBelow = (value, ancestor) => value.startsWith(`${ancestor}/`);

/** The regions that one lies in, outermost first. @param {string} value */
function regionsAbove(value) {
  const steps = value.split('/');
  return steps.slice(1).map((_, i) => steps.slice(0, i + 1).join('/'));
}

/** The values with those below the opened ones, each behind the region that it is in. */
function unfolded(values, opened, below) {
  const all = new Set(values.map((v) => v.value)), parents = parentsOf(values);
  const withChildren = (value) => {
    const wanted = opened.get(value.value) && value.children > 0 && !parents.has(value.value);
    const children = wanted ? (below(value.value) ?? []).filter((v) => !all.has(v.value)) : [];
    return [value, ...children.flatMap(withChildren)];
  };
  return values.flatMap(withChildren);
}

/** Every region that one of the values lies in. */
const parentsOf = (values) => new Set(values.flatMap((v) => regionsAbove(v.value)));

/** Rows of the region tree; a value whose ancestors are not in the list stands at the left with its whole path. */
function treeRows(listed, chosen, opened, below) {
  const values = unfolded(listed, opened, below);
  const all = new Set(values.map((v) => v.value)), parents = parentsOf(values);
  const rows = [];
  for (const { value, count, children } of values) {
    const above = regionsAbove(value).filter((path) => all.has(path));
    const parent = above.at(-1);
    const open = (path) => opened.get(path)
      ?? (parents.has(path) && (listed.length <= FEW || chosen.some((c) => isBelow(c, path))));
    if (!above.every(open)) continue;
    rows.push({
      value,
      count,
      name: regionName(parent ? value.slice(parent.length + 1) : value),
      depth: above.length,
      branch: children > 0 || parents.has(value),
      open: open(value),
      partly: chosen.some((c) => isBelow(c, value)),
    });
  }
  return rows;
}

/**
 * @param {import('./state.js').SearchState} state @param {import('./state.js').Facet} facet
 * @param {import('./api.js').FacetValue[]} given
 * @param {{all: boolean, within: string, opened: Map<string, boolean>}} view
 * @param {import('./facet-more.js').FacetMore} more values that are not in the list
 * @returns {{rows: Row[], hidden: number, total: number}} total counts the rows when all are shown
 */
export function facetRows(state, facet, given, { all, within, opened }, more) {
  const values = missingLast(given, ({ value }) => value);
  const flat = ({ value, count }) => ({
    value, count, name: valueName(facet, value), depth: 0, branch: false, open: false, partly: false,
  });
  const chosen = state.filters[facet].filter((v) => !v.startsWith('-'));
  const wanted = within.trim();
  const named = wanted && (facet === 'region' || facet === 'town') ? more.named(facet, wanted) : null;
  const found = wanted
    ? named?.map(flat) ?? values.map(flat).filter((row) => row.name.includes(wanted))
    : facet === 'region' ? treeRows(values, chosen, opened, (region) => more.below(region)) : values.map(flat);
  const branches = found.some((row) => row.branch);
  const rows = found.map((row) => ({ ...row, how: filterOf(state, facet, row.value), leaf: branches && !row.branch }));
  const shown = all || wanted ? rows : rows.filter((row, i) => i < fewOf(facet) || row.how);
  return { rows: shown, hidden: rows.length - shown.length, total: rows.length };
}
