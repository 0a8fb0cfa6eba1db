// The active filters, each removable.
import { html, nothing } from './lit.js';
import { FACET_NAMES, valueName } from './names.js';
import { activeFilters, searchUrl, withFilter, withoutFilters } from './state.js';

/** “地区：西宁市” or “排除乡镇：湾沟镇”. @param {{facet: string, value: string, excluded: boolean}} filter */
export const filterName = ({ facet, value, excluded }) =>
  `${excluded ? '排除' : ''}${FACET_NAMES[facet]}：${valueName(facet, value)}`;

/** Links, so that they work with any mouse button; `data-go` lets the page follow them without loading.
 * @param {import('./state.js').SearchState} state @param {import('./cut-counts.js').CutCounts} counts */
export function chips(state, counts) {
  const filters = activeFilters(state);
  if (!filters.length) return nothing;
  return html`<ul class="chips" role="list" aria-label="已选的筛选条件" data-testid="chips">
    ${filters.map((filter) => {
      const rest = withFilter(state, filter.facet, filter.value, null), want = () => counts.want(rest);
      return html`<li class="cut"><a class="chip ${filter.excluded ? 'chip--excluded' : ''}" data-go data-testid="chip" @pointerenter=${want} @focus=${want}
        href=${searchUrl(rest)} aria-label="去掉 ${filterName(filter)}"><span>${filterName(filter)}</span></a>${counts.view(rest)}</li>`;
    })}
    ${filters.length > 1 ? html`<li><a class="chips__clear" data-go data-testid="chips-clear"
      href=${searchUrl(withoutFilters(state))}>清除全部筛选</a></li>` : nothing}
  </ul>`;
}
