// 相似问题: who else has a problem, in whatever words, and what they plan about it.
import { failureView } from './answers.js';
import { answer as ask, get } from './api.js';
import { bindKeys, stepThrough } from './keyboard.js';
import { html, nothing, render } from './lit.js';
import { SITE } from './names.js';
import { regionChoice } from './region-choice.js';
import { saveHits } from './similar-take.js';
import { askedView, examplesView, similarView } from './similar-view.js';
import { yearChoice } from './year-choice.js';

const $ = (id) => document.getElementById(id);
const form = $('similar-form'), box = $('q'), thesaurus = $('thesaurus'), region = $('region'), year = $('year'), effect = $('effect');
/** The longest text that is kept in the address; how many towns are listed. */
const ADDRESS = 1500, SIZE = 20;

let turn = 0, asked = null, found = null;

function wanted() {
  const params = new URLSearchParams(location.search);
  return {
    of: params.get('of') ?? '', statement: Number(params.get('statement')) || 0, at: params.get('at'),
    text: params.get('text') ?? history.state?.text ?? '', words: params.get('thesaurus') === 'false',
    region: params.get('region') ?? '', year: params.get('year') ?? '', effect: params.get('effect') === 'true',
  };
}

function urlOf(state) {
  const { of, statement, text, words } = state, params = new URLSearchParams();
  if (of) params.set('of', of);
  if (of && statement) params.set('statement', String(statement));
  if (!of && text.length <= ADDRESS) params.set('text', text);
  if (words) params.set('thesaurus', 'false');
  for (const name of ['region', 'year']) if (state[name]) params.set(name, state[name]);
  if (state.effect) params.set('effect', 'true');
  return `/similar.html?${params}`;
}

function similar({ of, statement, text, words, ...filters }) {
  const params = new URLSearchParams({ size: String(SIZE), thesaurus: String(!words) });
  if (filters.effect) params.set('effect', 'true');
  for (const name of ['region', 'year']) if (filters[name]) params.set(name, filters[name]);
  if (!of) {
    return ask('similar', params, { method: 'POST', body: JSON.stringify({ text }), headers: { 'content-type': 'application/json' } });
  }
  if (statement) params.set('statement', String(statement));
  return get(`paragraphs/${encodeURIComponent(of)}/similar`, params);
}

/** The number of the statement in which a place of the paragraph lies; 0, for the whole, where it has but one. */
function statementAt({ statements }, place) {
  return statements.length < 2 ? 0 : statements.findIndex(({ start, end }) => place >= start && place < end) + 1;
}

/** What was asked about, as a text. */
function question({ statement, text }) {
  if (!asked) return text;
  const at = asked.paragraph.statements[statement - 1];
  return at ? asked.paragraph.text.slice(at.start, at.end) : asked.paragraph.text;
}

function draw(error = null) {
  const now = wanted();
  render(html`${asked && now.of ? askedView(asked, now.statement, (statement) => urlOf({ ...now, statement })) : nothing}
    ${error ? failureView(error, show) : found ? similarView(found, SIZE, { effect: now.effect, save: () => saveHits(question(now), found.hits) })
      : now.of || now.text.trim() ? nothing : examplesView((text) => urlOf({ ...now, text }))}`, $('similar-results'));
}

/** A choice that is in the address is one also before the list of choices is there. */
function choose(select, value) {
  if (value && ![...select.options].some((option) => option.value === value)) select.append(new Option(value.split('/').join(' › '), value));
  select.value = value;
}

async function show() {
  const mine = ++turn;
  let now = wanted();
  box.value = now.text;
  thesaurus.checked = !now.words;
  effect.checked = now.effect;
  choose(region, now.region);
  choose(year, now.year);
  document.title = `相似问题 - ${SITE}`;
  [asked, found] = [null, null];
  if (!now.of && !now.text.trim()) {
    draw();
    return;
  }
  $('progress').hidden = false;
  try {
    const whole = now.of ? get(`paragraphs/${encodeURIComponent(now.of)}`, null) : null;
    if (whole && now.at !== null) {
      now = { ...now, statement: statementAt((await whole).paragraph, Number(now.at)) };
      if (mine !== turn) return;
      history.replaceState(history.state, '', urlOf(now));
    }
    const [answer, paragraph] = await Promise.all([similar(now), whole]);
    if (mine !== turn) return;
    [found, asked] = [answer, paragraph];
    draw();
  } catch (error) {
    if (mine === turn) draw(error);
  } finally {
    if (mine === turn) $('progress').hidden = true;
  }
}

function go(change) {
  const next = { ...wanted(), ...change };
  history.pushState({ text: next.text }, '', urlOf(next));
  show();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = box.value.trim();
  if (text) go({ of: '', statement: 0, text });
  else box.focus();
});
thesaurus.addEventListener('change', () => go({ words: !thesaurus.checked }));
effect.addEventListener('change', () => go({ effect: effect.checked }));
region.addEventListener('change', () => go({ region: region.value }));
year.addEventListener('change', () => go({ year: year.value }));
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
addEventListener('popstate', show);
bindKeys(stepThrough($('similar-results')), box);
show();
regionChoice(region).catch(() => {});
yearChoice(year).catch(() => {});
