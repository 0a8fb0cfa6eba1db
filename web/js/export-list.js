// The files that a search is given as: all of it, however many there are.
import { exportUrl, watchUrl } from './api.js';
import { html } from './lit.js';
import { figure } from './names.js';

const FORMATS = { xlsx: 'Excel 工作簿', csv: 'CSV', jsonl: 'JSON Lines' };

/** @param {import('./state.js').SearchState} state @param {import('./api.js').SearchAnswer} data */
export const exportList = (state, data) => html`<div class="export__list">
  <p class="quiet" data-testid="export-note">全部 ${figure(data.total.value)} 段，合并的近似段落也逐段列出；每行附检索式和链接。</p>
  ${[['search', '段落'], ['concordance', '上下文对照（每处命中一行）']].map(([of, name]) => html`<h3>${name}</h3>
  <ul role="list">${Object.entries(FORMATS).map(([format, label]) => html`<li><a download href=${exportUrl(state, data.mode, of, format)}
    data-testid="export-${of}-${format}">${label}</a></li>`)}</ul>`)}
  <h3>关注</h3>
  <ul role="list"><li><a href=${watchUrl(state, data.mode)} data-testid="watch" title="有新收录或修订的报告与这个检索相符时，订阅软件会提示">订阅新结果（Atom）</a></li></ul></div>`;
