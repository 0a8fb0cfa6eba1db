// A text file that a person chose, whatever Chinese encoding it was saved in.
const ENCODINGS = ['utf-8', 'gb18030'];
const MOST_BYTES = 4 * 1024 * 1024;

/** @param {Blob} file @returns {Promise<string>} @throws {Error} saying what is the matter with it */
export async function textOf(file) {
  if (file.size > MOST_BYTES) throw new Error('文件超过 4 MB，请分成几个');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const encoding of ENCODINGS) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Not in this one.
    }
  }
  throw new Error('读不出文字：请另存为纯文本（.txt 或 .csv）');
}
