// On paper a page says what it is, of what day, and where it is to be found. Results and reports say more of themselves.

/** An address as a person can read and type it. */
function readable(address) {
  try {
    return decodeURI(address);
  } catch {
    return address; // somebody wrote a lone % into it
  }
}

/** Binds it for the pages of text and tables. */
export function bindPrinted() {
  addEventListener('beforeprint', () => {
    const page = document.querySelector('main.page');
    if (!page) return;
    const line = page.querySelector(':scope > .printed') ?? Object.assign(document.createElement('p'), { className: 'printed', ariaHidden: 'true' });
    line.textContent = `${document.title} · ${new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' })} · ${readable(location.href)}`;
    page.prepend(line);
  });
}
