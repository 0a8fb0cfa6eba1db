// Putting reports into the library, several files at once: first what was read of each and what a person says over that,
// then keeping them, then a way to take them back.
import { removeReport, upload } from './api-library.js';
import { html, render } from './lit.js';
import { figure } from './names.js';
import { remembered, whyNot } from './token.js';
import { itemView } from './upload-view.js';

const $ = (id) => document.getElementById(id);
const MOST_FILES = 50;

/** @typedef {{file: File, path: string, said: Record<string, string>, answer: object|null, failure: string, busy: boolean, state: 'new'|'read'|'kept'|'removed'}} Item */

/** @param {() => void} changed called when the library is another */
export function uploadForm(changed) {
  const form = $('upload-form'), input = $('file'), drop = $('drop');
  $('token').value = remembered();
  /** @type {Item[]} */
  let items = [];
  let queue = Promise.resolve(), note = '';

  function take(files) {
    note = files.length > MOST_FILES ? `一次最多 ${MOST_FILES} 个文件，只取了前 ${MOST_FILES} 个。` : '';
    items = [...files].slice(0, MOST_FILES).map((file) => ({
      file, path: file.name, said: {}, answer: null, failure: '', busy: false, state: 'new',
    }));
    draw();
  }

  /** One after the other: the service reads a file with all it has. @param {Item} item */
  function act(item, action) {
    [item.busy, item.failure] = [true, ''];
    draw();
    const token = $('token').value;
    queue = queue.then(async () => {
      try {
        await action(token);
        remembered(token);
      } catch (error) {
        item.failure = whyNot(error);
      }
      item.busy = false;
      draw();
    });
    return queue;
  }

  const send = (item, keep) => act(item, async (token) => {
    item.answer = await upload(item.file, { path: item.path, token, keep, said: item.said });
    item.state = keep ? 'kept' : 'read';
  });

  const does = {
    keep: (item) => send(item, true).then(changed),
    correct: (item, said) => {
      // What was said before stays said; null takes it back.
      item.said = Object.fromEntries(Object.entries({ ...item.said, ...said }).filter(([, value]) => value));
      send(item, false);
    },
    retry: (item) => send(item, false),
    drop: (item) => {
      items = items.filter((other) => other !== item);
      draw();
    },
    takeBack: (item) => act(item, async (token) => {
      for (const { id } of item.answer.reports) await removeReport(id, token);
      item.state = 'removed';
    }).then(changed),
  };

  function all() {
    const ready = items.filter(({ state, busy }) => state === 'read' && !busy);
    if (items.length < 2 || !ready.length) return null;
    return html`<p class="upload__do"><button type="button" class="button button--main" data-testid="upload-keep-all" @click=${async () => {
      for (const item of ready) send(item, true);
      await queue;
      changed();
    }}>全部收录（${figure(ready.length)} 个文件）</button><button type="button" class="button" data-testid="upload-drop-all" @click=${() => { items = []; draw(); }}>取消</button></p>`;
  }

  function draw() {
    $('progress').hidden = !items.some(({ busy }) => busy);
    $('upload-chosen').textContent = items.length ? `已选 ${figure(items.length)} 个文件` : '';
    render(html`${note ? html`<p class="remark">${note}</p>` : null}${all()}${items.map((item, i) => itemView(item, i, does, items.length === 1))}`, $('upload-result'));
  }

  input.addEventListener('change', () => { if (input.files.length) take(input.files); });
  for (const sign of ['dragenter', 'dragover']) {
    drop.addEventListener(sign, (event) => {
      event.preventDefault();
      drop.classList.add('drop--over');
    });
  }
  for (const sign of ['dragleave', 'drop']) drop.addEventListener(sign, () => drop.classList.remove('drop--over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) take(event.dataTransfer.files);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!items.length && input.files.length) take(input.files);
    if (!items.length) {
      note = '请先选择文件。';
      draw();
      return;
    }
    const folder = $('path').value.trim().replace(/^\/+|\/+$/g, '');
    for (const item of items.filter(({ state, busy }) => !busy && ['new', 'read'].includes(state))) {
      item.path = folder ? `${folder}/${item.file.name}` : item.file.name;
      send(item, false);
    }
  });
}
