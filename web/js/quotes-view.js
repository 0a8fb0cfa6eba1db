// Checked quotations, in the order of the text.
import { html, nothing } from './lit.js';
import { figure } from './names.js';
import { who } from './selfcheck-view.js';
import { reportUrl } from './state.js';

const OUTCOMES = { verbatim: '一字不差', elsewhere: '出处不符', changed: '有改动', unseen: '本库未见' };

function marked(text, ranges, mark) {
  let done = 0;
  const out = [];
  for (const { start, end } of ranges) {
    out.push(text.slice(done, start), mark(text.slice(start, end)));
    done = end;
  }
  return [...out, text.slice(done)];
}

const claimOf = ({ claimedTown, claimedYear }) => [claimedTown, claimedYear && `${claimedYear} 年`].filter(Boolean).join(' ');

function foundView({ outcome, found }) {
  if (outcome === 'unseen') return html`<p class="quiet">库里没有这句话，也没有近似的。这只说明本库没有，不说明别处没有人这样写过。</p>`;
  if (outcome === 'changed') {
    return found.map((one) => html`<p>最接近的是 <a href=${reportUrl(one.report.id, one.paragraphId)}>${who(one.report)} 第 ${one.ordinal} 段</a>：${
      marked(one.text, one.changed, (part) => html`<del>${part}</del>`)}</p>`);
  }
  return html`<p>${outcome === 'elsewhere' ? '实际在 ' : '见 '}${found.map((one, i) => html`<span class="nowrap" data-testid="quote-place"><a href=${reportUrl(one.report.id, one.paragraphId)}>${who(one.report)} 第 ${one.ordinal} 段</a>${i < found.length - 1 ? '、' : ''}</span>`)}</p>`;
}

/** @param {{quotes: object[], outcomes: Record<string, number>, total: number, checked: number, tookMillis: number}} answer of POST quotes */
export function quotesView({ quotes, outcomes, total, checked, tookMillis }) {
  if (!quotes.length) return html`<p class="message" data-testid="no-quotes">没有找到引文。引文用“”、「」、"" 或行首的 &gt; 标出，至少六个字；书名号不算。</p>`;
  return html`<p role="status" data-testid="quote-summary">${figure(total)} 处引文${checked < total ? `，只核对了前 ${figure(checked)} 处，其余的请分开再核对` : ''}：${Object.entries(OUTCOMES).filter(([code]) => outcomes[code]).map(([code, name], i, all) =>
    html`<span class="nowrap">${name} ${figure(outcomes[code])}${i < all.length - 1 ? '，' : nothing}</span>`)}&emsp;<span class="quiet nowrap">${figure(tookMillis)} 毫秒</span></p>
    <ol class="quoted" role="list">${quotes.map((quote) => html`<li tabindex="-1" data-item data-testid="quote-${quote.outcome}">
      <span class="outcome outcome--${quote.outcome}">${OUTCOMES[quote.outcome]}</span>${claimOf(quote) ? html` <span class="quiet">文中说是 ${claimOf(quote)}</span>` : nothing}
      <blockquote>${marked(quote.quoted, quote.changed, (part) => html`<ins>${part}</ins>`)}</blockquote>${foundView(quote)}</li>`)}</ol>`;
}
