// What catches a designer's eye on a page as it is drawn: cut texts, labels that break, columns of one letter, texts
// that lie on each other, what reaches out of the window, letters too small. Gives lines of text; empty where there is nothing.
const said = new Set();
const say = (what, element, more = '') => {
  const name = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '') + (typeof element.className === 'string' && element.className
    ? `.${element.className.trim().split(/\s+/).join('.')}` : '');
  said.add(`${what} ${name} “${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30)}” ${more}`.trim());
};

/** Not there for the eye. */
const isUnseen = (element) => {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const { clipPath, visibility, opacity, display } = getComputedStyle(at);
    if (clipPath !== 'none' || visibility === 'hidden' || opacity === '0' || display === 'none') return true;
  }
  return false;
};
const ownText = (element) => [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent).join('').trim();
/** The boxes of an element's own letters, line by line. */
const lines = (element) => {
  const range = document.createRange();
  const rows = new Map();
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent.trim()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      const key = Math.round((box.top + box.bottom) / 8), row = rows.get(key) ?? { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
      rows.set(key, { left: Math.min(row.left, box.left), right: Math.max(row.right, box.right), top: row.top, bottom: row.bottom });
    }
  }
  return [...rows.values()];
};
const scrolls = (element) => {
  for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
    const { overflowX } = getComputedStyle(at);
    if (overflowX === 'auto' || overflowX === 'scroll' || overflowX === 'hidden') return true;
  }
  return false;
};

const LABEL = 'button, summary, label, th, dt, legend, .button, .tag, .chip, .tabs a, nav a, h1, h2, h3, h4';
const leaves = [...document.querySelectorAll('body *')].filter((element) => !element.closest('svg, script, style, noscript, dialog:not([open])')
  && element.checkVisibility() && ownText(element) && element.getClientRects().length && !isUnseen(element)).slice(0, 1500);
const boxes = [];
for (const element of leaves) {
  const style = getComputedStyle(element), size = parseFloat(style.fontSize), text = ownText(element), rows = lines(element);
  if (!rows.length) continue;
  if (size < 11.5) say('small', element, `${size}px`);
  const [first] = rows, right = Math.max(...rows.map((row) => row.right)), width = right - Math.min(...rows.map((row) => row.left));
  if (right > innerWidth + 1 && !scrolls(element)) say('outside', element, `${Math.round(right - innerWidth)}px`);
  if (text.length >= 4 && rows.length >= 3 && width < 2.6 * size) say('column', element, `${rows.length} lines`);
  if (element.matches(LABEL) && text.length <= 14 && rows.length > 1) say('broken', element, `${rows.length} lines`);
  let cut = false, layer = false, hidden = false;
  const place = element.getBoundingClientRect();
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const own = getComputedStyle(at), box = at.getBoundingClientRect();
    // The lines of a concordance are cut at their far ends: that is what they are.
    if (at.closest('.kwic__left, .kwic__right')) cut = true;
    if (!cut && own.overflowX === 'hidden' && at.clientWidth > 1 && at.scrollWidth > at.clientWidth + 1) {
      say('cut', element, `${at.scrollWidth - at.clientWidth}px`);
      cut = true;
    }
    if (!cut && own.overflowY === 'hidden' && own.webkitLineClamp !== 'none' && at.scrollHeight > at.clientHeight + 2) {
      say('clamped', element);
      cut = true;
    }
    layer ||= ['fixed', 'sticky', 'absolute'].includes(own.position);
    hidden ||= own.overflowX !== 'visible' && (place.left >= box.right || place.right <= box.left || place.top >= box.bottom || place.bottom <= box.top);
  }
  // What is cut or scrolled away, or stands on a layer of its own, lies on nothing.
  if (!cut && !layer && !hidden) boxes.push({ element, rows, top: first.top, bottom: rows.at(-1).bottom });
}
boxes.sort((a, b) => a.top - b.top);
for (let i = 0; i < boxes.length; i += 1) {
  for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j += 1) {
    const [a, b] = [boxes[i], boxes[j]];
    if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
    const on = a.rows.some((one) => b.rows.some((other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
      && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 6));
    if (on) say('overlap', a.element, `with “${b.element.textContent.trim().slice(0, 20)}”`);
  }
}
return [...said];
