// The active filters, each removable.
import { filterGroups, groupName, withoutGroup } from './filter-groups.js';
import { html, nothing } from './lit.js';
import { searchUrl, withoutFilters } from './state.js';

/** Links, so that they work with any mouse button; `data-go` lets the page follow them without loading.
 * @param {import('./state.js').SearchState} state @param {import('./cut-counts.js').CutCounts} counts @param {string[]} years to choose */
export function chips(state, counts, years) {
  const groups = filterGroups(state, years);
  if (!groups.length) return nothing;
  return html`<ul class="chips" role="list" aria-label="已选的筛选条件" data-testid="chips">
    ${groups.map((group) => {
      const rest = withoutGroup(state, group), want = () => counts.want(rest), name = groupName(group);
      return html`<li class="cut"><a class="chip ${group.excluded ? 'chip--excluded' : ''}" data-go data-testid="chip" @pointerenter=${want} @focus=${want}
        href=${searchUrl(rest)} aria-label="${name}，去掉"><span>${name}</span></a>${counts.view(rest)}</li>`;
    })}
    ${groups.length > 1 ? html`<li><a class="chips__clear" data-go data-testid="chips-clear"
      href=${searchUrl(withoutFilters(state))}>清除全部筛选</a></li>` : nothing}
  </ul>`;
}
