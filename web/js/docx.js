// A Word document made in the browser: paragraphs of runs, some of them links. Stored, not compressed: it is short.
const TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** @typedef {{text: string, bold?: boolean, quiet?: boolean, link?: string}} Run */
/** @typedef {{runs: Run[], style?: 'title'|'head'}} Para */

// Characters that no XML may have, such as a form feed in a text that came from a scan.
const escaped = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function runXml({ text, bold, quiet, link }, links) {
  const looks = `${bold ? '<w:b/>' : ''}${quiet ? '<w:color w:val="666666"/><w:sz w:val="20"/>' : ''}${link ? '<w:color w:val="1A5484"/><w:u w:val="single"/>' : ''}`;
  const run = `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  if (!link) return run;
  links.push(link);
  return `<w:hyperlink r:id="l${links.length}">${run}</w:hyperlink>`;
}

function paraXml({ runs, style }, links) {
  const looks = { title: '<w:spacing w:after="240"/><w:jc w:val="center"/>', head: '<w:keepNext/><w:spacing w:before="240"/>' }[style] ?? '';
  return `<w:p><w:pPr>${looks}</w:pPr>${runs.map((run) => runXml(run, links)).join('')}</w:p>`;
}

/** @param {Para[]} paragraphs @returns {Blob} */
export function docx(paragraphs) {
  const links = [];
  const body = paragraphs.map((each) => paraXml(each, links)).join('');
  return new Blob([zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELS,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.map((link, i) =>
      `<Relationship Id="l${i + 1}" Type="${OFFICE}/hyperlink" Target="${escaped(link)}" TargetMode="External"/>`).join('')}</Relationships>`,
  })], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
}

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
function zip(files) {
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
