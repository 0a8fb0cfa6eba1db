// A Word document made in the browser: paragraphs of runs, some of them links.
import { escapeXml, zip } from './zip.js';

const TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** @typedef {{text: string, bold?: boolean, quiet?: boolean, marked?: boolean, link?: string}} Run */
/** @typedef {{runs: Run[], style?: 'title'|'head'}} Para */

function runXml({ text, bold, quiet, marked, link }, links) {
  const looks = `${bold ? '<w:b/>' : ''}${quiet ? '<w:color w:val="666666"/><w:sz w:val="20"/>' : ''}${link ? '<w:color w:val="1A5484"/><w:u w:val="single"/>' : ''}${marked ? '<w:shd w:val="clear" w:color="auto" w:fill="FFE38A"/>' : ''}`;
  const run = `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
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
      `<Relationship Id="l${i + 1}" Type="${OFFICE}/hyperlink" Target="${escapeXml(link)}" TargetMode="External"/>`).join('')}</Relationships>`,
  })], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
}
