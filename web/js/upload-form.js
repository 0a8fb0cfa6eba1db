// Putting a report into the library: first what was extracted, then keeping it, then a way to take it back.
import { removeReport, upload } from './api-library.js';
import { html, nothing, render } from './lit.js';
import { FROM_NAMES, MISSING, figure, sectionKey, sectionName, titleOf } from './names.js';
import { reportUrl } from './state.js';

const $ = (id) => document.getElementById(id);
const TOKEN = 'govsearch:token';
const FIELDS = [['town', '乡镇'], ['county', '区县'], ['city', '城市'], ['province', '省份'], ['year', '年度'], ['published', '发布日期']];

/** Kept while the window is open, so that it is typed once. */
const remembered = (token) => {
  try {
    if (token != null) sessionStorage.setItem(TOKEN, token);
    return sessionStorage.getItem(TOKEN) ?? '';
  } catch {
    return token ?? '';
  }
};

const WHY = {
  401: '管理口令不对。', 405: '这个服务没有开放上传：启动时没有给 --admin-token。', 413: '文件太大，最多 64 MB。',
};

function extracted(report) {
  return html`<article class="extracted" data-testid="extracted">
    <h3>${titleOf(report)}</h3>
    <dl>${FIELDS.map(([key, name]) => {
      const known = report.metadata[key];
      return html`<div><dt>${name}</dt><dd>${known ? html`${known.value} <small>来自${FROM_NAMES[known.from] ?? known.from}</small>` : html`<span class="missing">${MISSING}</span>`}</dd></div>`;
    })}<div><dt>段落</dt><dd>${figure(report.paragraphs.length)}</dd></div></dl>${report.yearDoubt ? html`<p class="remark" data-testid="year-doubt">年度存疑：${report.yearDoubt}</p>` : nothing}
    <h4>各级标题</h4>
    <ol role="list" tabindex="0" aria-label="识别出的标题">${report.outline.length ? report.outline.map(({ title, paragraphId }) => {
      const { section } = report.paragraphs.find(({ id }) => id === paragraphId) ?? {};
      return html`<li><span class="tag tag--${sectionKey(section)}">${sectionName(section)}</span>${title}</li>`;
    }) : html`<li>没有识别出标题</li>`}</ol>
  </article>`;
}

/** @param {() => void} changed called when the library is another */
export function uploadForm(changed) {
  const form = $('upload-form');
  $('token').value = remembered();
  let file = null, answer = null, failure = '', busy = false, removed = false;

  async function act(action) {
    if (busy) return;
    [busy, failure] = [true, ''];
    draw();
    try {
      await action();
      remembered($('token').value);
    } catch (error) {
      failure = WHY[error.status] ?? (error.detail || '没有完成，请重试。');
    }
    busy = false;
    draw();
  }

  const send = (keep) => act(async () => {
    answer = null;
    draw();
    answer = await upload(file, { path: $('path').value.trim(), token: $('token').value, keep });
    removed = false;
    if (keep) changed();
  });

  const takeBack = () => act(async () => {
    for (const { id } of answer.reports) await removeReport(id, $('token').value);
    removed = true;
    changed();
  });

  function decision() {
    if (removed) return html`<p class="upload__do" role="status" data-testid="upload-removed">已撤销，未收录。</p>`;
    if (answer.kept) {
      // What other files give too cannot be taken back without taking it from them.
      const known = answer.reports.filter(({ sources }) => sources.length > 1);
      return html`<p class="upload__do" role="status" data-testid="upload-kept"><b>已收录，可以检索。</b>${answer.reports.map((report) =>
        html`<a href=${reportUrl(report.id, null)}>阅读${answer.reports.length > 1 ? titleOf(report) : ''}</a>`)}
        ${known.length ? nothing : html`<button type="button" class="button" data-testid="upload-undo" @click=${takeBack}>撤销</button>`}</p>
        ${known.map((report) => html`<p class="remark" data-testid="upload-known">报告库里已有同样的${titleOf(report)}，合为一份，来源：${
          report.sources.map(({ path }) => path).join('、')}</p>`)}`;
    }
    return html`<p class="upload__do"><button type="button" class="button button--main" data-testid="upload-keep" @click=${() => send(true)}>收录到报告库</button>
      <button type="button" class="button" data-testid="upload-cancel" @click=${() => { answer = null; draw(); }}>取消</button>
      <span class="quiet">识别有误的，可在原文件里改正，或用清单 reports.csv 更正。</span></p>`;
  }

  function draw() {
    $('progress').hidden = !busy;
    render(html`${failure ? html`<div class="message message--failure" role="alert" data-testid="upload-error"><h3>没有完成</h3><p>${failure}</p></div>` : nothing}
      ${answer ? html`${answer.notes.map((note) => html`<p class="remark">${note}</p>`)}
        ${answer.skipped.map(({ path, reason }) => html`<p class="remark remark--error">${path}：${reason}</p>`)}
        ${answer.reports.map(extracted)}${decision()}` : nothing}`, $('upload-result'));
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    [file] = $('file').files;
    send(false);
  });
}
