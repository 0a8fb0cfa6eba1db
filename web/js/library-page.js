// 报告库: what the collection holds, what was not taken and why, and putting reports in.
import { failureView, moreView } from './answers.js';
import { holdings, library, reportList, townNames } from './api-library.js';
import { holdingsView } from './holdings-view.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { noReports, overview, reportTable, runTable, skippedTable } from './library-views.js';
import { html, render } from './lit.js';
import { MISSING, figure } from './names.js';
import { PagedList } from './paged-list.js';
import { uploadForm } from './upload-form.js';
import { yearOption } from './year-doubt.js';

const $ = (id) => document.getElementById(id);
const form = $('reports-form');
/** So many reports before anything is looked for: what the library holds is to be seen as well. */
const FIRST = 12;
const MOST_NAMES = 20;
let held = null;

/** The room kept for the first answer is not needed any more. */
const cleared = () => $('overview').querySelector('.waiting')?.remove();

const wanted = () => {
  const params = new URLSearchParams(location.search);
  return { town: params.get('town') ?? '', year: params.get('year') ?? '' };
};
const parent = () => new URLSearchParams(location.search).get('parent') ?? '';

const regions = new PagedList((cursor) => holdings(parent(), { cursor }), (answer) => answer.rows, ({ items, answer, ...page }) => {
  render(page.error ? failureView(page.error, () => regions.start()) : !answer ? null : html`${holdingsView(answer, items, parent())}${moreView({
    ...page, shown: `已显示 ${figure(items.length)} / ${figure(answer.total)} 个`, more: () => regions.more(),
  })}`, $('holdings-list'));
});

/** The reports asked for; where a part of a town's name was given, the names that have it. */
async function wantedReports(cursor) {
  const asked = wanted(), answer = await reportList(asked, { cursor, size: Object.values(asked).some(Boolean) || cursor ? 50 : FIRST });
  if (answer.total || !asked.town) return answer;
  return { ...answer, names: (await townNames(asked.town).catch(() => [])).filter((name) => ![asked.town, MISSING].includes(name)).slice(0, MOST_NAMES) };
}

const reports = new PagedList(wantedReports, (answer) => answer.reports, ({ items, answer, ...page }) => {
  render(page.error ? failureView(page.error, () => reports.start()) : !answer ? null : items.length ? html`${reportTable(items)}${moreView({
    ...page, shown: `已显示 ${figure(items.length)} / ${figure(answer.total)} 份`, more: () => reports.more(),
  })}` : noReports(answer.names ?? [], wanted()), $('reports-list'));
});

const skipped = new PagedList((cursor) => library({ cursor }), (answer) => answer.skipped, ({ items, answer, ...page }) => {
  $('skipped').hidden = !items.length;
  if (items.length) render(html`${skippedTable(items)}${moreView({ ...page, shown: `已显示 ${figure(items.length)} 项`, more: () => skipped.more() })}`, $('skipped-list'));
  if (answer) show(answer);
});

function show(answer) {
  cleared();
  const first = !held;
  held = answer;
  render(overview(answer), $('overview'));
  $('reports').hidden = !answer.reports;
  $('holdings').hidden = !answer.reports;
  $('runs').hidden = !answer.runs.length;
  $('upload').hidden = !answer.changeable;
  render(runTable(answer.runs), $('runs-list'));
  render(html`<option value="">全部年度</option>${answer.years.map(({ value }) => html`<option value=${value}>${yearOption(value, answer.doubtfulYears)}</option>`)}`, $('year'));
  if (first) $('year').value = wanted().year; // its years are known now
}

/** What the address asks for; it is not to take the place of what somebody is typing. */
function fillForm() {
  const { town, year } = wanted();
  $('q').value = town;
  $('year').value = year;
}

async function load() {
  $('progress').hidden = false;
  await Promise.all([skipped.start(), reports.start(), regions.start()]);
  $('progress').hidden = true;
  if (held) return;
  cleared();
  render(failureView(skipped.page.error ?? {}, load), $('overview'));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const params = new URLSearchParams();
  if (parent()) params.set('parent', parent());
  for (const [name, value] of new FormData(form)) if (value.trim()) params.set(name, value.trim());
  history.pushState({}, '', String(params) ? `?${params}` : location.pathname);
  reports.start();
});
$('year').addEventListener('change', () => form.requestSubmit());
let timer = 0;
$('q').addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const names = await townNames($('q').value.trim()).catch(() => []);
    render(names.slice(0, 20).map((name) => html`<option value=${name}></option>`), $('towns'));
  }, 150);
});
$('holdings-list').addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-parent]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const params = new URLSearchParams(location.search);
  const chosen = new URL(link.href).searchParams.get('parent');
  params.delete('parent');
  if (chosen) params.set('parent', chosen);
  history.pushState({}, '', String(params) ? `?${params}` : location.pathname);
  regions.start();
});
addEventListener('popstate', () => {
  fillForm();
  reports.start();
  regions.start();
});
uploadForm(load);
bindKeys(stepThrough($('reports-list')), $('q'));
fillForm();
load();
