// Whether what was read of a report can be corrected here; what does it is loaded when somebody wants it.
import { library } from './api-library.js';

/** @param {HTMLDialogElement} dialog @param {() => object} report the one to be corrected @param {(report: object) => void} corrected
 *  @returns {Promise<(() => void)|null>} null where the service lets nobody */
export async function corrector(dialog, report, corrected) {
  const { changeable } = await library({ size: 1 });
  return changeable ? async () => (await import('./correct-dialog.js')).openCorrection(dialog, report(), corrected) : null;
}
