// Checklists, and towns held against them.
import { answer, get, send } from './api.js';

/** @typedef {{name: string, query: string}} Item */
/** @typedef {{region: string, year: string, deadline: string, mode: string}} Asked */

/** The lists that come along. @returns {Promise<{name: string, items: Item[]}[]>} */
export const checklists = async () => (await get('checklists', null)).checklists;

const params = (asked, more = {}) => new URLSearchParams(Object.entries({ ...asked, ...more }).filter(([, value]) => value));
const body = (items) => ({ method: 'POST', body: JSON.stringify(items), headers: { 'content-type': 'application/json' } });

/** @param {Item[]} items @param {Asked} asked @param {AbortSignal} signal */
export const matrix = (items, asked, signal) => answer('matrix', params(asked), { ...body(items), signal });

/** The same as a file. @param {Item[]} items @param {Asked} asked @param {'xlsx'|'csv'|'jsonl'} format @returns {Promise<Blob>} */
export async function matrixFile(items, asked, format) {
  const asking = body(items);
  return (await send('matrix', params(asked, { format }), { ...asking, headers: { ...asking.headers, accept: '*/*' } })).blob();
}
