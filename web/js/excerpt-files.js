// Excerpts as files: Word to go on writing, Excel to sort, Markdown to note.
import { docx } from './docx.js';
import { sectionName } from './names.js';
import { segments } from './ranges.js';
import { xlsx } from './xlsx.js';

/** @typedef {{cited: import('./excerpt-cited.js').Cited[], sources: string[]}} Given */

/** A text with what was found in it, or the figure that was put aside, marked. */
function runs({ text, surface, excerpt: { figure, start, ranges } }) {
  if (ranges?.length && start == null) return segments(text, ranges).map((piece) => ({ text: piece.text, marked: piece.mark }));
  const at = figure ? figure.start - (start ?? 0) : -1;
  if (!surface || at < 0) return [{ text }];
  return [{ text: text.slice(0, at) }, { text: surface, marked: true }, { text: text.slice(at + surface.length) }].filter((run) => run.text);
}

/** @param {Given} given @param {string} title @param {import('./docx.js').Para[]} [lead] what is said before the first @returns {Blob} */
export const asWord = ({ cited, sources }, title, lead = []) => docx([
  { style: 'title', runs: [{ text: title, bold: true }] },
  ...lead,
  ...cited.flatMap((one, i) => [
    { style: 'head', runs: [{ text: `${i + 1}. ${one.who}`, bold: true }, ...(one.excerpt.labels.length ? [{ text: `  ${one.excerpt.labels.join('、')}`, quiet: true }] : [])] },
    { runs: [...runs(one), { text: ` [${one.source}]` }] },
    ...(one.excerpt.note ? [{ runs: [{ text: '批注：', bold: true }, { text: one.excerpt.note }] }] : []),
    { runs: [{ text: one.citation, quiet: true }, { text: ' 原文', link: one.link }] },
  ]),
  { style: 'head', runs: [{ text: '资料来源', bold: true }] },
  ...sources.map((source, i) => ({ runs: [{ text: `[${i + 1}] ${source}` }] })),
]);

const COLUMNS = [
  { heading: '序号', width: 6 }, { heading: '省', width: 10 }, { heading: '市', width: 10 }, { heading: '县', width: 10 }, { heading: '乡镇', width: 12 },
  { heading: '年度', width: 8 }, { heading: '章节', width: 8 }, { heading: '标题路径', width: 24, lines: true }, { heading: '摘录', width: 70, lines: true },
  { heading: '数字', width: 10 }, { heading: '标签', width: 16, lines: true }, { heading: '批注', width: 30, lines: true }, { heading: '标记', width: 8 },
  { heading: '引文', width: 50, lines: true }, { heading: '链接', width: 30, link: true }, { heading: '报告编号', width: 16 }, { heading: '段落编号', width: 12 },
];

/** @param {Given} given @returns {Blob} */
export const asExcel = ({ cited }) => xlsx('摘录', COLUMNS, cited.map(({ excerpt, text, surface, citation, link, mark }, i) => [
  i + 1, excerpt.province, excerpt.city, excerpt.county, excerpt.town, excerpt.year, sectionName(excerpt.section), excerpt.headingPath.join(' › '), text, surface,
  excerpt.labels.join('、'), excerpt.note, mark, citation, link, excerpt.reportId, excerpt.paragraphId,
]));

// Of text that came from elsewhere nothing is a command.
const plain = (text) => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');

/** @param {Given} given @param {string} day @returns {Blob} */
export const asMarkdown = ({ cited, sources }, day) => new Blob([[
  `# 摘录（${day}）`,
  ...cited.flatMap(({ who, text, excerpt, citation, link, source }, i) => [
    `## ${i + 1}. ${plain(who)}`, `> ${plain(text)} \\[${source}\\]`, ...(excerpt.labels.length ? [`标签：${plain(excerpt.labels.join('、'))}`] : []),
    ...(excerpt.note ? [`批注：${plain(excerpt.note)}`] : []), `${plain(citation)} [原文](<${link}>)`,
  ]),
  '## 资料来源', sources.map((source, i) => `${i + 1}. ${plain(source)}`).join('\n'), '',
].join('\n\n')], { type: 'text/markdown' });
