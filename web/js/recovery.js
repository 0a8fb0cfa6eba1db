// Tries again by itself once the service answers again, be it the network or the service that was away.
const FIRST = 2_000, LONGEST = 20_000;

let again = null, timer = 0, pause = FIRST;

/** Whether the failure is still what is shown: the reader may have gone on since. */
const isShown = () => document.querySelector('[data-kind=offline]') !== null;

async function look() {
  clearTimeout(timer);
  timer = 0;
  const alive = isShown() && (await fetch('/health/live', { cache: 'no-store' }).then(({ ok }) => ok, () => false));
  if (!isShown() || alive) pause = FIRST;
  if (!isShown()) again = null;
  else if (alive) {
    const retry = again;
    again = null;
    retry();
  } else later();
}

function later() {
  timer = setTimeout(look, pause);
  pause = Math.min(LONGEST, pause * 1.5);
}

addEventListener('online', () => { if (again) look(); });

/** Called while a failure to reach the service is drawn. @param {() => void} retry */
export function whenBack(retry) {
  again = retry;
  if (!timer) later();
}
