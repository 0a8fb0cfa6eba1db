// Charts: the library is loaded when the first is shown, and takes its colours from the page's tokens.
import { html, nothing } from './lit.js';
import { saveFile } from './save-file.js';

const LIBRARY = '/webjars/echarts/5.5.0/echarts.common.min.js';

/** @typedef {{name: string, note: string, height: number, options: (ink: Ink) => object, click?: (point: object) => void}} Chart */
/** @typedef {{text: string, quiet: string, line: string, rest: string, sheet: string, font: string, size: number, series: string[], ramp: string[], width?: number}} Ink
 *  `size`: of letters, in pixels; `rest`: what is not of what was asked for; `ramp`: the two ends of colours that have an order; `width`: how wide it is drawn, in pixels */

/** What is printed is on white paper, whatever the screen is. */
const PAPER = {
  text: '#1b1c1f', quiet: '#65686e', line: '#c8c7c1', rest: '#c8c7c1', sheet: '#ffffff', ramp: ['#cf9b88', '#7e2114'],
  series: ['#a4301f', '#1a5484', '#b8862b', '#24613f', '#5b4088', '#65686e'],
};

let library;
const load = () => (library ??= import(LIBRARY).then(() => globalThis.echarts).catch((error) => {
  library = undefined;
  throw error;
}));

/** @returns {Ink} */
function ink() {
  const style = getComputedStyle(document.documentElement), token = (name) => style.getPropertyValue(name).trim();
  return {
    text: token('--ink'), quiet: token('--ink-3'), line: token('--line'), rest: token('--rest'), sheet: token('--sheet'), font: token('--sans'), size: .75 * parseFloat(style.fontSize),
    series: ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6'].map(token), ramp: ['--ramp-first', '--ramp-last'].map(token),
  };
}

/** An element that draws itself, keeps its room from the start and redraws with the window and the colour scheme. */
class ChartElement extends HTMLElement {
  /** @type {Chart} */ chart = null;
  #drawn = null;
  /** @type {Ink} what it is drawn with */ #colours = null;
  #observer = new ResizeObserver(() => this.#resize());
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.draw();
  #onPaper = () => this.#paint({ ...ink(), ...PAPER });

  /** What is drawn depends on the width. */
  #resize() {
    if (!this.#drawn || this.#drawn.getWidth() === this.clientWidth) return;
    this.#drawn.resize();
    this.#paint(this.#colours);
  }

  connectedCallback() {
    this.#observer.observe(this);
    this.#scheme.addEventListener('change', this.#redraw);
    addEventListener('beforeprint', this.#onPaper);
    addEventListener('afterprint', this.#redraw);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
    removeEventListener('beforeprint', this.#onPaper);
    removeEventListener('afterprint', this.#redraw);
    this.#drawn?.dispose();
    this.#drawn = null;
  }

  set value(chart) {
    this.chart = chart;
    this.style.height = `${chart.height}px`; // before anything is drawn, so that nothing below moves
    this.draw();
  }

  /** What is drawn, as a picture; null where nothing is. @returns {HTMLCanvasElement|null} */
  picture() {
    return this.#drawn?.getRenderedCanvas({ pixelRatio: 2, backgroundColor: ink().sheet }) ?? null;
  }

  /** @param {Ink} colours */
  #paint(colours) {
    this.#colours = colours;
    this.#drawn?.setOption({
      animation: false,
      color: colours.series,
      textStyle: { fontFamily: colours.font, fontSize: colours.size, color: colours.text },
      // As text on the canvas: the page's policy lets no style into HTML that is made from a string.
      tooltip: { renderMode: 'richText', backgroundColor: colours.sheet, borderColor: colours.line, textStyle: { color: colours.text, fontSize: 13 } },
      ...this.chart.options({ ...colours, width: this.clientWidth }),
    }, { notMerge: true });
  }

  async draw() {
    const { chart } = this;
    try {
      const { init } = await load();
      if (!this.isConnected || chart !== this.chart) return;
      this.#drawn?.resize({ height: chart.height });
      this.#drawn ??= init(this, null, { renderer: 'canvas', height: chart.height });
      this.#drawn.off('click');
      if (chart.click) this.#drawn.on('click', (point) => chart.click(point));
      this.#paint(ink());
      this.dataset.drawn = 'true';
    } catch {
      this.textContent = '图表没有加载成功；数字见下表。';
    }
  }
}
customElements.define('gov-chart', ChartElement);

/** Saves a chart as a picture, with its name above and where it comes from below. @param {HTMLElement} figure @param {Chart} chart */
function savePicture(figure, { name, note }) {
  const drawn = figure.querySelector('gov-chart').picture();
  if (!drawn) return;
  const colours = ink(), scale = 2, head = 56 * scale, foot = 28 * scale;
  const canvas = Object.assign(document.createElement('canvas'), { width: drawn.width, height: drawn.height + head + foot });
  const pen = canvas.getContext('2d');
  const write = (text, y, size, colour, weight = '') => {
    Object.assign(pen, { font: `${weight} ${size * scale}px ${colours.font}`, fillStyle: colour });
    pen.fillText(text, 8 * scale, y);
  };
  pen.fillStyle = colours.sheet;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  write(name, 24 * scale, 16, colours.text, 'bold');
  write(note, 44 * scale, 12, colours.quiet);
  pen.drawImage(drawn, 0, head);
  write(`${location.origin}  ${new Date().toLocaleDateString('zh-CN')}`, canvas.height - 10 * scale, 11, colours.quiet);
  canvas.toBlob((blob) => saveFile(blob, `${name}.png`));
}

/** @param {Chart|null} chart null where there is too little to draw */
export const chartBox = (chart) => (chart ? html`<figure class="chart" data-testid="chart">
  <figcaption>${chart.name}<span class="quiet">${chart.note}</span><button type="button" class="plain chart__save" aria-label="存为图片：${chart.name}" data-testid="chart-png"
    @click=${(event) => savePicture(event.target.closest('figure'), chart)}>存为图片</button></figcaption>
  <gov-chart role="img" aria-label="${chart.name}，数据见下表" .value=${chart}></gov-chart></figure>` : nothing);
