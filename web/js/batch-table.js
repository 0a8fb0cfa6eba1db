// The answer to a list of phrases, as a table that can be ordered and narrowed.
import { html, nothing } from './lit.js';
import { figure } from './names.js';
import { parseState, searchUrl } from './state.js';
import { doubtLink } from './year-doubt.js';

const COLUMNS = [
  ['line', '行'], ['phrase', '短语'], ['paragraphs', '段落'], ['reports', '报告'], ['towns', '乡镇'], ['firstYear', '最早'], ['lastYear', '最近'],
];
const TEXT = new Set(['phrase']);
const SHOWN = { all: '全部', hits: '有命中', none: '没有命中', bad: '不能检索' };

/** @typedef {{by: string, down: boolean, only: 'all'|'hits'|'none'|'bad'}} Listing */

const kindOf = (row) => (row.error ? 'bad' : row.paragraphs ? 'hits' : 'none');

/** Rows in order; what has no value comes last either way. @param {import('./api-batch.js').BatchRow[]} rows @param {Listing} listing */
export function listed(rows, { by, down, only }) {
  const sign = down ? -1 : 1;
  return rows.filter((row) => only === 'all' || kindOf(row) === only).toSorted((a, b) => {
    if (a[by] == null || b[by] == null) return (a[by] == null) - (b[by] == null) || a.line - b.line;
    return (sign * (TEXT.has(by) ? a[by].localeCompare(b[by], 'zh') : a[by] - b[by])) || a.line - b.line;
  });
}

/** A search for what a row counted. */
function rowUrl(row, mode) {
  const blank = parseState('');
  return mode === 'phrase' ? searchUrl({ ...blank, q: `“${row.phrase.replace(/^["“”「」『』]+|["“”「」『』]+$/g, '')}”` })
    : searchUrl({ ...blank, q: row.phrase, mode });
}

function rowView(row, mode) {
  const note = row.error ?? row.notices.map(({ message }) => message).join('；');
  const number = (value) => html`<td class="num">${value == null ? '' : figure(value)}</td>`;
  return html`<tr data-item tabindex="-1" data-testid="batch-row" class=${row.error ? 'is-bad' : row.paragraphs ? '' : 'is-none'}>
    <td class="num quiet">${row.line}</td>
    <th scope="row">${row.error ? row.phrase : html`<a href=${rowUrl(row, mode)} data-open>${row.phrase}</a>`}${note ? html`<small>${note}</small>` : nothing}${row.doubtfulYears.map((year) => html`<small>另有 ${year} 年度，${doubtLink(year)}</small>`)}</th>
    ${number(row.paragraphs)}${number(row.reports)}${number(row.towns)}<td class="num">${row.firstYear ?? ''}</td><td class="num">${row.lastYear ?? ''}</td></tr>`;
}

/**
 * @param {import('./api-batch.js').BatchAnswer} answer @param {string} mode @param {Listing} listing
 * @param {(listing: Listing) => void} list called with another listing
 */
export function batchTable(answer, mode, listing, list) {
  const counts = { all: answer.rows.length, hits: answer.hits, none: answer.withoutHits, bad: answer.bad };
  const heading = ([by, name]) => {
    const now = listing.by === by;
    return html`<th scope="col" class=${TEXT.has(by) ? '' : 'num'} aria-sort=${now ? (listing.down ? 'descending' : 'ascending') : nothing}><button
      type="button" class="plain" data-testid="batch-order-${by}" @click=${() => list({ ...listing, by, down: now ? !listing.down : by !== 'line' && !TEXT.has(by) })}>${name}</button></th>`;
  };
  return html`
    <fieldset class="choice" aria-label="显示哪些短语">${Object.entries(SHOWN).filter(([only]) => only !== 'bad' || counts.bad).map(([only, name]) => html`<input
      type="radio" name="only" id="only-${only}" .checked=${listing.only === only} @change=${() => list({ ...listing, only })}><label for="only-${only}" data-testid="only-${only}">${name} ${figure(counts[only])}</label>`)}</fieldset>
    <div class="scroll" role="region" aria-label="结果表" tabindex="0"><table class="batch-table" data-testid="batch-table">
      <thead><tr>${COLUMNS.map(heading)}</tr></thead>
      <tbody>${listed(answer.rows, listing).map((row) => rowView(row, mode))}</tbody></table></div>`;
}
