// A workbook of one sheet made in the browser: texts, numbers and links.
import { escapeXml, zip } from './zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** More does not go into a cell. */
const LONGEST = 32_767;

const TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/></Types>`;
const rels = (all) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
const rel = (id, type, target, outside) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escapeXml(target)}"${outside ? ' TargetMode="External"' : ''}/>`;
// Cells: plain, heading, text in lines, link.
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><u/><sz val="11"/><color rgb="FF1A5484"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf applyAlignment="1"><alignment vertical="top"/></xf><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="2" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

/** A, B … Z, AA. @param {number} column from 0 */
const letters = (column) => (column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26));

/** @typedef {{heading: string, width: number, lines?: boolean, link?: boolean}} Column */

const LINE = 15, HIGHEST = 409;
/** Of a row, in points: programs do not all see for themselves how many lines a text takes. */
function height(values, columns) {
  const lines = columns.map(({ width, lines: wraps }, i) => (wraps ? Math.ceil([...String(values[i] ?? '')].reduce((sum, c) => sum + (c > '\u00ff' ? 2 : 1), 0) / (width - 1)) : 1));
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
}

/** @param {string} name of the sheet @param {Column[]} columns @param {(string|number|null)[][]} rows @returns {Blob} */
export function xlsx(name, columns, rows) {
  const links = [], relations = [];
  const cell = (value, style, at) => {
    if (value == null || value === '') return '';
    if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, LONGEST))}</t></is></c>`;
  };
  const row = (values, number, heading) => `<row r="${number}" ht="${heading ? LINE : height(values, columns)}" customHeight="1">${values.map((value, i) => {
    const at = `${letters(i)}${number}`, { lines, link } = columns[i];
    if (link && value && !heading) {
      links.push(`<hyperlink ref="${at}" r:id="l${links.length + 1}"/>`);
      relations.push(rel(`l${links.length}`, 'hyperlink', value, true));
    }
    return cell(value, heading ? 1 : link ? 3 : lines ? 2 : 0, at);
  }).join('')}</row>`;
  const body = [row(columns.map(({ heading }) => heading), 1, true), ...rows.map((values, i) => row(values, i + 2, false))].join('');
  return new Blob([zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': rels([rel('r', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels([rel('s', 'worksheet', 'worksheets/sheet1.xml'), rel('t', 'styles', 'styles.xml')]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(({ width }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${body}</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${rows.length + 1}"/>${links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': rels(relations),
  })], { type: `${SHEET}.sheet` });
}
