import { ask, beginAgain } from './api.js';
import { openComposer } from './composer.js';
import { showForm, showPins } from './dialogs.js';
import { byId, element } from './elements.js';
import { messageElement } from './message.js';

/** What looks like Discord: somebody can write before it is there. */
const look = import('./discord.js');

const messages = new Map();
const list = byId('messages');
const chosen = /** @type {HTMLSelectElement} */ (byId('person'));
const remembered = (name, usual) => sessionStorage.getItem(name) ?? usual;
let person = remembered('person', '101');
let offered = [];

const { answer: start, news } = await ask('start', person);
const { people, labels } = start;
offered = start.offered;

/** What the parts of the page know, and can do. */
const page = {
  ...start,
  messages,
  offered: () => offered,
  say: (text, message) => act('say', { text, message }),
  command: async (name, set, file) => {
    const uploaded = file && (await ask('upload', person, file, `&name=${encodeURIComponent(file.name)}`)).answer;
    return act('command', { name, set: { ...set, ...(uploaded && { file: uploaded }) } });
  },
  use: (name, message) => act('command', { name, set: {}, message: message.id }),
  suggest: async (name, typed) => (await ask('suggest', person, { name, typed })).answer ?? [],
  take: async (message, taken) => {
    const form = await act('take', { message: message.id, ...taken });
    if (form) showForm(form, labels, (text) => act('take', { message: form.message, customId: form.customId, by: 'form', text }));
  },
  reply: (message) => composer.replyTo(message, message.by === undefined ? start.bot : people.find(({ id }) => id === message.by)?.name),
  dismiss: (message) => act('dismiss', { message: message.id }),
};

/** After so many milliseconds without an answer, it is said that the bot thinks. */
const PATIENCE = 300;

/** Does something, and shows what came of it. */
async function act(what, body) {
  const thinks = setTimeout(() => {
    byId('thinking').textContent = labels.thinking;
  }, PATIENCE);
  try {
    const given = await ask(what, person, body);
    byId('trouble').hidden = true;
    await show(given.news);
    return given.answer;
  } catch {
    byId('trouble').textContent = labels.gone;
    byId('trouble').hidden = false;
    return undefined;
  } finally {
    clearTimeout(thinks);
    byId('thinking').textContent = '';
  }
}

/** Shows what has changed. Whoever was reading the end goes on reading it; what had the focus has it still. */
async function show({ messages: changed, gone, examples }) {
  await look;
  const main = list.closest('main');
  const atEnd = main.scrollHeight - main.scrollTop - main.clientHeight < 100;
  for (const id of gone) {
    messages.delete(id);
    list.querySelector(`[data-id="${id}"]`)?.remove();
  }
  for (const message of changed) {
    messages.set(message.id, message);
    const made = messageElement(message, page);
    const before = list.querySelector(`[data-id="${message.id}"]`);
    if (!before) list.append(made);
    else {
      const focused = [...before.querySelectorAll('discord-button')].indexOf(document.activeElement);
      before.replaceWith(made);
      if (focused >= 0) focusButton(made, focused);
    }
  }
  byId('welcome').hidden = messages.size > 0;
  showExamples(examples);
  if (atEnd && changed.length > 0) setTimeout(() => main.scrollTo(0, main.scrollHeight));
}

async function focusButton(message, at) {
  const button = message.querySelectorAll('discord-button')[at];
  await button?.updateComplete;
  button?.shadowRoot?.querySelector('button')?.focus();
}

function showExamples(examples) {
  const place = byId('examples');
  place.hidden = examples.length === 0;
  place.replaceChildren(
    element('p', {}, labels.tryThese),
    ...examples.map((text) => element('button', { type: 'button', click: () => page.command('ask', { question: text }) }, text)),
  );
}

/** Somebody else is played: what they see is shown, and what they may do is offered. */
async function become(next) {
  document.body.ariaBusy = 'true';
  byId('composer').inert = true; // what is typed now would be neither's
  person = next;
  sessionStorage.setItem('person', person);
  beginAgain();
  messages.clear();
  list.replaceChildren();
  const given = await ask('start', person);
  offered = given.answer.offered;
  await show(given.news);
  byId('composer').inert = false;
  composer.showLine();
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
await show(news);

/** Until there are examples, it is looked for them, as long as nobody has begun. */
for (let tries = 0; tries < 60 && byId('examples').hidden && messages.size === 0; tries++) {
  await new Promise((later) => setTimeout(later, 1000));
  if (messages.size === 0) await show((await ask('news', person)).news);
}
