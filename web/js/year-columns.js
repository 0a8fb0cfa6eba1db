// Years as columns: a long run of years of which there is nothing is one, or a wrong year makes a page of empty ones. Pure.

/** As many years in a row, and more, are folded. */
const MANY = 3;

/** @typedef {{index: number, year: number|null}|{from: number, to: number}} YearColumn `index`: where the year stands in what the server gave */

/**
 * @param {(number|null)[]} years ascending; null, for reports that do not say theirs, last
 * @param {(index: number) => boolean} isEmpty whether there is nothing of a year
 * @returns {YearColumn[]}
 */
export function yearColumns(years, isEmpty) {
  const columns = [];
  for (let i = 0; i < years.length;) {
    let to = i;
    while (to < years.length && years[to] != null && isEmpty(to)) to += 1;
    if (to - i >= MANY) {
      columns.push({ from: years[i], to: years[to - 1] });
      i = to;
    } else {
      for (to = Math.max(to, i + 1); i < to; i += 1) columns.push({ index: i, year: years[i] });
    }
  }
  return columns;
}

/** @param {YearColumn} column */
export const isGap = (column) => column.from !== undefined;
