// The start view: what the collection holds, examples, and how to add reports.
import { html, nothing } from './lit.js';
import { MISSING, figure, valueName } from './names.js';
import { parseState, searchUrl, withFilter } from './state.js';

const EXAMPLES = [
  ['“法律明白人”', '逐字检索一个短语'],
  ['网格员 流动', '两个词都出现'],
  ['章节:问题 经费', '只在“问题”章节里找'],
  ['“枫桥经验” 年度:2024..2025', '限定年度'],
  ['"法律顾问 作用"~10', '两个词相距不超过十个字'],
  ['普法 -青少年', '出现前者而不出现后者'],
];

const blank = parseState('');
const example = (q) => searchUrl({ ...blank, q });

/** A list of values with bars; the bars are SVG because the page's policy allows no inline style. */
function breakdown(facet, name, values, total) {
  const top = values.filter((v) => facet !== 'region' || !v.value.includes('/')).slice(0, 10);
  const most = Math.max(1, ...top.map((v) => v.count));
  return html`<section class="holding" data-testid="holding-${facet}">
    <h3>${name}</h3>
    ${top.length ? html`<ul role="list">${top.map(({ value, count }) => html`<li><a data-go href=${searchUrl(withFilter(blank, facet, value, 'include'))}>
      <span class="holding__name">${valueName(facet, value)}</span>
      <svg class="holding__bar" aria-hidden="true" preserveAspectRatio="none"><rect height="100%" width="${(100 * count) / most}%"></rect></svg>
      <span class="holding__count">${figure(count)}</span></a></li>`)}</ul>` : html`<p class="quiet">${MISSING}</p>`}
    ${total > top.length && facet !== 'region' ? html`<p class="quiet">共 ${figure(total)} 个，显示前 ${top.length} 个</p>` : nothing}
  </section>`;
}

function yearsName(years) {
  const known = years.map((y) => Number(y.value)).filter(Boolean);
  if (!known.length) return '';
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return first === last ? `，${first} 年度` : `，${first}—${last} 年度`;
}

/** @param {import('./api.js').SearchAnswer} data @param {number|null} reports */
export function startView(data, reports) {
  const { facets, facetTotals, total } = data;
  // Provinces and counties that report themselves stand under 未注明, and are no town.
  const towns = (facetTotals?.town ?? facets.town.length) - (facets.town.some(({ value }) => value === MISSING) ? 1 : 0);
  const empty = total.value === 0;
  return html`<div class="start" data-testid="start">
    <section class="start__holdings" aria-labelledby="holdings-name">
      <h2 id="holdings-name">已收录</h2>
      ${empty ? html`<p data-testid="start-total">还没有收录报告。按下方“收录报告”的步骤放入报告后刷新本页。</p>` : html`
      <p class="start__total" data-testid="start-total">${reports == null ? nothing : html`<b>${figure(reports)}</b> 份报告，`}<b>${figure(total.value)}</b> 个段落，<b>${figure(towns)}</b> 个乡镇${yearsName(facets.year)}。</p>
      <div class="holdings">
        ${breakdown('region', '地区（段落数）', facets.region, facetTotals?.region ?? 0)}
        ${breakdown('year', '年度（段落数）', facets.year, facetTotals?.year ?? 0)}
        ${breakdown('section', '章节（段落数）', facets.section, facetTotals?.section ?? 0)}
      </div>`}
    </section>
    ${empty ? nothing : html`<section aria-labelledby="examples-name">
      <h2 id="examples-name">检索示例</h2>
      <ul class="examples" role="list">${EXAMPLES.map(([q, what]) => html`<li><a data-go href=${example(q)} data-testid="example"><code>${q}</code><span>${what}</span></a></li>`)}</ul>
      <p class="quiet"><a href="/help.html">全部查询语法</a></p>
    </section>`}
    <section aria-labelledby="own-name">
      <h2 id="own-name">收录报告</h2>
      <ol class="steps">
        <li>把报告放进一个文件夹，可分子文件夹。读取 .txt .docx .doc .wps .rtf .pdf .html .mht 和装有这些文件的 .zip，编码自动识别。</li>
        <li>在服务所在的机器上运行 <code>./govsearch sync 文件夹</code>，只处理新增、修改的文件；完成之前旧索引照常可用。</li>
        <li>完成后刷新本页；收录了什么、哪些文件未收录，见<a href="/library.html">报告库</a>，也可在那里上传。</li>
      </ol>
      <p class="quiet">地区、乡镇、年度、章节从文件中识别；没有识别出的显示为“${MISSING}”，不作推测。</p>
    </section>
  </div>`;
}
