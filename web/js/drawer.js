// One panel that stands beside the text on a wide window and in a modal drawer on a narrow one.

/**
 * @param {{panel: HTMLElement, dock: HTMLElement, dialog: HTMLDialogElement, buttons: Iterable<HTMLElement>, narrow: string}} parts
 * @returns {{close: () => void}}
 */
export function drawer({ panel, dock, dialog, buttons, narrow }) {
  const query = matchMedia(narrow);
  const place = () => {
    if (!query.matches && dialog.open) dialog.close();
    (query.matches ? dialog.querySelector('[data-slot]') : dock).append(panel);
  };
  place();
  query.addEventListener('change', place);
  for (const button of buttons) button.addEventListener('click', () => dialog.showModal());
  // A click on the backdrop is a click on the dialog itself, for its content covers the rest.
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  return { close: () => { if (dialog.open) dialog.close(); } };
}
