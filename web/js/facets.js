// The facet panel: which values there are, how many hits each has, and choosing or excluding them.
import { FacetMore } from './facet-more.js';
import { SEARCHABLE, facetRows, fewOf } from './facet-rows.js';
import { yearBars } from './facet-years.js';
import { html, live, nothing, render, repeat } from './lit.js';
import { FACET_NAMES, figure } from './names.js';
import { filterGroups, knownYears } from './filter-groups.js';
import { FACETS, withFilter, withoutFilters } from './state.js';
import { yearOption } from './year-doubt.js';

/**
 * @param {HTMLElement} panel
 * @param {(state: import('./state.js').SearchState) => void} go called with the state after a choice
 * @returns {(state: import('./state.js').SearchState, data: import('./api.js').SearchAnswer|null,
 *   dataState: import('./state.js').SearchState|null) => void} `dataState`: what the data answers
 */
export function facetPanel(panel, go) {
  const views = Object.fromEntries(FACETS.map((f) => [f, { all: false, within: '', opened: new Map() }]));
  let shown = null;

  const redraw = () => { if (shown) draw(...shown); };
  const more = new FacetMore(redraw);
  const years = yearBars(go, redraw);

  const rowView = (state, facet, row) => html`
    <li class="facet-row facet-row--${row.how ?? 'free'} depth-${Math.min(row.depth, 3)} ${row.count ? '' : 'facet-row--none'}"
        data-testid="facet-row" data-value=${row.value}>
      ${row.leaf ? html`<i class="twist"></i>` : nothing}${!row.branch ? nothing : html`<button type="button" class="twist" aria-expanded=${row.open}
        aria-label="${row.name}的下级地区" data-testid="facet-branch"
        @click=${() => { views[facet].opened.set(row.value, !row.open); redraw(); }}></button>`}
      <label>
        <input type="checkbox" .checked=${live(row.how === 'include')} .indeterminate=${live(row.partly && row.how !== 'include')}
          @change=${() => go(withFilter(state, facet, row.value, row.how === 'include' ? null : 'include'))}>
        <span class="facet-row__name" title=${row.name}>${row.name}</span>
        <span class="facet-row__count">${figure(row.count)}</span>
      </label>
      <button type="button" class="exclude" data-testid="facet-exclude" aria-pressed=${row.how === 'exclude'}
        aria-label="排除 ${row.name}"
        @click=${() => go(withFilter(state, facet, row.value, row.how === 'exclude' ? null : 'exclude'))}
        >${row.how === 'exclude' ? '取消排除' : '排除'}</button>
    </li>`;

  function group(state, facet, values, distinct, doubtful) {
    const view = views[facet];
    const { rows, hidden, total } = facetRows(state, facet, values, view, more);
    // A year that cannot be has no bar among the others, and is there to be found all the same.
    const isDoubtful = ({ value }) => facet === 'year' && doubtful.includes(Number(value));
    const named = (row) => (isDoubtful(row) ? { ...row, name: yearOption(row.value, doubtful) } : row);
    const apart = facetRows(state, facet, values.filter(isDoubtful), { ...view, all: true }, more).rows;
    const searchable = values.length > SEARCHABLE || distinct > values.length || facet === 'region';
    const bars = facet === 'year' ? years(state, values.filter((value) => !isDoubtful(value))) : nothing;
    // Beside the bars the rows are for excluding, and for a year that is not stated.
    const rest = bars !== nothing && !view.all;
    return html`<details class="facet" open data-testid="facet-${facet}">
      <summary id="facet-${facet}-name">${FACET_NAMES[facet]}</summary>
      ${searchable ? html`<input class="facet__within" type="text" placeholder="查找${FACET_NAMES[facet]}" autocomplete="off"
        aria-label="在${FACET_NAMES[facet]}中查找" data-testid="facet-within" .value=${live(view.within)}
        @input=${(e) => { view.within = e.target.value; redraw(); }}>` : nothing}
      ${bars}
      ${rest ? html`${apart.length ? html`<ul role="list" aria-label="可疑的年度">${repeat(apart, (row) => row.value, (row) => rowView(state, facet, named(row)))}</ul>` : nothing}<button type="button" class="plain" data-testid="facet-rows" @click=${() => { view.all = true; redraw(); }}>逐年选择、排除</button>` : html`
      <ul role="list" aria-labelledby="facet-${facet}-name">
        ${repeat(rows, (row) => row.value, (row) => rowView(state, facet, named(row)))}
      </ul>
      ${rows.length ? nothing : html`<p class="facet__note">${view.within ? '没有相符的值' : '无'}</p>`}
      ${hidden || (view.all && (total > fewOf(facet) || bars !== nothing) && !view.within) ? html`<button type="button" class="plain" data-testid="facet-all"
        aria-expanded=${view.all} @click=${() => { view.all = !view.all; redraw(); }}
        >${view.all ? '收起' : `显示全部 ${figure(total)} 个`}</button>` : nothing}`}
      ${distinct > values.length ? html`<p class="facet__note" data-testid="facet-truncated">共 ${figure(distinct)} 个，显示前 ${figure(values.length)} 个${
        facet === 'town' || facet === 'region' ? '；其余可在上面查找' : ''}</p>` : nothing}
    </details>`;
  }

  /** Room for the panel before the first answer, so that nothing moves when it comes. */
  const placeholder = () => FACETS.map((facet) => html`<div class="facet facet--waiting" aria-hidden="true">
    <p class="facet__heading">${FACET_NAMES[facet]}</p><i></i><i></i><i></i></div>`);

  function draw(state, data, dataState) {
    shown = [state, data, dataState];
    if (dataState) more.about(dataState);
    const active = filterGroups(state, knownYears(data)).length;
    render(html`<div class="facets__head"><h2>筛选</h2>${active ? html`<button type="button" class="plain facets__clear"
      data-testid="facets-clear" @click=${() => go(withoutFilters(state))}>清除 ${active} 项</button>` : nothing}</div>
      ${data ? FACETS.map((facet) => group(state, facet, data.facets?.[facet] ?? [], data.facetTotals?.[facet] ?? 0, data.doubtfulYears ?? [])) : placeholder()}`, panel);
  }
  return draw;
}
