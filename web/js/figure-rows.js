// What figures count, by name. Pure.

const RATE = 'rate';

/** @param {string} unit as the API names it */
export const unitName = (unit) => (unit === RATE ? '%' : unit || '无量词');

/** A town as its chart names it: with the region right above it. @param {{region: string[], town: string}} place */
export const placeName = ({ region, town }) => `${region.at(-1) ?? ''}${town}`;

/** The years that towns have values of, ascending. @param {{values: {year: number}[]}[]} towns */
export const yearsOf = (towns) => [...new Set(towns.flatMap(({ values }) => values.map(({ year }) => year)))].sort((a, b) => a - b);
