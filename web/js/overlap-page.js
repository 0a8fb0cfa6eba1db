// 重合: which reports of different towns share text that is no formula; of a scope, of one report, or of two side by side.
import { failureView } from './answers.js';
import { get } from './api.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { render } from './lit.js';
import { regionChoice } from './region-choice.js';
import { reportView, surveyView } from './overlap-view.js';
import { yearChoice } from './year-choice.js';

const $ = (id) => document.getElementById(id);
const form = $('overlap-form'), region = $('region'), year = $('year');
/** How often it is asked how far a survey is. */
const POLL = 1500;

let turn = 0;

function wanted() {
  const params = new URLSearchParams(location.search);
  return { report: params.get('report') ?? '', with: params.get('with') ?? '', region: params.get('region') ?? '', year: params.get('year') ?? '', begun: params.has('region') || params.has('year') };
}

function choose(select, value) {
  if (value && ![...select.options].some((option) => option.value === value)) select.append(new Option(value.split('/').join(' › '), value));
  select.value = value;
}

async function survey(now, mine, again = false) {
  const params = new URLSearchParams();
  for (const name of ['region', 'year']) if (now[name]) params.set(name, now[name]);
  if (again) params.set('again', 'true');
  const found = await get('overlap', params);
  if (mine !== turn) return;
  render(surveyView(found, () => survey(now, mine, true)), $('overlap-results'));
  if (found.state === 'waiting' || found.state === 'running') {
    await new Promise((resolve) => { setTimeout(resolve, POLL); });
    if (mine === turn) await survey(now, mine);
  }
}

async function one(now, mine) {
  const params = new URLSearchParams();
  if (now.with) params.set('with', now.with);
  const found = await get(`reports/${encodeURIComponent(now.report)}/overlap`, params);
  if (mine === turn) render(reportView(found, now.with), $('overlap-results'));
}

async function show() {
  const now = wanted(), mine = ++turn;
  choose(region, now.region);
  choose(year, now.year);
  if (!now.report && !now.begun) return;
  $('progress').hidden = false;
  try {
    await (now.report ? one(now, mine) : survey(now, mine));
  } catch (error) {
    if (mine === turn) render(failureView(error, show), $('overlap-results'));
  } finally {
    if (mine === turn) $('progress').hidden = true;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.pushState({}, '', `/overlap.html?${new URLSearchParams({ region: region.value, year: year.value })}`);
  show();
});
addEventListener('popstate', show);
bindKeys(stepThrough($('overlap-results')));
show();
regionChoice(region).catch(() => {});
yearChoice(year).catch(() => {});
