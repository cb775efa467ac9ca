import { Away, ask, Refused } from './api.js';
import { openComposer } from './composer.js';
import { showForm, showPins } from './dialogs.js';
import { byId, element } from './elements.js';
import { messageElement } from './message.js';

/** The messages that are shown, by their ids, and those that are gone: an answer that comes late brings none of them back. */
const messages = new Map();
const gone = new Set();
let version = 0;

const list = byId('messages');
const chosen = /** @type {HTMLSelectElement} */ (byId('person'));
const remembered = (name, usual) => sessionStorage.getItem(name) ?? usual;
const given = JSON.parse(byId('start').textContent);
let person = remembered('person', given.person);
let offered = [];

const { answer: start, news } = person === given.person ? given : await ask('start', person);
const { people, labels } = start;
offered = start.offered;

/** What the parts of the page know, and can do. */
const page = {
  ...start,
  messages,
  offered: () => offered,
  say: async (text, message) => {
    const who = person;
    const id = await act('say', { text, message });
    const heard = id && (await act('answer', { message: id }, {}, who));
    if (who !== person) return;
    if (id === undefined) composer.putBack(text);
    if (heard === 'not mentioned') composer.putBack(`@${start.bot} ${text}`);
  },
  command: async (name, set, file, typed) => {
    const who = person;
    const uploaded = file && (await act('upload', file, { name: file.name }));
    if (file && !uploaded) return;
    const done = await act('command', { name, set: { ...set, ...(uploaded && { file: uploaded }) } }, {}, who);
    if (done === undefined && who === person) composer.putBack(typed);
  },
  use: (name, message) => act('command', { name, set: {}, message: message.id }),
  suggest: (name, typed) =>
    ask('suggest', person, { name, typed }).then(
      ({ answer }) => answer,
      () => [], // what is wrong shows when it is sent
    ),
  take: async (message, taken) => {
    const who = person;
    const form = await act('take', { message: message.id, ...taken });
    if (form && who === person)
      showForm(form, page, (text) => act('take', { message: form.message, customId: form.customId, by: 'form', text }));
  },
  reply: (message) => composer.replyTo(message, message.by === undefined ? start.bot : people.find(({ id }) => id === message.by)?.name),
  dismiss: (message) => act('dismiss', { message: message.id }),
};

/** After so many milliseconds without an answer, the page says that the bot is thinking. */
const PATIENCE = 300;
let thinking = 0;

/** Does something as somebody, and shows what came of it. @returns the answer, null where there is none, undefined where it failed */
async function act(what, body, query = {}, who = person) {
  const thinks = setTimeout(() => {
    byId('thinking').textContent = labels.thinking;
  }, PATIENCE);
  thinking++;
  try {
    const given = await ask(what, who, body, { since: version, ...query });
    byId('trouble').hidden = true;
    if (who === person && given.answer?.offered) offered = given.answer.offered; // before messages are drawn, which offer some of it
    if (who !== person && document.body.ariaBusy !== 'true')
      await look(); // somebody else is played by now, who sees what all see
    else if (who === person && given.news) await show(given.news, true);
    return given.answer ?? null;
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Away)) throw error;
    byId('trouble').textContent = error instanceof Refused ? error.message : labels.gone;
    byId('trouble').hidden = false;
    return undefined;
  } finally {
    clearTimeout(thinks);
    if (--thinking === 0) byId('thinking').textContent = '';
  }
}

/** Sees what has changed. */
async function look() {
  const who = person;
  const given = await ask('news', who, {}, { since: version });
  if (who === person) await show(given.news, false);
}

/**
 * Shows what has changed. Whoever was reading the end goes on reading it, and what somebody has asked for comes into view; what had the focus has it
 * still, or else what is nearest to it.
 */
