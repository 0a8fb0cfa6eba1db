// A zip of texts. Stored, not compressed: they are short.
const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = (bytes) => (bytes.reduce((crc, byte) => TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** Numbers of two or four bytes, the low one first. @param {[number, 2|4][]} numbers */
function numbers(...all) {
  const bytes = [];
  for (const [value, length] of all) for (let i = 0; i < length; i += 1) bytes.push((value >>> (8 * i)) & 0xff);
  return Uint8Array.from(bytes);
}

/** @param {Record<string, string>} files @returns {Uint8Array} */
export function zip(files) {
  const encoder = new TextEncoder(), parts = [], entries = [];
  let at = 0;
  const put = (to, ...pieces) => to.push(...pieces);
  for (const [name, text] of Object.entries(files)) {
    const path = encoder.encode(name), bytes = encoder.encode(text);
    const both = [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [path.length, 2], [0, 2]];
    put(parts, numbers([0x04034b50, 4], ...both), path, bytes);
    put(entries, numbers([0x02014b50, 4], [20, 2], ...both, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), path);
    at += 30 + path.length + bytes.length;
  }
  const count = Object.keys(files).length, length = entries.reduce((sum, each) => sum + each.length, 0);
  put(parts, ...entries, numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [at, 4], [0, 2]));
  const whole = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
  let to = 0;
  for (const part of parts) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}

/** Text for XML, without characters that no XML may have, such as a form feed in a text that came from a scan. @param {string} text */
export const escapeXml = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
