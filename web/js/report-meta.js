// What is known of the report and where each value comes from; the source; the paragraph being read.
import { sourceUrl } from './api.js';
import { citeMenu } from './cite-menu.js';
import { copyCitation, copyLink } from './citation.js';
import { ofParagraph } from './excerpt-element.js';
import { html, nothing } from './lit.js';
import { besideInTime } from './report-neighbours.js';
import { compareUrl, reportUrl, similarUrl } from './state.js';
import { townLink } from './town-link.js';
import { FROM_NAMES, MISSING, figure, sectionKey, sectionName } from './names.js';

const FIELDS = [
  ['province', '省份'], ['city', '城市'], ['county', '区县'], ['town', '乡镇'], ['year', '年度'], ['title', '标题'], ['published', '发布日期'],
];

/** Only web addresses become links: the manifest is not trusted with other schemes. */
const webAddress = (url) => {
  try {
    return /^https?:$/.test(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
};

function field(report, key, name) {
  const known = report.metadata?.[key];
  const value = known?.value ?? report[key];
  if (key === 'published' && value == null) return nothing;
  const doubt = key === 'year' && report.yearDoubt ? html`<p class="remark" data-testid="year-doubt">存疑：${report.yearDoubt}</p>` : nothing;
  return html`<div data-testid="meta-${key}"><dt>${name}</dt><dd>${value == null ? html`<span class="missing">${MISSING}</span>`
    : html`<span class="meta__value">${key === 'town' ? townLink(report) : value}</span>${known?.from ? html` <small>来自${FROM_NAMES[known.from] ?? known.from}</small>` : nothing}`}${doubt}</dd></div>`;
}

/** A path may be broken behind its folders and before its ending, sooner than within these. */
const broken = (path) => path.split(/(?<=\/)|(?=\.[A-Za-z]{1,5}$)/u).map((part) => html`<wbr>${part}`);

const sizeName = (bytes) => (bytes < 1024 ? `${figure(bytes)} 字节` : `${figure(Math.round(bytes / 1024))} KB`);

/** The same town's reports of other years, where the search goes along; and what this one may be compared with. */
function yearsView(report, town, state) {
  const { before, after } = besideInTime(town, report);
  const to = (other, name) => (other ? html`<a class="meta__${name}" href=${reportUrl(other.id, null, state)} data-testid="year-${name}">${other.year} 年度</a>` : nothing);
  return html`<nav class="meta__years" aria-label="同一乡镇的报告和比较" data-testid="years">${to(before, 'before')}${to(after, 'after')}
    ${before ? html`<a class="meta__compare" href=${compareUrl(before.id, report.id)} data-testid="compare" aria-label="与 ${before.year} 年度比较"><span>与 ${before.year} 年度</span>比较</a>` : nothing}
    <a class="meta__compare" href=${compareUrl('', report.id)} data-testid="compare-other">与其他乡镇比较</a></nav>`;
}

/** What it said before it was replaced. */
const revisionsView = (report, revisions) => (revisions.length ? html`<nav class="meta__revisions" aria-label="修订" data-testid="revisions">${revisions.map(({ key, until }) =>
  html`<a class="meta__compare" href=${compareUrl(key, report.id)} data-testid="revision">${new Date(until).toLocaleDateString('zh-CN')} 修订：与以前的文字比较</a>`)}</nav>` : nothing);

/** @param {object} report as the API gives it
 *  @param {{paragraph: import('./api.js').Paragraph|null, share: number, town: object[], revisions: object[], state: object, correct: (() => void)|null}} reading
 *  the paragraph being read, how much of it is formula, the town's reports, the search, and what corrects the report where that can be done */
export function metaView(report, { paragraph: current, share, town, revisions, state, correct }) {
  const source = report.source ?? {};
  const web = webAddress(source.url);
  return html`
    <section class="meta__now" aria-label="当前段落" data-testid="current-paragraph">${current ? html`
      <p>第 ${current.ordinal} 段<span class="tag tag--${sectionKey(current.section)}">${sectionName(current.section)}</span>${share >= 0.5 ? html`<span class="tag tag--formula" title="三份以上报告都有的句子占这段的 ${Math.round(share * 100)}%">套话 ${Math.round(share * 100)}%</span>` : nothing}</p>
      <p class="meta__actions">
        <button type="button" class="button" data-testid="current-copy-link" @click=${() => copyLink(report.id, current.id, current.ordinal)}>复制链接</button>
        <button type="button" class="button" data-testid="current-copy-citation" title="先选中几句，就只复制选中的" @click=${() => copyCitation(report.id, current.id, document.getElementById(current.id))}>复制引文</button>
      </p>
      <p class="meta__more">${current.kind === 'body' ? html`<a class="meta__similar" href=${similarUrl({ reportId: report.id, paragraphId: current.id })} data-testid="current-similar">相似问题和对策</a>` : nothing}<gov-excerpt .source=${ofParagraph(report, current)}></gov-excerpt></p>` : html`<p class="quiet">点击段号选定一段，可复制其链接和引文。</p>`}
    </section>
    ${yearsView(report, town, state)}${revisionsView(report, revisions)}
    <details class="meta__about" id="about" data-testid="meta">
      <summary>报告信息</summary>
      <dl>
        ${FIELDS.map(([key, name]) => field(report, key, name))}
        <div><dt>原文</dt><dd>
          <a href=${sourceUrl(report.id)} download data-testid="source-download">下载原文</a>${source.bytes == null ? nothing : html` <small>${sizeName(source.bytes)}</small>`}
          ${web ? html`<br><a href=${web} target="_blank" rel="noopener noreferrer" data-testid="source-web">发布网页</a>` : nothing}
          ${source.path ? html`<p class="meta__path">${broken(source.path)}</p>` : nothing}
        </dd></div>
      </dl>
      ${citeMenu(report, current)}
      ${correct ? html`<p class="meta__actions"><button type="button" class="button" data-testid="correct-open" @click=${correct}>更正</button></p>` : nothing}
    </details>`;
}
