// Figures grouped by what they count, and put in order. Pure.

/** @typedef {{value: number, upTo: number, unit: string, normalUnit: string, kind: string, town: string|null, county: string|null,
 *   year: number|null, reportId: string, paragraphId: string, before: number|null, target: boolean}} FigureRow */

const RATE = 'rate';

/** What a figure is of: its unit, or that it is a rate. @param {FigureRow} row */
const unitOf = (row) => (row.kind === RATE ? RATE : row.normalUnit);

/** The figures of a unit, all for ''. @param {FigureRow[]} rows @param {string} unit */
export const ofUnit = (rows, unit) => (unit ? rows.filter((row) => unitOf(row) === unit) : rows);

/** Units with how many figures have each, the most frequent first. @param {FigureRow[]} rows */
export function units(rows) {
  const counts = new Map();
  for (const row of rows) counts.set(unitOf(row), (counts.get(unitOf(row)) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count, name: value === RATE ? '%' : value || '无量词' }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'zh'));
}

/** The unit that the address asks for, '' for all. */
export const chosenUnit = (state, all) => (all.some(({ value }) => value && value === state.unit) ? state.unit : '');

const byTown = (a, b) => (a.town == null) - (b.town == null) || (a.town ?? '').localeCompare(b.town ?? '', 'zh');
const byYear = (a, b) => (b.year ?? -1) - (a.year ?? -1);
const ORDERS = {
  year: (a, b) => byYear(a, b) || byTown(a, b),
  town: (a, b) => byTown(a, b) || byYear(a, b),
  most: (a, b) => b.upTo - a.upTo,
  least: (a, b) => a.value - b.value,
};

/** @param {FigureRow[]} rows @param {'year'|'town'|'most'|'least'} order */
export const inFigureOrder = (rows, order) => rows.toSorted(ORDERS[order]);

/**
 * The largest figure of each town and year: towns by their latest, the largest first.
 * @param {FigureRow[]} rows @param {number} most how many towns
 * @returns {{towns: string[], years: number[], hidden: number, unplaced: number, cell: (town: string, year: number) => FigureRow|undefined}}
 *   `years` ascending, all that one of the towns has a figure of; `hidden` towns for which there is no room; `unplaced` figures
 *   of which the town or the year is not stated
 */
export function byTownAndYear(rows, most) {
  const cells = new Map(), towns = new Map();
  let unplaced = 0;
  for (const row of rows) {
    if (row.town == null || row.year == null) {
      unplaced += 1;
      continue;
    }
    const town = row.county ? `${row.county}${row.town}` : row.town, key = `${town} ${row.year}`;
    if (!(cells.get(key)?.upTo >= row.upTo)) cells.set(key, row);
    const latest = towns.get(town);
    if (!latest || row.year > latest.year || (row.year === latest.year && row.upTo > latest.upTo)) towns.set(town, row);
  }
  const named = [...towns].sort(([, a], [, b]) => b.upTo - a.upTo).map(([town]) => town), shown = named.slice(0, most);
  const cell = (town, year) => cells.get(`${town} ${year}`);
  const years = [...new Set([...cells.values()].map(({ year }) => year))].sort((a, b) => a - b);
  return {
    towns: shown, years: years.filter((year) => shown.some((town) => cell(town, year))), hidden: named.length - shown.length, unplaced, cell,
  };
}
