// The files that a search is given as: all of it, however many there are.
import { exportUrl, watchUrl } from './api.js';
import { ofHit } from './excerpt-element.js';
import { add } from './excerpt-store.js';
import { saveWord } from './export-word.js';
import { html, nothing } from './lit.js';
import { figure } from './names.js';
import { VIEWS } from './state.js';
import { toast } from './toast.js';

const FORMATS = { xlsx: 'Excel 工作簿', csv: 'CSV', jsonl: 'JSON Lines' };

function putAside(hits) {
  try {
    const added = add(...hits.map(ofHit));
    toast(added ? `已摘录 ${figure(added)} 条，见“摘录”页` : '这些都已摘录');
  } catch (error) {
    toast(error.message, true);
  }
}

/** The paragraphs that are listed, to go on working with. */
const listedView = (state, data, hits) => (state.view === VIEWS[0] && hits.length ? html`<h3>列出的 ${figure(hits.length)} 条</h3>
  <ul role="list"><li><button type="button" class="plain" data-testid="export-word" @click=${() => saveWord(state, data, hits)}>Word（附引文和资料来源）</button></li>
    <li><button type="button" class="plain" data-testid="export-excerpts" @click=${() => putAside(hits)}>都收进摘录</button></li></ul>` : nothing);

/** @param {import('./state.js').SearchState} state @param {import('./api.js').SearchAnswer} data @param {import('./api.js').Hit[]} hits those listed */
export const exportList = (state, data, hits) => html`<div class="export__list">
  <p class="quiet" data-testid="export-note">全部 ${figure(data.total.value)} 段，合并的近似段落也逐段列出；每行附检索式和链接。</p>
  ${[['search', '段落'], ['concordance', '上下文对照（每处命中一行）']].map(([of, name]) => html`<h3>${name}</h3>
  <ul role="list">${Object.entries(FORMATS).map(([format, label]) => html`<li><a download href=${exportUrl(state, data.mode, of, format)}
    data-testid="export-${of}-${format}">${label}</a></li>`)}</ul>`)}
  ${listedView(state, data, hits)}
  <h3>关注</h3>
  <ul role="list"><li><a href=${watchUrl(state, data.mode)} data-testid="watch" title="有新收录或修订的报告与这个检索相符时，订阅软件会提示">订阅新结果（Atom）</a></li></ul></div>`;
