// What differs between two paragraphs that say the same: their numbers. Pure.

/** A number as it is written, with what it counts: 1,240 份, 95.5%, 三十五件. */
const NUMBER = /(?:\d[\d.,，]*|[〇零一二三四五六七八九十百千万亿两]{2,})\s*(?:%|％|[\u4e00-\u9fff]{1,2})?/gu;
const LEAD = 6;

const digits = (text) => text.normalize('NFKC').replace(/[\s,，]/g, '');
const NUMERAL = /^(?:\d[\d.]*|[〇零一二三四五六七八九十百千万亿两]+)/u;

/** The numbers of a text, each with the words before it that say what it is of. @param {string} text */
function numbersOf(text) {
  const found = [];
  let end = 0;
  for (const match of text.normalize('NFKC').matchAll(NUMBER)) {
    const before = text.normalize('NFKC').slice(Math.max(end, match.index - LEAD), match.index).split(/[，。；：、,;:（）()“”"]/u).at(-1);
    found.push({ before, number: match[0].trim(), value: NUMERAL.exec(digits(match[0]))?.[0] ?? match[0] });
    end = match.index + match[0].length;
  }
  return found;
}

/**
 * The numbers of a near-identical paragraph that are others than those of the one shown.
 * @param {string} shown @param {string} other @returns {{before: string, number: string}[]}
 */
export function differingNumbers(shown, other) {
  const ours = numbersOf(shown), theirs = numbersOf(other);
  return theirs.filter(({ value }, i) => ours.length !== theirs.length || value !== ours[i].value);
}
