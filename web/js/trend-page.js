// 趋势: how many of each year's reports mention several phrases, on one chart.
import { failureView } from './answers.js';
import { get } from './api.js';
import { bindKeys } from './keyboard.js';
import { html, render } from './lit.js';
import { SITE } from './names.js';
import { regionChoice } from './region-choice.js';
import { MOST_LINES, examplesView, trendsView } from './trend-view.js';

const $ = (id) => document.getElementById(id);
const form = $('trend-form'), box = $('q'), mode = $('mode'), region = $('region'), section = $('section');
let turn = 0;

function wanted() {
  const params = new URLSearchParams(location.search);
  return {
    phrases: [...new Set(params.getAll('q').map((q) => q.trim()).filter(Boolean))], mode: params.get('mode') === 'words' ? 'words' : 'exact',
    region: params.get('region') ?? '', section: params.get('section') ?? '',
  };
}

function paramsOf({ phrases, ...how }) {
  const params = new URLSearchParams();
  for (const q of phrases.slice(0, MOST_LINES)) params.append('q', q);
  for (const name of ['mode', 'region', 'section']) if (how[name]) params.set(name, how[name]);
  return params;
}

function choose(select, value) {
  if (value && ![...select.options].some((option) => option.value === value)) select.append(new Option(value.split('/').join(' › '), value));
  select.value = value;
}

async function show() {
  const mine = ++turn, now = wanted();
  box.value = now.phrases.join('\n');
  mode.value = now.mode;
  choose(region, now.region);
  section.value = now.section;
  document.title = `${now.phrases.length ? `${now.phrases.join('、').slice(0, 40)} - ` : ''}趋势 - ${SITE}`;
  if (!now.phrases.length) {
    render(examplesView(), $('trend-result'));
    return;
  }
  $('progress').hidden = false;
  try {
    const answer = await get('trend', paramsOf(now));
    if (mine === turn) {
      render(html`${now.phrases.length > MOST_LINES ? html`<p class="remark">一次最多比较 ${MOST_LINES} 个，只取了前 ${MOST_LINES} 个。</p>` : null}${trendsView(answer.lines, now)}`, $('trend-result'));
    }
  } catch (error) {
    if (mine === turn) render(failureView(error, show), $('trend-result'));
  } finally {
    if (mine === turn) $('progress').hidden = true;
  }
}

function go() {
  const phrases = [...new Set(box.value.split('\n').map((line) => line.trim()).filter(Boolean))];
  history.pushState({}, '', `?${paramsOf({ phrases, mode: mode.value, region: region.value, section: section.value })}`);
  show();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (box.value.trim()) go();
  else box.focus();
});
for (const select of [mode, region, section]) select.addEventListener('change', () => { if (box.value.trim()) go(); });
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
addEventListener('popstate', show);
bindKeys({}, box);
show();
regionChoice(region).catch(() => {}); // without it the page still works
