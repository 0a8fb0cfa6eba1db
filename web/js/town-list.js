// 谁没提, 谁提及, 谁缺报告: the towns, as a list to paste.
import { coverage } from './api-insight.js';
import { copy } from './clipboard.js';
import { filterGroups, groupName } from './filter-groups.js';
import { figure } from './names.js';

const MOST_PAGES = 200;

/** @typedef {'said'|'silent'|'missing'} Only */

/** The years of which a town's report is missing, of those of which there are any. */
const missingYears = (cells, years) => cells.flatMap(({ status }, i) => (status === 'missing' && years[i].reports ? [years[i].year] : []));

/** All of them, place by place. @param {import('./state.js').SearchState} state @param {string} mode @param {Only} only @returns {Promise<string[]>} */
async function towns(state, mode, only) {
  const names = [];
  let cursor = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await coverage(state, mode, { only, cursor, size: 200 });
    for (const { town, region, cells } of answer.rows) {
      const absent = only === 'missing' ? missingYears(cells, answer.years) : [];
      if (town != null) names.push(`${[...region, town].join(' ')}${absent.length ? `：缺 ${absent.join('、')}` : ''}`);
    }
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return names;
}

/** @param {Only} only @param {string} q */
const heading = (only, q) => ({ said: `提及 ${q} 的乡镇`, silent: `没有提及 ${q} 的乡镇`, missing: '缺报告的乡镇' }[only]);

/** @param {import('./state.js').SearchState} state @param {string} mode @param {Only} [only] */
export function copyTowns(state, mode, only = 'silent') {
  const filters = filterGroups(state).map(groupName).join('；');
  return copy(towns(state, mode, only).then((names) => ({
    text: [`${heading(only, state.q)}${filters ? `（${filters}）` : ''}，共 ${figure(names.length)} 个：`, ...names].join('\n'),
  })), '已复制名单');
}
