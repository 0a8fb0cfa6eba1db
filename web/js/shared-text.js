// What several texts share, as ranges to be marked. Pure: no DOM, no imports.

/** So many characters in a row are wording and no accident; signs and spaces do not count. */
const LEAST = 5;
const COUNTS = /[\p{L}\p{N}]/u;

/** The characters that count, and where each stands. */
function plain(text) {
  const chars = [], places = [];
  let at = 0;
  for (const char of text) {
    if (COUNTS.test(char)) {
      chars.push(char.toLowerCase());
      places.push([at, at + char.length]);
    }
    at += char.length;
  }
  return { chars, places };
}

const grams = ({ chars }) => new Set(chars.slice(0, Math.max(0, chars.length - LEAST + 1)).map((_, i) => chars.slice(i, i + LEAST).join('')));

/**
 * @param {string[]} texts two or more
 * @returns {{start: number, end: number, all: boolean}[][]} for each text the parts that another has as well, disjoint and in order; `all`: that every other has
 */
export function sharedRanges(texts) {
  const plains = texts.map(plain), sets = plains.map(grams);
  return plains.map(({ chars, places }, own) => {
    const others = sets.filter((_, i) => i !== own), covered = new Array(chars.length).fill(0);
    for (let i = 0; i + LEAST <= chars.length; i += 1) {
      const gram = chars.slice(i, i + LEAST).join(''), having = others.filter((set) => set.has(gram)).length;
      const how = having === 0 ? 0 : having === others.length ? 2 : 1;
      for (let k = i; k < i + LEAST; k += 1) covered[k] = Math.max(covered[k], how);
    }
    const ranges = [];
    covered.forEach((how, i) => {
      const last = ranges.at(-1), goesOn = i > 0 && covered[i - 1] === how;
      if (!how) return;
      if (goesOn) last.end = places[i][1];
      else ranges.push({ start: places[i][0], end: places[i][1], all: how === 2 });
    });
    return ranges;
  });
}
