// Signs of waiting, for waits that are worth a sign: on a quick answer the page would only flash, and be slower for it.
const PATIENCE = 150;

/** @param {(on: boolean) => void} show @returns {(on: boolean) => void} shows late, hides at once */
export function late(show) {
  let timer = 0, wanted = false;
  return (on) => {
    if (on === wanted) return;
    wanted = on;
    clearTimeout(timer);
    if (on) timer = setTimeout(() => show(true), PATIENCE);
    else show(false);
  };
}