async function show(told, isAskedFor) {
  await looks;
  const main = list.closest('main');
  const atEnd = main.scrollHeight - main.scrollTop - main.clientHeight < 100;
  let lost = false;
  for (const id of told.gone) {
    const before = elementOf(id);
    lost ||= before?.contains(document.activeElement) ?? false;
    gone.add(id);
    messages.delete(id);
    before?.remove();
  }
  const fresh = told.messages.filter(({ id, version: its }) => !gone.has(id) && its > (messages.get(id)?.version ?? 0));
  for (const message of fresh) {
    const before = elementOf(message.id);
    const focused = before?.contains(document.activeElement) ? document.activeElement : undefined;
    const at = focused && [...before.querySelectorAll('discord-button')].indexOf(focused);
    messages.set(message.id, message);
    const made = messageElement(message, page);
    if (before) before.replaceWith(made);
    else list.append(made);
    if (focused) await focusIn(made, focused.textContent, at);
  }
  version = Math.max(version, told.version);
  byId('welcome').hidden = messages.size > 0;
  showExamples(told.examples);
  if (lost) composer.focus();
  const last = fresh.at(-1);
  if (last && (atEnd || isAskedFor)) setTimeout(() => elementOf(last.id)?.scrollIntoView({ block: 'nearest' }));
}

function elementOf(id) {
  return list.querySelector(`:scope > [data-id="${id}"]`);
}

/** Puts the focus on the button that has this label, or is in its place, or else on what can be done with the message. */
async function focusIn(message, label, at) {
  const buttons = [...message.querySelectorAll('discord-button')];
  const button = buttons.find(({ textContent }) => textContent === label) ?? buttons[at];
  await button?.updateComplete;
  const target = button?.shadowRoot?.querySelector('button') ?? message.querySelector('.tools');
  if (target) target.focus();
  else composer.focus();
}

function showExamples(examples) {
  const place = byId('examples');
  place.hidden = examples.length === 0;
  if (place.childElementCount === examples.length + 1) return;
  place.replaceChildren(
    element('p', {}, labels.tryThese),
    ...examples.map((text) =>
      element(
        'button',
        {
          type: 'button',
          click: () => {
            byId('welcome').hidden = true;
            composer.focus();
            page.command('ask', { question: text }, undefined, `/ask ${text}`);
          },
        },
        text,
      ),
    ),
  );
}

/** Somebody else is played: what they see is shown, and what they may do is offered. */
async function become(next) {
  document.body.ariaBusy = 'true';
  byId('composer').inert = true; // what is typed now would belong to neither person
  person = next;
  sessionStorage.setItem('person', person);
  version = 0;
  messages.clear();
  list.replaceChildren();
  await act('start', {});
  if (person !== next) return;
  await look().catch(() => undefined); // what has come meanwhile; an error was shown already
  byId('composer').inert = false;
  composer.clear();
  document.body.ariaBusy = 'false';
}

function setTheme(isLight) {
  document.documentElement.classList.toggle('light', isLight);
  list.lightTheme = isLight;
  byId('theme').textContent = isLight ? labels.dark : labels.light;
  sessionStorage.setItem('light', String(isLight));
}

byId('open-pins').addEventListener('click', () => {
  const pinned = [...messages.values()].filter((message) => message.pinned);
  showPins(
    pinned.map((message) =>
      messageElement({ ...message, buttons: [], menus: [], id: `pinned-${message.id}` }, { ...page, offered: () => [], reply: undefined }),
    ),
    labels,
  );
});
chosen.append(
  ...people.map(({ id, name, moderates }) =>
    element('option', { value: id, selected: id === person }, moderates ? `${name} (${labels.moderator})` : name),
  ),
);
chosen.addEventListener('change', () => become(chosen.value));
byId('theme').addEventListener('click', () => setTheme(!document.documentElement.classList.contains('light')));
byId('about').textContent = start.about;
setTheme(remembered('light', String(matchMedia('(prefers-color-scheme: light)').matches)) === 'true');
const composer = openComposer(page);
performance.mark('usable');
/** What looks like Discord, and takes longer to load than the rest: somebody can write before it is there. */
const looks = import('./discord.js');
await show(news, false);

/** Looks for examples until there are some, as long as nobody has asked anything. */
for (let tries = 0; tries < 60 && byId('examples').hidden && messages.size === 0; tries++) {
  await new Promise((later) => setTimeout(later, 1000));
  if (messages.size === 0) await look().catch(() => undefined); // an error shows when somebody asks
}
