// Excerpts and what was seen: in this browser only. What another window changes is seen here as well.
const EXCERPTS = 'govsearch:excerpts', MARKS = 'govsearch:marks';
const MOST_MARKS = 10_000;
export const MOST = 2_000;
export const CHANGED = 'govsearch-excerpts';

/** @typedef {{reportId: string, paragraphId: string, start: number|null, end: number|null, figure: import('./ranges.js').Range|null, text: string,
 *   section: string, headingPath: string[], title: string|null, town: string|null, county: string|null, city: string|null,
 *   province: string|null, year: number|null, labels: string[], note: string, added: number}} Excerpt
 *  `start` and `end` are of a part of the paragraph's `text`, null for the whole; `figure` is the number put aside */

/** @param {{reportId: string, paragraphId: string, start: number|null, end: number|null, figure: object|null}} of */
export const keyOf = ({ reportId, paragraphId, start, end, figure }) =>
  `${reportId}.${paragraphId}${start == null ? '' : `.${start}-${end}`}${figure ? `@${figure.start}` : ''}`;

function read(store, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(store) ?? 'null') ?? otherwise;
  } catch {
    return otherwise; // Storage may be forbidden, or hold what another version wrote.
  }
}

/** @throws {Error} where there is no room */
function write(store, value) {
  try {
    localStorage.setItem(store, JSON.stringify(value));
  } catch {
    throw new Error('浏览器里放不下了，没有存上；请先导出，再删去一些');
  }
  dispatchEvent(new Event(CHANGED));
}

const text = (value) => (typeof value === 'string' ? value : null);
const whole = (value) => (Number.isSafeInteger(value) && value >= 0 ? value : null);

/** What may be shown of whatever somebody gives for an excerpt; null where it is none. @returns {Excerpt|null} */
function sane(one) {
  const { reportId, paragraphId, text: body } = one ?? {};
  if (![reportId, paragraphId].every((id) => typeof id === 'string' && /^[\w-]{1,64}$/.test(id)) || typeof body !== 'string' || !body) return null;
  const [start, end] = [whole(one.start), whole(one.end)], isPart = start != null && end != null && start < end && end <= body.length;
  const at = one.figure && whole(one.figure.start) != null && whole(one.figure.end) <= body.length && one.figure.start < one.figure.end
    ? { start: one.figure.start, end: one.figure.end } : null;
  return {
    reportId, paragraphId, start: isPart ? start : null, end: isPart ? end : null, figure: at, text: body, section: text(one.section) ?? 'other',
    headingPath: Array.isArray(one.headingPath) ? one.headingPath.filter((each) => typeof each === 'string') : [],
    title: text(one.title), town: text(one.town), county: text(one.county), city: text(one.city), province: text(one.province),
    year: whole(one.year), labels: Array.isArray(one.labels) ? [...new Set(one.labels.filter((each) => typeof each === 'string' && each.trim()))] : [],
    note: text(one.note) ?? '', added: whole(one.added) ?? 0,
  };
}

let known = null, knownMarks = null;
const forget = () => { known = null; knownMarks = null; };
addEventListener(CHANGED, forget);
addEventListener('storage', ({ key }) => {
  if (key == null || key === EXCERPTS || key === MARKS) dispatchEvent(new Event(CHANGED));
});

/** In the order in which they were put aside. @returns {Map<string, Excerpt>} */
export function excerpts() {
  if (!known) {
    const kept = read(EXCERPTS, []);
    known = new Map((Array.isArray(kept) ? kept : []).map(sane).filter(Boolean).map((one) => [keyOf(one), one]));
  }
  return known;
}

const keep = (map) => write(EXCERPTS, [...map.values()]);

/** @param {Partial<Excerpt>[]} some @returns {number} how many were not there yet @throws {Error} where there is no room */
export function add(...some) {
  const all = new Map(excerpts()), before = all.size;
  for (const excerpt of some.map((one) => sane({ ...one, added: Date.now() })).filter(Boolean)) {
    if (!all.has(keyOf(excerpt))) all.set(keyOf(excerpt), excerpt);
  }
  if (all.size > Math.max(MOST, before)) throw new Error(`最多摘录 ${MOST} 条，请先导出，再删去一些`);
  if (all.size > before) keep(all);
  return all.size - before;
}

/** @param {string[]} keys */
export function remove(...keys) {
  const all = new Map(excerpts());
  for (const key of keys) all.delete(key);
  keep(all);
}

/** @param {string} key @param {{labels?: string[], note?: string}} change */
export function change(key, to) {
  const all = new Map(excerpts()), one = all.get(key);
  if (one) keep(all.set(key, { ...one, ...to }));
}

function marks() {
  const kept = knownMarks ?? read(MARKS, {});
  knownMarks = typeof kept === 'object' && !Array.isArray(kept) ? kept : {};
  return knownMarks;
}

/** Whether a paragraph was marked as seen, or as not relevant. @param {string} paragraph its report's id and its own @returns {'seen'|'no'|''} */
export function markOf(paragraph) {
  const mark = marks()[paragraph];
  return mark === 'seen' || mark === 'no' ? mark : '';
}

/** @param {string} paragraph @param {'seen'|'no'|''} mark */
export function setMark(paragraph, mark) {
  const { [paragraph]: before, ...others } = marks();
  const all = Object.entries(mark ? { ...others, [paragraph]: mark } : others);
  write(MARKS, Object.fromEntries(all.slice(-MOST_MARKS)));
}

/** All of it, to be taken to another browser. */
export const toJson = () => JSON.stringify({ govsearch: 'excerpts', version: 1, excerpts: [...excerpts().values()], marks: marks() }, null, 1);

/** Takes in what another browser gave; what is here already gets its labels too. @param {string} json @returns {number} how many are new @throws {Error} saying what is the matter */
export function fromJson(json) {
  let given;
  try {
    given = JSON.parse(json);
  } catch {
    throw new Error('不是 JSON 文件');
  }
  if (given?.govsearch !== 'excerpts' || !Array.isArray(given.excerpts)) throw new Error('不是摘录导出的 JSON 文件');
  const all = new Map(excerpts()), before = all.size;
  for (const one of given.excerpts.map(sane).filter(Boolean)) {
    const mine = all.get(keyOf(one));
    all.set(keyOf(one), mine ? { ...mine, labels: [...new Set([...mine.labels, ...one.labels])], note: mine.note || one.note } : one);
  }
  if (all.size > MOST) throw new Error(`合起来有 ${all.size} 条，最多 ${MOST} 条`);
  keep(all);
  const taken = Object.entries(given.marks ?? {}).filter(([key, mark]) => /^[\w-]+\.[\w-]+$/.test(key) && (mark === 'seen' || mark === 'no'));
  write(MARKS, Object.fromEntries([...Object.entries(marks()), ...taken].slice(-MOST_MARKS)));
  return all.size - before;
}
