// What the collection holds, and putting reports into it.
import { answer, get, send } from './api.js';

/** @param {{cursor?: string|null, size?: number}} [page] */
export function library({ cursor, size = 50 } = {}) {
  const params = new URLSearchParams({ size: String(size) });
  if (cursor) params.set('cursor', cursor);
  return get('library', params);
}

/** @param {{town?: string, year?: string, region?: string}} filters @param {{cursor?: string|null, size?: number}} [page]
 *  @returns {Promise<{total: number, reports: object[], nextCursor: string|null}>} */
export function reportList(filters, { cursor, size = 50 } = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  params.set('size', String(size));
  if (cursor) params.set('cursor', cursor);
  return get('reports', params);
}

/** How many reports there are by region, level by level, and year. @param {string} parent */
export function holdings(parent, { cursor, size = 100 } = {}) {
  const params = new URLSearchParams({ size: String(size) });
  if (parent) params.set('parent', parent);
  if (cursor) params.set('cursor', cursor);
  return get('spread', params);
}

/** The regions below one, level by level. @param {string} parent '' for all
 *  @returns {Promise<{regions: {path: string, reports: number, towns: number, below: number}[], complete: boolean}>} */
export const regionsBelow = (parent) => get('regions', parent ? new URLSearchParams({ parent }) : null);

/** Names of towns that contain some text. @param {string} part */
export async function townNames(part) {
  const found = await get('search', new URLSearchParams({ size: '1', 'facet.town.prefix': part }));
  return found.facets.town.map(({ value }) => value);
}

/** The service's own has such characters alone; with another one the browser would send nothing, and not hear that it is wrong. */
const SENDABLE = /^[\x20-\x7e]*$/;

const admitted = (token) => ({ authorization: `Bearer ${SENDABLE.test(token) ? token : encodeURIComponent(token)}` });

/**
 * Takes a file in, or only says what would be.
 * @param {File} file @param {{path: string, token: string, keep: boolean, said?: Record<string, string|null>}} how `said`: over what is read
 * @returns {Promise<{kept: boolean, reports: object[], skipped: {path: string, reason: string}[], notes: string[]}>}
 */
export function upload(file, { path, token, keep, said = {} }) {
  const body = new FormData();
  body.append('file', file);
  const params = new URLSearchParams({ keep: String(keep) });
  if (path) params.set('path', path);
  for (const [name, value] of Object.entries(said)) if (value) params.set(name, value);
  return answer('reports', params, { method: 'POST', body, headers: admitted(token) });
}

/** Corrects what was read of a report. @param {string} id @param {Record<string, string|null>} said @param {string} token
 *  @returns {Promise<object>} the report as it is found now */
export const correctReport = (id, said, token) => answer(`reports/${encodeURIComponent(id)}`, null, {
  method: 'PATCH', body: JSON.stringify(said), headers: { ...admitted(token), 'content-type': 'application/json' },
});

/** @param {string} id @param {string} token */
export const removeReport = (id, token) => send(`reports/${encodeURIComponent(id)}`, null, { method: 'DELETE', headers: admitted(token) });
