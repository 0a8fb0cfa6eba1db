// Counting a list of phrases: the one question that is too long for an address.
import { answer, send } from './api.js';

/** @typedef {{line: number, phrase: string, paragraphs: number|null, reports: number|null, towns: number|null,
 *   firstYear: number|null, lastYear: number|null, doubtfulYears: number[], error: string|null, notices: {message: string}[]}} BatchRow */
/** @typedef {{rows: BatchRow[], hits: number, withoutHits: number, bad: number, tookMillis: number}} BatchAnswer */

const asked = (phrases) => ({ method: 'POST', body: phrases, headers: { 'content-type': 'text/plain;charset=utf-8' } });

/** @param {string} phrases one on each line @param {'phrase'|'exact'|'words'|'most'|'loose'} mode @param {AbortSignal} signal
 *  @returns {Promise<BatchAnswer>} */
export const batch = (phrases, mode, signal) => answer('batch', new URLSearchParams({ mode }), { ...asked(phrases), signal });

/** The same as a file. @param {string} phrases @param {string} mode @param {'xlsx'|'csv'|'jsonl'} format @returns {Promise<Blob>} */
export async function batchFile(phrases, mode, format) {
  const response = await send('batch', new URLSearchParams({ mode, format }), { ...asked(phrases), headers: { ...asked(phrases).headers, accept: '*/*' } });
  return response.blob();
}
