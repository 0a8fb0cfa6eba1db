// 谁没提: the towns that have a report and do not mention it, as a list to paste.
import { coverage } from './api-insight.js';
import { copy } from './clipboard.js';
import { filterGroups, groupName } from './filter-groups.js';
import { figure } from './names.js';

const MOST_PAGES = 200;

/** All of them, place by place. @param {import('./state.js').SearchState} state @param {string} mode @returns {Promise<string[]>} */
export async function silentTowns(state, mode) {
  const names = [];
  let cursor = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await coverage(state, mode, { only: 'silent', cursor, size: 200 });
    for (const { town, region } of answer.rows) if (town != null) names.push([...region, town].join(' '));
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return names;
}

/** @param {import('./state.js').SearchState} state @param {string} mode */
export function copySilent(state, mode) {
  const filters = filterGroups(state).map(groupName).join('；');
  return copy(silentTowns(state, mode).then((names) => ({
    text: [`没有提及 ${state.q}${filters ? `（${filters}）` : ''} 的乡镇，共 ${figure(names.length)} 个：`, ...names].join('\n'),
  })), '已复制名单');
}
