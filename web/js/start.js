// The start view: what this is, examples, and what the collection holds.
import { filterGroups, groupName } from './filter-groups.js';
import { visits } from './history.js';
import { html, nothing } from './lit.js';
import { MISSING, figure, missingLast, valueName } from './names.js';
import { parseState, searchUrl, withFilter } from './state.js';
import { doubtLink, doubtMark } from './year-doubt.js';

const EXAMPLES = [
  ['“法律明白人”', '逐字检索一个短语'],
  ['网格员 流动', '两个词都出现'],
  ['章节:问题 经费', '只在“问题”章节里找'],
  ['“枫桥经验” 年度:2024..2025', '限定年度'],
  ['"法律顾问 合同"~10', '两个词相距不超过十个字'],
  ['普法 -青少年', '出现前者而不出现后者'],
];

const blank = parseState('');
const example = (q) => searchUrl({ ...blank, q });

/** A list of values with bars; the bars are SVG because the page's policy allows no inline style. */
function breakdown(facet, name, values, total, doubtful = []) {
  const top = missingLast(values.filter((v) => facet !== 'region' || !v.value.includes('/')), (v) => v.value).slice(0, 10);
  const most = Math.max(1, ...top.map((v) => v.count));
  return html`<section class="holding" data-testid="holding-${facet}">
    <h3>${name}</h3>
    ${top.length ? html`<ul role="list">${top.map(({ value, count }) => html`<li><a data-go href=${searchUrl(withFilter(blank, facet, value, 'include'))}>
      <span class="holding__name">${valueName(facet, value)}${facet === 'year' && doubtful.includes(Number(value)) ? html` ${doubtMark}` : nothing}</span>
      <svg class="holding__bar" aria-hidden="true" preserveAspectRatio="none"><rect height="100%" width="${(100 * count) / most}%"></rect></svg>
      <span class="holding__count">${figure(count)}</span></a></li>`)}</ul>` : html`<p class="quiet">${MISSING}</p>`}
    ${total > top.length && facet !== 'region' ? html`<p class="quiet">共 ${figure(total)} 个，显示前 ${top.length} 个</p>` : nothing}
  </section>`;
}

const FEW = 5;

/** The last searches of this browser, to go on with. */
function recentView() {
  const recent = visits().slice(0, FEW);
  if (!recent.length) return nothing;
  const link = ({ url, count }) => {
    const state = parseState(url.slice(1)), how = [...filterGroups(state).map(groupName), `${figure(count)}\u00a0段`];
    return html`<a data-go href=${url} data-testid="recent-search"><span>${state.q || '全部段落'}</span><small>${how.join('；')}</small></a>`;
  };
  return html`<p class="start__recent" data-testid="recent"><span class="quiet">最近检索</span>${recent.map(link)}<a class="quiet" href="/history.html">全部记录</a></p>`;
}

const yearsName = ({ firstYear: first, lastYear: last }) => (first == null ? '' : first === last ? `，${first} 年度` : `，${first}—${last} 年度`);
const doubtsView = ({ doubtfulYears }) => (doubtfulYears.length ? html`（另有${doubtfulYears.map((year, i) => html`${i ? '、' : ' '}${year} 年度，${doubtLink(year)}`)}）` : nothing);

/** @param {import('./api.js').SearchAnswer} data of a search for everything */
export function startView(data) {
  const { facets, facetTotals, total, reports, towns } = data;
  const empty = total.value === 0;
  return html`<div class="start" data-testid="start">
    <p class="start__lead" data-testid="start-lead">在全国乡镇历年的法治政府建设情况报告里，逐段查找谁在哪一年说了什么，并引用到原文的那一段。</p>
    ${empty ? nothing : html`<section aria-labelledby="examples-name">
      <h2 id="examples-name">检索示例</h2>
      <ul class="examples" role="list">${EXAMPLES.map(([q, what]) => html`<li><a data-go href=${example(q)} data-testid="example"><code>${q}</code><span>${what}</span></a></li>`)}</ul>
      <p class="quiet"><a href="/help.html">全部查询语法</a></p>
      ${recentView()}
    </section>`}
    <section class="start__holdings" aria-labelledby="holdings-name">
      <h2 id="holdings-name">已收录</h2>
      ${empty ? html`<p data-testid="start-total">还没有收录报告。收录后刷新本页；怎样收录，见<a href="/library.html">报告库</a>。</p>` : html`
      <p class="start__total" data-testid="start-total"><b>${figure(reports)}</b> 份报告，<b>${figure(total.value)}</b> 个段落，<b data-testid="start-towns">${figure(towns)}</b> 个乡镇${yearsName(data)}${doubtsView(data)}。各地区各年度有哪些、哪些文件未收录，见<a class="nowrap" href="/library.html">报告库</a>。</p>
      <div class="holdings">
        ${breakdown('region', '地区（段落数）', facets.region, facetTotals?.region ?? 0)}
        ${breakdown('year', '年度（段落数）', facets.year, facetTotals?.year ?? 0, data.doubtfulYears)}
        ${breakdown('section', '章节（段落数）', facets.section, facetTotals?.section ?? 0)}
      </div>`}
    </section>
  </div>`;
}
