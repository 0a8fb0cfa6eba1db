// Correcting what was read of a report, by those who know the token.
import { correctReport } from './api-library.js';
import { correctFields, corrections } from './correct-fields.js';
import { html, nothing, render } from './lit.js';
import { toast } from './toast.js';
import { remembered, whyNot } from './token.js';

/** @param {HTMLDialogElement} dialog @param {object} report @param {(report: object) => void} corrected is given it as it is found now */
export function openCorrection(dialog, report, corrected) {
  const box = document.createElement('div'); // anew each time, so that nothing typed before stays
  let failure = '', busy = false;

  async function save(event) {
    event.preventDefault();
    if (busy) return;
    const form = event.target, said = corrections(form, report), token = form.elements.token.value;
    if (!Object.keys(said).length) {
      dialog.close();
      return;
    }
    [busy, failure] = [true, ''];
    draw();
    try {
      const now = await correctReport(report.id, said, token);
      remembered(token);
      dialog.close();
      toast('已更正，检索立即生效');
      corrected(now);
    } catch (error) {
      failure = whyNot(error);
    }
    busy = false;
    draw();
  }

  const draw = () => render(html`<form class="correct" @submit=${save} data-testid="correct-form">
    <h2 id="correct-name">更正读到的信息</h2>
    <p class="quiet">更正保存在服务器上，优先于清单，重建索引和更新以后仍然有效。链接不变。</p>
    ${correctFields(report, 'correct')}
    <p><label for="correct-token">管理口令</label><input type="password" id="correct-token" name="token" autocomplete="current-password" required .value=${remembered()} data-testid="correct-token"></p>
    ${failure ? html`<p class="remark remark--error" role="alert" data-testid="correct-error">${failure}</p>` : nothing}
    <p class="card__foot"><button type="button" class="button" @click=${() => dialog.close()}>取消</button>
      <button type="submit" class="button button--main" aria-disabled=${busy} data-testid="correct-save">${busy ? '正在保存' : '保存'}</button></p></form>`, box);
  dialog.replaceChildren(box);
  draw();
  dialog.showModal();
}
