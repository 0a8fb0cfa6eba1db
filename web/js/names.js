// What the API's words are called on the page.

export const SITE = '法治政府报告检索';
export const MISSING = '未注明';

export const FACET_NAMES = { region: '地区', town: '乡镇', year: '年度', section: '章节' };

const SECTIONS = {
  lead: '引言', achievements: '成效', problems: '问题', leadership: '履职', plans: '计划', other: '其他',
};

/** @param {string|null} section a known section or 'other', for class names too */
export const sectionKey = (section) => (Object.keys(SECTIONS).includes(section) ? section : 'other');
/** @param {string|null} section */
export const sectionName = (section) => SECTIONS[sectionKey(section)];

export const MODE_NAMES = { exact: '一字不差', words: '全部词语', most: '部分词语', loose: '含同义说法' };
export const MODE_NOTES = {
  exact: '每个词都须逐字出现。',
  words: '每个词都须出现：逐字，或按分词后的各词；逐字的排在前面。都没有时按“部分词语”。',
  most: '出现其中主要的词即可，少见的词分量重。',
  loose: '出现其中主要的词，或同一件事的同义说法；结果最多。',
};

export const VIEW_NAMES = { paragraphs: '段落', reports: '按报告', lines: '上下文对照', spread: '分布', figures: '数字', words: '搭配' };
/** The orders of each view; the first is its own. */
export const VIEW_ORDERS = {
  paragraphs: { relevance: '相关度', newest: '年度由近到远', oldest: '年度由远到近', town: '乡镇名称', 'first-seen': '新收录在前' },
  reports: { most: '段落由多到少', newest: '年度由近到远', oldest: '年度由远到近', town: '乡镇名称' },
  lines: { right: '后文', left: '前文', year: '年度', town: '乡镇名称' },
  spread: { all: '全部', said: '提及的', silent: '谁没提', missing: '缺报告的' },
  figures: { year: '年度由近到远', town: '乡镇名称', most: '由大到小', least: '由小到大' },
  words: { beside: '同在一句的词', year: '所选年度突出的词', region: '所选地区突出的词', section: '所选章节突出的词' },
};

/** Where a value of the metadata was taken from. */
export const FROM_NAMES = {
  correction: '更正', manifest: '文件清单', title: '标题', signature: '落款', salutation: '称谓', body: '正文', filename: '文件名',
  site: '网页信息栏', gazetteer: '行政区划表',
};

/** @param {string} path 示例省/云渚市 */
export const regionName = (path) => path.split('/').join(' › ');

/** @param {string} facet @param {string} value */
export function valueName(facet, value) {
  if (facet === 'region') return regionName(value);
  return facet === 'section' ? sectionName(value) : value;
}

/** @param {{province?: string|null, city?: string|null, county?: string|null}} head */
export const regionOf = (head) => [head.province, head.city, head.county].filter(Boolean).join(' › ');

/** @param {{year?: number|string|null}} head */
export const yearOf = (head) => (head.year == null ? `年度${MISSING}` : `${head.year} 年度`);

/** @param {{town?: string|null}} head */
export const townOf = (head) => head.town ?? `乡镇${MISSING}`;

/** The report's own title, or a description that says that it has none.
 * @param {{title?: string|null, town?: string|null, year?: number|string|null}} head */
export function titleOf(head) {
  if (head.title) return head.title;
  const known = [head.town, head.year == null ? null : `${head.year} 年`].filter(Boolean).join(' ');
  return known ? `${known}报告（原文无标题）` : '报告（原文无标题，乡镇和年度未注明）';
}

/** What is not known is the last of any list. @template T @param {T[]} list @param {(item: T) => string} nameOf @returns {T[]} */
export const missingLast = (list, nameOf) => list.toSorted((a, b) => (nameOf(a) === MISSING) - (nameOf(b) === MISSING));

const figures = new Intl.NumberFormat('zh-CN'); // made once: making it takes longer than all else on a page

/** @param {number} n */
export const figure = (n) => figures.format(n ?? 0);
