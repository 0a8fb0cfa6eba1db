// The reader's own checklist: kept in this browser only, and read from and written to csv.
const STORE = 'govsearch:checklist';
export const MOST_ITEMS = 100;

/** @typedef {{name: string, items: import('./api-matrix.js').Item[]}} Checklist */

const isItem = (item) => typeof item?.name === 'string' && typeof item?.query === 'string';

/** @returns {Checklist|null} */
export function kept() {
  try {
    const list = JSON.parse(localStorage.getItem(STORE) ?? 'null');
    return typeof list?.name === 'string' && Array.isArray(list.items) ? { name: list.name, items: list.items.filter(isItem).slice(0, MOST_ITEMS) } : null;
  } catch {
    return null; // Storage may be forbidden, or hold what another version wrote.
  }
}

/** @param {Checklist} list */
export function keep(list) {
  try {
    localStorage.setItem(STORE, JSON.stringify(list));
  } catch {
    // Not remembered, then.
  }
}

const HEADINGS = ['名称', '项目', '考核项目', 'name'];
const cell = (text) => `"${text.replaceAll('"', '""')}"`;

/** @param {import('./api-matrix.js').Item[]} items with a byte order mark, by which Excel knows UTF-8 */
export const toCsv = (items) => `\uFEFF${[{ name: '名称', query: '检索式' }, ...items].map(({ name, query }) => `${cell(name)},${cell(query)}\r\n`).join('')}`;

/** The rows of a csv file, its cells as they stand. @param {string} text @returns {string[][]} */
function rows(text) {
  const all = [[]];
  let value = '', quoted = false;
  const end = () => { all.at(-1).push(value.trim()); value = ''; };
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (quoted) {
      if (char !== '"') value += char;
      else if (text[i + 1] === '"') { value += '"'; i += 1; }
      else quoted = false;
    } else if (char === '"' && !value.trim()) { quoted = true; value = ''; }
    else if (char === ',' || char === '\t') end();
    else if (char === '\n') { end(); all.push([]); }
    else if (char !== '\r') value += char;
  }
  end();
  return all;
}

/** A list of a csv file; what has a name alone is looked for by its name. @param {string} text @returns {import('./api-matrix.js').Item[]} @throws {Error} saying what is the matter */
export function fromCsv(text) {
  const items = rows(text.replace(/^\uFEFF/, '')).map(([name, query]) => ({ name, query: query || `“${name}”` })).filter(({ name }) => name);
  if (items.length && HEADINGS.includes(items[0].name)) items.shift();
  if (!items.length) throw new Error('文件里没有项目，应是每行“名称,检索式”');
  if (items.length > MOST_ITEMS) throw new Error(`清单最多 ${MOST_ITEMS} 项，文件里有 ${items.length} 项`);
  return items;
}
