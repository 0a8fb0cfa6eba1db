// Marking of text by ranges of UTF-16 offsets. Pure: no DOM, no imports.

/** @typedef {{start: number, end: number}} Range */
/** @typedef {{text: string, mark: boolean, index: number}} Segment index: which merged range, -1 if none */

/** Moves an offset that would split a surrogate pair to before the pair. */
const whole = (text, at) => {
  const low = text.charCodeAt(at), high = text.charCodeAt(at - 1);
  return at > 0 && low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? at - 1 : at;
};

/**
 * Sorted, non-empty, inside the text and without overlap. Ranges that only touch stay apart,
 * for they are two hits.
 * @param {Range[]} ranges @param {number} length @returns {Range[]}
 */
export function merge(ranges, length) {
  const sane = (ranges ?? [])
    .map(({ start, end }) => ({ start: Math.max(0, start | 0), end: Math.min(length, end | 0) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged = [];
  for (const range of sane) {
    const last = merged.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/**
 * The text between `from` and `to` as plain and marked pieces, in order, losing no character.
 * @param {string} text @param {Range[]} ranges @param {number} [from] @param {number} [to]
 * @returns {Segment[]}
 */
export function segments(text, ranges, from = 0, to = text.length) {
  const pieces = [];
  let at = from;
  merge(ranges, text.length).forEach((range, index) => {
    const start = Math.max(range.start, from), end = Math.min(range.end, to);
    if (start >= end) return;
    if (start > at) pieces.push({ text: text.slice(at, start), mark: false, index: -1 });
    pieces.push({ text: text.slice(start, end), mark: true, index });
    at = end;
  });
  if (at < to) pieces.push({ text: text.slice(at, to), mark: false, index: -1 });
  return pieces;
}

/**
 * The part of a long text to show around its first mark: begins after a full stop or comma where one is
 * near, never cuts a mark or a surrogate pair, and is the whole text if that is little longer.
 * @param {string} text @param {Range[]} ranges @param {{max?: number, lead?: number}} [limits]
 * @returns {Range}
 */
export function excerpt(text, ranges, { max = 220, lead = 64 } = {}) {
  if (text.length <= max * 1.25) return { start: 0, end: text.length };
  const sane = merge(ranges, text.length);
  const first = sane[0] ?? { start: 0, end: 0 };
  // Near the end of the text there is room for more before the mark.
  const back = Math.max(lead, first.start - (text.length - max));
  let start = 0;
  if (first.start > back) {
    const before = text.slice(first.start - back, first.start);
    const stop = before.slice(0, back - lead / 4).search(/[。；！？]/u);
    const cut = stop >= 0 ? stop : before.search(/[，、：,;:]/u);
    start = first.start - back + (cut < 0 ? 0 : cut + 1);
  }
  const limit = start + max;
  const across = sane.find((range) => range.start < limit && range.end > limit);
  const end = Math.min(text.length, Math.max(across?.end ?? limit, first.end));
  return { start: whole(text, start), end: end === text.length ? end : whole(text, end + 1) };
}

/**
 * Offsets as a person counts characters, from 1: {first, last}.
 * @param {string} text @param {number} start @param {number} end
 */
export function places(text, start, end) {
  const count = (to) => [...text.slice(0, whole(text, Math.min(to, text.length)))].length;
  const first = count(start) + 1;
  return { first, last: Math.max(first, count(Math.max(end, start))) };
}
