// What the list of paragraphs shows, as a Word document to go on writing in: each with its citation, and the list of sources.
import { ofHit } from './excerpt-element.js';
import { filterGroups, groupName, knownYears } from './filter-groups.js';
import { MODE_NAMES, SITE, figure } from './names.js';
import { saveFile } from './save-file.js';
import { toast } from './toast.js';

/** What was searched for, and how much of what was found this is. */
function heading(state, data, hits) {
  const filters = filterGroups(state, knownYears(data)).map(groupName);
  const said = [
    state.q ? ['检索式', `${state.q}（${MODE_NAMES[data.mode] ?? data.mode}）`] : null, filters.length ? ['筛选', filters.join('；')] : null,
    ['范围', `共 ${figure(data.total.value)} 段（相近段落合并为 ${figure(data.foldedTotal)} 条），这里是列出的 ${figure(hits.length)} 条`], ['网址', location.href],
  ].filter(Boolean);
  return said.map(([name, text]) => ({ runs: [{ text: `${name}：`, bold: true }, { text }] }));
}

/** @param {import('./state.js').SearchState} state @param {import('./api.js').SearchAnswer} data @param {import('./api.js').Hit[]} hits those listed */
export async function saveWord(state, data, hits) {
  toast('正在取各段的引文');
  try {
    // Of use to few, so not part of the first view.
    const [{ cite }, { asWord }] = await Promise.all([import('./excerpt-cited.js'), import('./excerpt-files.js')]);
    const given = await cite(hits.map((hit) => ({ ...ofHit(hit), labels: [], note: '', ranges: hit.ranges })));
    saveFile(asWord(given, `${SITE}：检索结果（${new Date().toLocaleDateString('sv-SE')}）`, heading(state, data, hits)),
      `检索结果${state.q && ` ${state.q.slice(0, 20)}`}.docx`.replace(/[\\/:*?"<>|]/g, ' '));
    toast(`已导出 ${figure(hits.length)} 条`);
  } catch (error) {
    toast(error.detail || '没有取到引文，请检查网络后重试', true);
  }
}
