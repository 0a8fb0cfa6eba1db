// Copying as plain text and as HTML at once. Offices often serve this over plain http, where
// navigator.clipboard is missing: then the copy event does it, and at last a box to copy from by hand.
import { manualCopy, toast } from './toast.js';

/** @typedef {{text: string, html?: string, done?: string}} Clip `done`: what is said when it is copied, where that is known only with it */

async function byClipboardApi(clip) {
  if (!window.ClipboardItem || !navigator.clipboard?.write) throw new Error('no clipboard');
  // Promises, not values: Safari wants the item made inside the click, before the text is fetched.
  const blob = (type, pick) => clip.then((c) => new Blob([pick(c)], { type }));
  await navigator.clipboard.write([new ClipboardItem({
    'text/plain': blob('text/plain', (c) => c.text),
    'text/html': blob('text/html', (c) => c.html ?? escapeHtml(c.text)),
  })]);
}

function byCopyEvent({ text, html }) {
  let done = false;
  const fill = (event) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
    done = true;
  };
  document.addEventListener('copy', fill, { once: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill);
  }
  return done;
}

/** @param {string} text @returns {string} */
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * Copies, then says so; `done` is what is said.
 * @param {Clip | Promise<Clip>} clip @param {string} done
 */
export async function copy(clip, done) {
  const ready = Promise.resolve(clip);
  ready.catch(() => {});
  try {
    await byClipboardApi(ready);
    toast((await ready).done ?? done);
    return;
  } catch {
    // Fall through: the API is missing or refused, or the text could not be fetched (seen again below).
  }
  try {
    const value = await ready;
    if (byCopyEvent(value)) toast(value.done ?? done);
    else manualCopy(value.text);
  } catch {
    toast('未能复制：取不到引文，请检查网络后重试', true);
  }
}
