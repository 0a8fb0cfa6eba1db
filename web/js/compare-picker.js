// Choosing the two reports that are compared: a town by its name, then a year; or one of the same county.
import { holdings, reportList, townNames } from './api-library.js';
import { html, nothing, render } from './lit.js';
import { regionOf, titleOf, yearOf } from './names.js';
import { reportUrl } from './state.js';
import { townLink } from './town-link.js';

const PAUSE = 150, MOST_NAMES = 12, MOST_NEIGHBOURS = 60, MOST_REPORTS = 200;
/** Not by where they stand: on a phone one is above the other. */
const SIDES = { a: '第一份', b: '第二份' };

/** One side of the comparison. It draws itself into its box. */
export class Picker {
  /** @param {HTMLElement} box @param {'a'|'b'} which @param {(id: string) => void} choose */
  constructor(box, which, choose) {
    Object.assign(this, { box, which, choose, head: null, years: [], beside: null, open: false, names: [], found: null, typed: '', busy: false, turn: 0, timer: 0 });
  }

  /** @param {object|null} head the report chosen @param {object[]} years those of its town @param {object|null} other the report of the other side */
  show(head, years, other) {
    const changed = head?.id !== this.head?.id || other?.id !== this.other?.id;
    Object.assign(this, { head, years, other });
    if (changed) Object.assign(this, { open: !head, found: null, beside: null });
    if (this.open && other && !this.beside) this.#neighbours(other);
    this.draw();
  }

  /** Lets another town be chosen. */
  begin() {
    this.open = true;
    if (this.other && !this.beside) this.#neighbours(this.other);
    this.draw();
    this.box.querySelector('input')?.focus();
  }

  async #neighbours({ province, city, county, town }) {
    const parent = [province, city, county].filter(Boolean).join('/');
    this.beside = [];
    if (!parent) return;
    const { rows } = await holdings(parent, { size: MOST_NEIGHBOURS }).catch(() => ({ rows: [] }));
    this.beside = rows.filter((row) => row.town && row.name !== town);
    this.draw();
  }

  #type(text) {
    this.typed = text;
    this.found = null;
    clearTimeout(this.timer);
    const turn = ++this.turn;
    this.timer = setTimeout(async () => {
      const names = text.trim() ? await townNames(text.trim()).catch(() => []) : [];
      if (turn !== this.turn) return;
      this.names = names.filter((name) => name !== '未注明').slice(0, MOST_NAMES);
      if (this.names.length === 1 && this.names[0] === text.trim()) await this.#town(text.trim());
      else this.draw();
    }, PAUSE);
  }

  async #town(town, region = '') {
    const turn = ++this.turn;
    clearTimeout(this.timer);
    this.busy = true;
    this.draw();
    const { reports } = await reportList({ town, region }, { size: MOST_REPORTS }).catch(() => ({ reports: [] }));
    if (turn !== this.turn) return;
    Object.assign(this, { busy: false, names: [], found: { town, reports: reports.filter(({ id }) => id !== this.other?.id) } });
    this.draw();
    this.box.querySelector('[data-testid=pick-year]')?.focus();
  }

  /** The reports of a name, place by place: there are many towns of one name. */
  #places() {
    const places = new Map();
    for (const report of this.found.reports) places.set(regionOf(report), [...places.get(regionOf(report)) ?? [], report]);
    return [...places].map(([region, reports]) => html`<div class="pick__place"><p class="quiet">${this.found.town}${region ? ` · ${region}` : ''}</p>${reports.map((report) => html`<button type="button"
      class="button ${report.year != null && report.year === this.other?.year ? 'button--main' : ''}" data-testid="pick-year" title=${titleOf(report)} @click=${() => this.choose(report.id)}>${yearOf(report)}</button>`)}</div>`);
  }

  #choices() {
    if (this.busy) return html`<p class="quiet" role="status">正在查找</p>`;
    if (this.found) return this.found.reports.length ? this.#places() : html`<p class="quiet" role="status">没有别的报告可选。</p>`;
    if (this.names.length) return html`<div class="pick__names">${this.names.map((name) => html`<button type="button" class="button" data-testid="pick-town" @click=${() => this.#town(name)}>${name}</button>`)}</div>`;
    if (this.typed.trim()) return nothing;
    return this.beside?.length ? html`<div class="pick__names"><p class="quiet">同县的乡镇</p>${this.beside.map((row) => html`<button type="button" class="button"
      data-testid="pick-neighbour" @click=${() => this.#town(row.name, row.path)}>${row.name}</button>`)}</div>` : nothing;
  }

  #form() {
    const side = SIDES[this.which], id = `pick-${this.which}`;
    return html`<form role="search" class="pick" @submit=${(event) => { event.preventDefault(); if (this.typed.trim()) this.#town(this.names[0] ?? this.typed.trim()); }}>
      <label for=${id}>${side}：选一个乡镇</label><input type="text" id=${id} autocomplete="off" spellcheck="false" placeholder="乡镇名称，如 柳湾镇" data-testid=${id}
        @input=${(event) => this.#type(event.target.value)}>
      <div class="pick__choices" aria-live="polite">${this.#choices()}</div>
      ${this.head ? html`<p><button type="button" class="plain" @click=${() => { this.open = false; this.draw(); }}>不换了</button></p>` : nothing}</form>`;
  }

  #chosen() {
    const { head, years, which } = this;
    return html`<p class="side__who"><span class="quiet">${SIDES[which]}</span> <b>${townLink(head)}</b> <a href=${reportUrl(head.id, null)}>${yearOf(head)}</a></p><p class="quiet">${regionOf(head)}</p><p class="quiet">${titleOf(head)}</p>
      <p class="side__do">${years.length > 1 ? html`<select aria-label="${SIDES[which]}换成另一年度" data-testid="choose-${which}" @change=${(event) => this.choose(event.target.value)}>${years.map((other) =>
        html`<option value=${other.id} ?selected=${other.id === head.id}>${other.year} 年度</option>`)}</select>` : nothing}
      <button type="button" class="button" data-testid="change-${which}" @click=${() => this.begin()}>换一个乡镇</button></p>`;
  }

  draw() {
    render(html`<div class="side" data-testid="side-${this.which}">${this.open || !this.head ? this.#form() : this.#chosen()}</div>`, this.box);
  }
}
