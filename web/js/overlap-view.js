// Pairs and clusters of reports that share text, and the passages of two side by side.
import { html, nothing } from './lit.js';
import { figure } from './names.js';
import { who } from './selfcheck-view.js';
import { reportUrl } from './state.js';

const percent = (share) => (share == null ? '' : `${Math.round(share * 100)}%`);
const DIRECTIONS = { earlier: '早于本份', later: '晚于本份', 'same-year': '同一年度', unknown: '先后不明' };
const sideUrl = (a, b) => `/overlap.html?${new URLSearchParams({ report: a, with: b })}`;
const place = (report) => html`${who(report)}<small>${report.region.join(' › ')}</small>`;

/** How far a survey is, or what it found. @param {object} survey of GET overlap @param {() => void} again */
export function surveyView(survey, again) {
  const { state, done, reports, total, pairs, clusters, clusterTotal, finished, outdated } = survey;
  if (state === 'failed') return html`<p class="message" role="alert" data-testid="overlap-failed">统计没有做完，原因在服务的日志里。<button type="button" class="button" data-testid="overlap-again" @click=${again}>重新统计</button></p>`;
  if (state !== 'done') {
    return html`<p role="status" data-testid="overlap-progress">${state === 'waiting' ? '前面还有统计在做，请稍候。' : `正在统计：${figure(done)} / ${figure(reports)} 份报告`}</p>
      <progress max=${Math.max(1, reports)} value=${done} aria-label="统计的进度"></progress>`;
  }
  return html`<p role="status" data-testid="overlap-summary">${figure(reports)} 份报告${total ? `，${figure(total)} 对有重合${total > pairs.length ? `，列出最多的 ${figure(pairs.length)} 对` : ''}；${
    figure(clusterTotal)} 组互相重合` : ''}&emsp;<span class="quiet nowrap">${new Date(finished).toLocaleString('zh-CN')} 统计</span>${outdated ? html` <b data-testid="overlap-outdated">此后收藏有变化，这是旧的结果。</b>` : nothing} <button type="button" class="plain" data-testid="overlap-again" @click=${again}>重新统计</button></p>
    ${clusters.length ? html`<h2>互相重合的组</h2><ul class="clusters" role="list">${clusters.map((cluster) => html`<li data-testid="cluster"><b>${figure(cluster.length)} 份</b>：${
      cluster.map((report, i) => html`<span class="nowrap"><a href="/overlap.html?report=${report.id}">${who(report)}</a>${i < cluster.length - 1 ? '、' : ''}</span>`)}</li>`)}</ul>` : nothing}
    ${pairs.length ? html`<h2>两两之间</h2><div class="scroll" role="region" aria-label="两两之间" tabindex="0"><table><thead><tr><th scope="col">较早的</th><th scope="col">较晚的</th><th scope="col" class="num">相同</th><th scope="col" class="num">占较早的</th><th scope="col" class="num">占较晚的</th></tr></thead>
      <tbody>${pairs.map(({ a, b, sentences, length, shareA, shareB, direction }) => html`<tr data-testid="pair" data-item tabindex="-1"><th scope="row"><a data-open href=${sideUrl(a.id, b.id)}>${place(a)}</a></th><td>${place(b)}${
        direction === 'later' ? nothing : html`<small>${DIRECTIONS[direction]}</small>`}</td><td class="num">${figure(length)} 字<small>${figure(sentences)} 句</small></td><td class="num">${percent(shareA)}</td><td class="num">${percent(shareB)}</td></tr>`)}</tbody></table></div>`
      : html`<p class="message" data-testid="overlap-none">没有重合的报告。</p>`}`;
}

/** What one report shares with others. @param {object} found of GET reports/{id}/overlap @param {string} chosen the other one of which the passages are shown */
export function reportView({ report, substance, total, shared, passages }, chosen) {
  const other = shared.find(({ report: { id } }) => id === chosen)?.report;
  return html`<h2><a href=${reportUrl(report.id)}>${who(report)}</a> <small class="quiet">套话以外 ${figure(substance)} 字，与 ${figure(total)} 份报告有重合</small></h2>
    ${shared.length ? html`<div class="scroll" role="region" aria-label="与它有重合的报告" tabindex="0"><table><thead><tr><th scope="col">报告</th><th scope="col">先后</th><th scope="col" class="num">相同</th><th scope="col" class="num">占本份</th></tr></thead>
      <tbody>${shared.map((one) => html`<tr data-testid="shared" data-item tabindex="-1"><th scope="row"><a data-open href=${sideUrl(report.id, one.report.id)} aria-current=${one.report.id === chosen ? 'true' : nothing}>${place(one.report)}</a></th>
        <td>${DIRECTIONS[one.direction]}</td><td class="num">${figure(one.length)} 字<small>${figure(one.sentences)} 句</small></td><td class="num">${percent(one.share)}</td></tr>`)}</tbody></table></div>`
      : html`<p class="message" data-testid="overlap-none">套话以外，没有与别的乡镇相同的文字。</p>`}
    ${chosen ? html`<h2>相同的段落</h2>${passages.length ? html`<div class="side-by-side"><p class="quiet">${who(report)}</p><p class="quiet">${other ? who(other) : '另一份'}</p>${passages.map((passage) => html`
      <p data-testid="passage"><a href=${reportUrl(report.id, passage.paragraphId)}>${passage.text}</a></p><p><a href=${reportUrl(chosen, passage.otherParagraphId)}>${passage.otherText}</a></p>`)}</div>` : html`<p class="quiet">没有相同的段落。</p>`}` : nothing}`;
}
