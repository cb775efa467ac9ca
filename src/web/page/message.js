import { element } from './elements.js';

/** A message of the channel as an element. */

const COLOURS = ['#5865f2', '#3a7d44', '#b5482a', '#7a5195', '#a0560a'];

/** An avatar for somebody without a picture: the first letter of the name. @param {string} name */
export function avatarOf(name) {
  const colour = COLOURS[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS.length];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${name[0]}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const dated = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** @param {number} at in seconds since 1970 */
function timeOf(at, style) {
  if (style !== 'R') return dated.format(at * 1000);
  const seconds = Math.round(at - Date.now() / 1000);
  const [unit, long] = Math.abs(seconds) < 60 ? ['second', 1] : Math.abs(seconds) < 3600 ? ['minute', 60] : ['hour', 3600];
  return relative.format(Math.round(seconds / long), unit);
}

/** A text exactly as it is, with its white space. @param {string} text */
function said(text) {
  return element('span', { class: 'said' }, text);
}

/** What a message says, piece by piece. What is in it is text and nothing else. */
function drawn(pieces) {
  return pieces.map((piece) => {
    switch (piece.kind) {
      case 'bold':
        return element('strong', {}, ...drawn(piece.pieces)); // Skyra's own has spaces around it, which a quote may not get
      case 'quote':
        return element('discord-quote', {}, ...drawn(piece.pieces));
      case 'small':
        return element('discord-subscript', {}, ...drawn(piece.pieces));
      case 'link':
        return /^https?:/.test(piece.to)
          ? element('a', { href: piece.to, target: '_blank', rel: 'noopener noreferrer' }, piece.text)
          : said(piece.text);
      case 'time':
        return element('discord-time', {}, timeOf(piece.at, piece.style));
      default:
        return said(piece.text);
    }
  });
}

/** What somebody wrote, with the bot's name as a mention. */
function withMentions(pieces, bot) {
  const name = new RegExp(`(@${bot}\\b)`, 'i');
  return pieces.flatMap((piece) =>
    piece.kind === 'text'
      ? piece.text.split(name).map((text) => (name.test(text) ? element('discord-mention', { type: 'user' }, bot) : said(text)))
      : drawn([piece]),
  );
}

/**
 * @param message as the server shows it
 * @param page { people, labels, bot, messages, offered } and what can be done: { take, reply, use, dismiss }
 */
export function messageElement(message, page) {
  const { people, labels, bot } = page;
  const nameOf = (id) => people.find((one) => one.id === id)?.name ?? bot;
  const author = message.by === undefined ? bot : nameOf(message.by);
  const at = clock.format(message.at);
  const made = element('discord-message', {
    role: 'article',
    'aria-label': [author, at, ...(message.private ? [labels.onlyYou] : []), ...(message.pinned ? [labels.pinnedMark] : [])].join(', '),
    'data-id': message.id,
    author,
    avatar: avatarOf(author),
    bot: message.by === undefined,
    edited: message.edited,
    class: `${message.private ? 'private ' : ''}${message.pinned ? 'pinned' : ''}`,
  });
  made.timestamp = at;
  made.append(...cameOf(message, page, nameOf));
  made.append(...(message.by === undefined ? drawn(message.pieces) : withMentions(message.pieces, bot)));
  made.append(...message.menus.map((menu) => menuElement(menu, message, page)));
  if (message.buttons.length > 0)
    made.append(
      element(
        'discord-action-row',
        { slot: 'components' },
        ...message.buttons.map(({ customId, label }) =>
          element('discord-button', { type: 'secondary', click: () => page.take(message, { customId, by: 'button' }) }, label),
        ),
      ),
    );
  if (message.pinned) made.append(element('p', { slot: 'components', class: 'only-you' }, labels.pinnedMark));
  if (message.private)
    made.append(
      element(
        'p',
        { slot: 'components', class: 'only-you' },
        `${labels.onlyYou} · `,
        element('button', { type: 'button', click: () => page.dismiss(message) }, labels.dismiss),
      ),
    );
  made.append(toolsOf(message, page));
  return made;
}

/** The command or the message that it replies to. */
function cameOf({ asked, replyTo, by }, { labels, bot, messages }, nameOf) {
  if (by === undefined && asked?.with) {
    const author = nameOf(asked.by);
    const isSlash = asked.with.startsWith('/');
    const command = isSlash ? asked.with.slice(1) : asked.with;
    return [element('discord-command', { slot: 'reply', author, avatar: avatarOf(author), command, type: 'slash_command' })];
  }
  if (replyTo === undefined) return [];
  const before = messages.get(replyTo);
  const author = before ? (before.by === undefined ? bot : nameOf(before.by)) : '';
  const said = before ? before.pieces.map(plain).join('').split('\n')[0] : labels.messageGone;
  return [
    element('discord-reply', { slot: 'reply', author, avatar: avatarOf(author || '?'), bot: before && before.by === undefined }, said),
  ];
}

function plain(piece) {
  return piece.text ?? piece.pieces?.map(plain).join('') ?? '';
}

/** A list to choose from: by a press if one is to be chosen, by ticks if several can be. */
function menuElement({ customId, label, choices, most }, message, { labels, take }) {
  const line = ({ label: name, hint }) => [element('span', {}, name), ...(hint ? [element('small', {}, hint)] : [])];
  const box = element('details', { slot: 'components', class: 'menu' }, element('summary', {}, label));
  if (most === 1)
    box.append(
      ...choices.map((choice) =>
        element(
          'button',
          { type: 'button', click: () => take(message, { customId, by: 'menu', values: [String(choice.value)] }) },
          ...line(choice),
        ),
      ),
    );
  else {
    const ticks = choices.map((choice) => ({ value: String(choice.value), box: element('input', { type: 'checkbox' }), choice }));
    box.addEventListener('change', () => {
      const isFull = chosen().length >= most;
      for (const { box: tick } of ticks) tick.disabled = isFull && !tick.checked;
    });
    const chosen = () => ticks.filter(({ box: tick }) => tick.checked).map(({ value }) => value);
    box.append(
      ...ticks.map(({ box: tick, choice }) => element('label', {}, tick, ...line(choice))),
      element(
        'button',
        {
          type: 'button',
          class: 'primary',
          click: () => chosen().length > 0 && take(message, { customId, by: 'menu', values: chosen() }),
        },
        labels.choose,
      ),
    );
  }
  return box;
}

/** What can be done with any message: a reply, and the commands for messages. */
function toolsOf(message, { labels, offered, reply, use }) {
  const id = `tools-${message.id}`;
  const list = element(
    'div',
    { id, popover: 'auto', class: 'tools-list' },
    ...(message.private || !reply ? [] : [item(labels.reply, () => reply(message))]),
    ...offered()
      .filter(({ onMessage }) => onMessage)
      .map(({ name }) => item(name, () => use(name, message))),
  );
  function item(name, work) {
    return element(
      'button',
      {
        type: 'button',
        click: () => {
          list.hidePopover();
          work();
        },
      },
      name,
    );
  }
  if (list.childElementCount === 0) return document.createTextNode('');
  const button = element('button', { type: 'button', class: 'tools', 'aria-label': labels.apps, popovertarget: id }, '⋯');
  list.addEventListener('toggle', () => {
    const { right, bottom } = button.getBoundingClientRect();
    list.style.inset = `${Math.min(bottom, innerHeight - list.offsetHeight - 8)}px ${Math.max(8, innerWidth - right)}px auto auto`;
  });
  return element('div', { slot: 'components', class: 'tools-place' }, button, list);
}
