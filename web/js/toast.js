// Short messages at the foot of the window, read out by screen readers.
let timer = 0;

/** @param {string} message @param {boolean} [failed] */
export function toast(message, failed = false) {
  const box = document.getElementById('toast');
  clearTimeout(timer);
  box.textContent = message;
  box.classList.toggle('toast--failed', failed);
  box.classList.add('toast--on');
  timer = setTimeout(() => {
    box.classList.remove('toast--on');
    // Emptied after it has faded, so that the same message is read out again next time.
    timer = setTimeout(() => { box.textContent = ''; }, 400);
  }, failed ? 5000 : 2200);
}

/** Shows a text to be copied by hand where the browser lets a page copy nothing. @param {string} text */
export function manualCopy(text) {
  const dialog = document.getElementById('manual-copy');
  const area = dialog.querySelector('textarea');
  area.value = text;
  dialog.showModal();
  area.focus();
  area.select();
}
