import { byId, element } from './elements.js';
import { listboxFor } from './listbox.js';

/**
 * Where somebody writes: a message, or a command with what is set behind it.
 * @param page { labels, offered } and what can be done: { say, command, suggest }
 */
export function openComposer(page) {
  const { labels } = page;
  const place = byId('composer');
  let before;

  const line = element('input', {
    id: 'line',
    'aria-label': labels.compose,
    placeholder: labels.compose,
    maxlength: page.longest.message,
    'aria-describedby': 'answering',
  });
  const answering = element('p', { id: 'answering', class: 'answering', hidden: true });
  const commands = listboxFor(line, labels.commands, (command) => showCommand(command));
  const form = element('form', { class: 'line', submit: send }, answering, commands.list, line, element('button', {}, labels.send));
  line.addEventListener('input', typed);
  line.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && before) replyTo(undefined);
  });

  /** @returns the commands that can be typed */
  const slash = () => page.offered().filter(({ onMessage }) => !onMessage);

  function typed() {
    const text = line.value;
    const whole = slash().find(({ name }) => text.toLowerCase().startsWith(`/${name} `));
    if (whole) return showCommand(whole, text.slice(whole.name.length + 2));
    const [, begun] = /^\/([\w ]*)$/.exec(text) ?? [];
    const meant = begun === undefined ? [] : slash().filter(({ name }) => name.startsWith(begun.toLowerCase()));
    commands.offer(
      meant.map((command) => ({ text: `/${command.name}`, hint: command.description, value: command })),
      true,
    );
  }

  function send(event) {
    event.preventDefault();
    const text = line.value.trim();
    if (text === '') return;
    const command = slash().find(({ name }) => text.toLowerCase() === `/${name}`);
    if (command) return showCommand(command);
    line.value = '';
    typed();
    const to = before;
    replyTo(undefined);
    if (text.startsWith('/')) page.command(text.slice(1), {}, undefined, text);
    else page.say(text, to?.id);
  }

  function replyTo(message, name) {
    if (!form.isConnected) showLine();
    before = message;
    answering.hidden = message === undefined;
    answering.replaceChildren(
      `${labels.replyingTo} ${name} `,
      element('button', { type: 'button', 'aria-label': labels.stopReplying, click: () => replyTo(undefined) }, '×'),
    );
    line.focus();
  }

  /** Shows the line, empty. */
  function clear() {
    before = undefined;
    answering.hidden = true;
    place.replaceChildren(form);
    line.value = '';
    typed();
  }

  function showLine() {
    clear();
    line.focus();
  }

  /** A field for each thing that can be set; the first that takes text has what was typed already. */
  function showCommand(command, text = '') {
    const fields = command.options.map((option) => ({ option, field: fieldOf(option) }));
    const first = fields.find(({ option }) => option.required) ?? fields.find(({ option }) => ['text', 'number'].includes(option.kind));
    const [word = '', rest = ''] = text.split(/\s+(.*)/s);
    const choice = fields.find(({ option }) => option.choices?.includes(word.toLowerCase()));
    if (choice) choice.field.value = word.toLowerCase();
    if (first) first.field.value = choice ? rest : text;
    const set = (name) => fields.find(({ option }) => option.name === name)?.field.value ?? '';
    const lists = fields.flatMap(({ option, field }) => {
      if (!option.suggests) return [];
      const box = listboxFor(field, labels.suggestions, (value) => {
        field.value = value;
      });
      let asked = 0;
      const suggest = async () => {
        const mine = ++asked;
        const found = await page.suggest(command.name, { option: option.name, value: field.value, article: set('article') });
        if (mine === asked && document.activeElement === field) box.offer(found.map((value) => ({ text: value, value })));
      };
      field.addEventListener('input', suggest);
      field.addEventListener('focus', suggest);
      return [[field, box.list]];
    });
    const shown = element(
      'form',
      {
        class: 'command',
        'aria-label': `/${command.name}`,
        submit: async (event) => {
          event.preventDefault();
          const values = Object.fromEntries(
            fields.filter(({ option }) => option.kind !== 'file').map(({ option, field }) => [option.name, field.value]),
          );
          const file = fields.find(({ option }) => option.kind === 'file')?.field.files?.[0];
          showLine();
          await page.command(command.name, values, file, `/${command.name} ${first?.field.value ?? ''}`);
        },
        keydown: (event) => {
          if (event.key === 'Escape' || (event.key === 'Backspace' && event.target.value === '' && event.target === first?.field))
            showLine();
        },
      },
      element('strong', { class: 'name' }, `/${command.name}`),
      ...fields.map(({ option, field }) =>
        element(
          'div',
          { class: option.required || option === first?.option ? 'option first' : 'option' },
          element('label', { for: field.id, title: option.description }, option.name),
          field,
          ...lists.filter(([one]) => one === field).map(([, list]) => list),
        ),
      ),
      element('button', {}, labels.send),
      element('button', { type: 'button', class: 'cancel', 'aria-label': labels.cancel, click: showLine }, '×'),
    );
    place.replaceChildren(shown);
    (first?.field ?? shown.querySelector('button')).focus();
  }

  function fieldOf({ name, kind, required, description, choices = [], longest }) {
    const common = { id: `option-${name}`, 'aria-description': description, required };
    const selected = (values) => element('select', common, ...values.map(([value, text]) => element('option', { value }, text)));
    if (kind === 'switch')
      return selected([
        ['', labels.none],
        ['true', labels.yes],
        ['false', labels.no],
      ]);
    if (kind === 'choice') return selected([['', labels.none], ...choices.map((one) => [one, one])]);
    if (kind === 'file') return element('input', { ...common, type: 'file' });
    if (kind === 'number') return element('input', { ...common, type: 'number', min: '1' });
    return element('input', { ...common, type: 'text', maxlength: longest, placeholder: description });
  }

  showLine();
  return {
    replyTo,
    clear,
    focus: () => (form.isConnected ? line : place.querySelector('input, select, button')).focus(),
    /** Puts back what could not be sent, unless somebody has begun to type something else. */
    putBack: (text) => {
      if (form.isConnected && line.value === '') line.value = text;
    },
  };
}
