// What was read of a file that is being uploaded, and what can be done with it.
import { correctFields, corrections } from './correct-fields.js';
import { html, nothing } from './lit.js';
import { FROM_NAMES, MISSING, figure, sectionKey, sectionName, titleOf } from './names.js';
import { reportUrl } from './state.js';

const FIELDS = [['province', '省份'], ['city', '城市'], ['county', '区县'], ['town', '乡镇'], ['year', '年度'], ['published', '发布日期']];

function extracted(report, open) {
  return html`<article class="extracted" data-testid="extracted">
    <h3>${titleOf(report)}</h3>
    <dl>${FIELDS.map(([key, name]) => {
      const known = report.metadata[key];
      return html`<div><dt>${name}</dt><dd>${known ? html`${known.value} <small>来自${FROM_NAMES[known.from] ?? known.from}</small>` : html`<span class="missing">${MISSING}</span>`}</dd></div>`;
    })}<div><dt>段落</dt><dd>${figure(report.paragraphs.length)}</dd></div></dl>${report.yearDoubt ? html`<p class="remark" data-testid="year-doubt">年度存疑：${report.yearDoubt}</p>` : nothing}
    <details class="extracted__outline" ?open=${open}><summary>各级标题（${figure(report.outline.length)}）</summary>
    <ol role="list" tabindex="0" aria-label="识别出的标题">${report.outline.length ? report.outline.map(({ title, paragraphId }) => {
      const { section } = report.paragraphs.find(({ id }) => id === paragraphId) ?? {};
      return html`<li><span class="tag tag--${sectionKey(section)}">${sectionName(section)}</span>${title}</li>`;
    }) : html`<li>没有识别出标题</li>`}</ol></details>
  </article>`;
}

const correctView = (item, i, does) => {
  const [report] = item.answer.reports;
  const apply = (event) => {
    event.preventDefault();
    const said = corrections(event.target, report);
    if (Object.keys(said).length) does.correct(item, said);
  };
  return html`<details class="upload__correct"><summary data-testid="upload-correct">更正</summary><form class="correct" @submit=${apply}>${correctFields(report, `correct-${i}`)}
    <p><button type="submit" class="button" data-testid="upload-apply">应用更正</button></p></form></details>`;
};

function keptView(item, does) {
  const { reports } = item.answer;
  // What other files give too cannot be taken back without taking it from them.
  const known = reports.filter(({ sources }) => sources.length > 1);
  return html`<p class="upload__do" role="status" data-testid="upload-kept"><b>已收录，可以检索。</b>${reports.map((report) =>
    html`<a href=${reportUrl(report.id, null)}>阅读${reports.length > 1 ? titleOf(report) : ''}</a>`)}
    ${known.length ? nothing : html`<button type="button" class="button" data-testid="upload-undo" aria-disabled=${item.busy} @click=${() => { if (!item.busy) does.takeBack(item); }}>${item.busy ? '正在撤销' : '撤销'}</button>`}</p>
    ${known.map((report) => html`<p class="remark" data-testid="upload-known">报告库里已有同样的${titleOf(report)}，合为一份，来源：${
      report.sources.map(({ path }) => path).join('、')}</p>`)}`;
}

function decision(item, i, does) {
  if (item.state === 'removed') return html`<p class="upload__do" role="status" data-testid="upload-removed">已撤销，未收录。</p>`;
  if (item.state === 'kept') return keptView(item, does);
  const { busy } = item;
  return html`${item.answer.reports.length === 1 ? correctView(item, i, does) : nothing}
    <p class="upload__do"><button type="button" class="button button--main" data-testid="upload-keep" aria-disabled=${busy} @click=${() => { if (!busy) does.keep(item); }}>收录到报告库</button>
      <button type="button" class="button" data-testid="upload-cancel" @click=${() => does.drop(item)}>取消</button></p>`;
}

/** @param {import('./upload-form.js').Item} item @param {number} i its number
 *  @param {Record<string, (item: import('./upload-form.js').Item, said?: object) => void>} does @param {boolean} alone whether it is the only file */
export function itemView(item, i, does, alone) {
  const { answer, busy, failure, path, state } = item;
  return html`<section class="upload__item" aria-label=${path} data-testid="upload-item"><h3 class="upload__file">${path}${
    busy && state !== 'kept' ? html`<small role="status">正在识别</small>` : state === 'new' && !failure ? html`<small>还没有识别</small>` : nothing}</h3>
    ${failure ? html`<div class="message message--failure" role="alert" data-testid="upload-error"><h4>没有完成</h4><p>${failure}</p>
      <p class="upload__do"><button type="button" class="button" @click=${() => does.retry(item)}>重试</button><button type="button" class="button" @click=${() => does.drop(item)}>取消</button></p></div>` : nothing}
    ${answer ? html`${answer.notes.map((note) => html`<p class="remark">${note}</p>`)}
      ${answer.skipped.map((skipped) => html`<p class="remark remark--error">${skipped.path}：${skipped.reason}</p>`)}
      ${answer.reports.map((report) => extracted(report, alone))}${decision(item, i, does)}` : nothing}</section>`;
}
