// The report's headings as links, and which of them the reader is under.
import { html, nothing } from './lit.js';

/** How items are numbered, by level. */
const MARKS = [
  [4, /^[（(]\s?([0-9０-９]{1,2})\s?[）)]/], [3, /^([0-9０-９]{1,2})[.．、](?![0-9０-９])/], [2, /^[（(]\s?([一二三四五六七八九十]{1,3})\s?[）)]/],
];
const LONGEST_TITLE = 30;

const levelOf = (text) => MARKS.find(([, mark]) => mark.test(text))?.[0] ?? 0;

/** The beginning of an item that has no title of its own, up to where a reader would stop. */
function beginning(text) {
  const [first] = text.split(/[。！？；：，,:;]/u);
  return first.length > LONGEST_TITLE ? `${first.slice(0, LONGEST_TITLE)}…` : first;
}

/**
 * The outline with what a list of numbered items lacks: where some items have a title and others are a sentence,
 * a reader who sees （2） and （3） looks for （1）.
 * @param {{outline: {level: number, title: string, paragraphId: string}[], paragraphs: import('./api.js').Paragraph[]}} report
 */
export function wholeOutline({ outline, paragraphs }) {
  const entries = new Map(outline.map((entry) => [entry.paragraphId, entry]));
  const lists = new Map(); // by the heading that a list stands under and its level: its items, and whether any has a title
  let above = [];
  for (const { id, kind, text } of paragraphs) {
    const entry = entries.get(id), level = entry?.level ?? (kind === 'body' ? levelOf(text) : 0);
    if (!level) continue;
    above = above.filter((other) => other.level < level);
    const key = `${above.at(-1)?.id ?? ''} ${level}`;
    const list = lists.get(key) ?? { titled: false, items: [] };
    lists.set(key, list);
    if (entry) {
      list.titled = true;
      above.push({ level, id });
    } else list.items.push({ level, title: beginning(text), paragraphId: id });
  }
  for (const { titled, items } of lists.values()) if (titled) for (const item of items) entries.set(item.paragraphId, item);
  return paragraphs.map(({ id }) => entries.get(id)).filter(Boolean);
}

/**
 * @param {{level: number, title: string, paragraphId: string}[]} outline
 * @param {string|null} at the paragraph of the heading read under
 * @param {Map<string, number>} counts hits under each heading
 */
export function outlineView(outline, at, counts) {
  return html`<h2>目录</h2>
    ${outline.length ? html`<ol role="list">${outline.map(({ level, title, paragraphId }) => html`
      <li class="outline__level-${Math.min(level, 4)}"><a href="#${encodeURIComponent(paragraphId)}" data-testid="outline-link"
        aria-current=${paragraphId === at ? 'true' : nothing}><span>${title}</span>${counts.get(paragraphId)
          ? html`<small>${counts.get(paragraphId)}<span class="unseen"> 处</span></small>` : nothing}</a></li>`)}</ol>`
    : html`<p class="quiet">这份报告没有标题行。</p>`}`;
}

/** Hits by the heading that they stand under or in. @param {string[]} order paragraph ids in reading order
 * @param {{paragraphId: string}[]} outline @param {{paragraphId: string}[]} places @returns {Map<string, number>} */
export function hitsByHeading(order, outline, places) {
  const headings = new Set(outline.map((entry) => entry.paragraphId));
  const found = new Map();
  for (const { paragraphId } of places) found.set(paragraphId, (found.get(paragraphId) ?? 0) + 1);
  const counts = new Map();
  let under = null;
  for (const id of order) {
    if (headings.has(id)) under = id;
    if (under && found.has(id)) counts.set(under, (counts.get(under) ?? 0) + found.get(id));
  }
  return counts;
}

/**
 * Watches the scrolling and tells which heading was passed last; where none was passed yet, or none can be any more because
 * the page ends, that of the chosen paragraph if it is in view.
 * @param {() => {paragraphId: string}[]} outline @param {() => number} top where reading begins, below the bar
 * @param {() => Element|null} chosen @param {(paragraphId: string|null) => void} tell
 */
export function watchHeadings(outline, top, chosen, tell) {
  let queued = false;
  const above = (limit) => {
    let at = null;
    for (const { paragraphId } of outline()) {
      if ((document.getElementById(paragraphId)?.getBoundingClientRect().top ?? Infinity) > limit) break;
      at = paragraphId;
    }
    return at;
  };
  const look = () => {
    queued = false;
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2, box = chosen()?.getBoundingClientRect();
    const seen = box && box.bottom > top() && box.top < innerHeight, ofChosen = seen ? above(box.top + 1) : null;
    // At the very end short last sections can never reach the top: whatever is in view counts.
    tell(!end ? above(top() + 40) ?? ofChosen : seen ? ofChosen : above(innerHeight * 0.6));
  };
  const queue = () => {
    if (!queued) requestAnimationFrame(look);
    queued = true;
  };
  addEventListener('scroll', queue, { passive: true });
  addEventListener('resize', queue);
  return queue;
}
