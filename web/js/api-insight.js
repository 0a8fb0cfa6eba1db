// What all matches of a search add up to: by year, by region, by town.
import { get } from './api.js';
import { stateParams } from './state.js';

/** @param {import('./state.js').SearchState} state @param {string} mode the one that the search was answered in */
function paramsOf(state, mode, more = {}) {
  const params = stateParams(state);
  params.delete('sort');
  params.delete('fold');
  params.set('mode', mode);
  for (const [name, value] of Object.entries(more)) if (value) params.set(name, value);
  return params;
}

/** @param {{only: string, cursor?: string|null, size?: number, signal?: AbortSignal}} page */
export const coverage = (state, mode, { only, cursor, size = 50, signal }) => get('coverage', paramsOf(state, mode, { only, cursor, size: String(size) }), signal);

/** @param {AbortSignal} [signal] */
export const trend = (state, mode, signal) => get('trend', paramsOf(state, mode), signal);

/** @param {{parent: string, signal?: AbortSignal}} where */
export const spread = (state, mode, { parent, signal }) => get('spread', paramsOf(state, mode, { parent, size: '100' }), signal);

/** What goes with the words of a state. @param {import('./state.js').SearchState} state @param {AbortSignal} [signal] */
export const collocates = (state, signal) => words('collocates', state, {}, signal);

/** What sets the chosen reports apart from the others. @param {import('./state.js').SearchState} state @param {string} by @param {AbortSignal} [signal] */
export const distinctive = (state, by, signal) => words('distinctive', state, by ? { by } : {}, signal);

function words(path, state, more, signal) {
  const params = paramsOf(state, '', { ...more, size: '100' });
  params.delete('mode');
  return get(path, params, signal);
}
