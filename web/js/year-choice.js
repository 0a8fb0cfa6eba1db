// The years of all reports to choose from, newest first; one that has not begun stands behind them and says so.
import { library } from './api-library.js';
import { MISSING } from './names.js';
import { yearOption } from './year-doubt.js';

/** @param {HTMLSelectElement} select what it has chosen stays so */
export async function yearChoice(select) {
  const { years, doubtfulYears } = await library({ size: 1 });
  for (const { value } of years) {
    if (value === MISSING) continue;
    const name = yearOption(value, doubtfulYears), there = [...select.options].find((option) => option.value === value);
    if (there) there.text = name;
    else select.append(new Option(name, value));
  }
}
