// The active filters as a person sees them: years that follow one another are one. Pure.
import { FACET_NAMES, MISSING, valueName } from './names.js';
import { FACETS } from './state.js';

/** @typedef {{facet: import('./state.js').Facet, values: string[], excluded: boolean}} FilterGroup `values` as filters have them */

/** Runs of the years that are filtered by, and what is no year by itself. @param {string[]} chosen @param {string[]} known */
function yearRuns(chosen, known) {
  const isYear = (value) => value !== MISSING && !value.startsWith('-');
  const years = chosen.filter(isYear).sort((a, b) => Number(a) - Number(b));
  // Next to one another are also years between which there is none to choose.
  const all = [...new Set([...known.filter(isYear), ...years])].sort((a, b) => Number(a) - Number(b));
  const next = (a, b) => b - a === 1 || (known.length > 0 && all.indexOf(b) - all.indexOf(a) === 1);
  const runs = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last && next(last.at(-1), year)) last.push(year);
    else runs.push([year]);
  }
  return [...runs, ...chosen.filter((value) => !isYear(value)).map((value) => [value])];
}

/** @param {import('./state.js').SearchState} state @param {string[]} [known] the years that there are to choose
 *  @returns {FilterGroup[]} */
export const filterGroups = (state, known = []) => FACETS.flatMap((facet) => {
  const chosen = state.filters[facet];
  const groups = facet === 'year' ? yearRuns(chosen, known) : chosen.map((value) => [value]);
  return groups.map((values) => ({ facet, values, excluded: values[0].startsWith('-') }));
});

/** “地区：云渚市”, “年度：2021—2024” or “排除乡镇：柳湾镇”. @param {FilterGroup} group */
export function groupName({ facet, values, excluded }) {
  const name = (value) => valueName(facet, value.replace(/^-/, ''));
  const what = values.length > 1 ? `${name(values[0])}—${name(values.at(-1))}` : name(values[0]);
  return `${excluded ? '排除' : ''}${FACET_NAMES[facet]}：${what}`;
}

/** The state without the filters of a group. @param {import('./state.js').SearchState} state @param {FilterGroup} group */
export const withoutGroup = (state, { facet, values }) => ({
  ...state, filters: { ...state.filters, [facet]: state.filters[facet].filter((value) => !values.includes(value)) },
});

/** The years that an answer has to choose. @param {import('./api.js').SearchAnswer|null} data */
export const knownYears = (data) => (data?.facets?.year ?? []).map(({ value }) => value);
