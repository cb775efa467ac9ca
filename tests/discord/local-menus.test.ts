import { Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Message } from './local/world.ts';
import { setLocalScene } from './local-scene.ts';

// What is below a message in the local Discord: buttons and menus.
const on = setLocalScene();

const row = (...components: object[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 2, custom_id: 'more', label: 'More', ...more });
const option = (label: string, more: object = {}) => ({ label, value: label.toLowerCase(), ...more });
const DAYS = [option('On Friday'), option('On Saturday'), option('On Sunday')];
const menu = (more: object = {}) => ({ type: 3, custom_id: 'day', placeholder: 'Which day?', options: DAYS, ...more });

/** The bot sends a message with this below it. */
async function sent(...components: object[]): Promise<Message> {
  const body = { content: 'when?', components, allowed_mentions: { parse: [] } };
  await on.client.rest.post(`/channels/${on.channel.id}/messages`, { body });
  return on.discord.seen(on.channel).at(-1) as Message;
}

describe('below a message', () => {
  test.each([
    ['a menu', [row(menu())]],
    [
      'a menu with all that it may have',
      [
        row(
          menu({
            disabled: true,
            min_values: 0,
            max_values: 3,
            options: DAYS.map((one) => ({ ...one, description: 'a day', default: true })),
          }),
        ),
      ],
    ],
    ['a full menu', [row(menu({ options: Array.from({ length: 25 }, (_, i) => option(`${i}`)) }))]],
    ['five buttons', [row(...[1, 2, 3, 4, 5].map((i) => button({ custom_id: `${i}` })))]],
    ['a link', [row(button({ style: 5, custom_id: undefined, url: 'https://example.com/' }))]],
    ['menus and buttons in rows of their own', [row(menu()), row(menu({ custom_id: 'other' })), row(button())]],
  ])('may be %s', async (_what, components) => {
    await sent(...components);
    expect(on.discord.broken).toEqual([]);
  });

  test.each([
    ['a menu that shares its row', [row(menu(), button())]],
    ['a menu without a row', [menu()]],
    ['a text outside of the content', [{ type: 10, content: 'on Friday' }]],
    ['a menu without options', [row(menu({ options: [] }))]],
    ['too many options', [row(menu({ options: Array.from({ length: 26 }, (_, i) => option(`${i}`)) }))]],
    ['an option without a label', [row(menu({ options: [option('')] }))]],
    ['a long label', [row(menu({ options: [{ label: 'x'.repeat(101), value: 'x' }] }))]],
    ['a long value', [row(menu({ options: [option('x', { value: 'x'.repeat(101) })] }))]],
    ['a value twice', [row(menu({ options: [option('Friday'), option('friday')] }))]],
    ['a long description', [row(menu({ options: [option('x', { description: 'x'.repeat(101) })] }))]],
    ['a long placeholder', [row(menu({ placeholder: 'x'.repeat(151) }))]],
    ['a long custom_id', [row(menu({ custom_id: 'x'.repeat(101) }))]],
    ['more to choose than there is', [row(menu({ max_values: 4 }))]],
    ['more at least than at most', [row(menu({ min_values: 2 }))]],
    ['nothing to choose', [row(menu({ min_values: 0, max_values: 0 }))]],
    ['more chosen already than may be', [row(menu({ options: DAYS.map((one) => ({ ...one, default: true })) }))]],
    ['a key that no option has', [row(menu({ options: [option('x', { disabled: true })] }))]],
    ['a menu of people', [row({ type: 5, custom_id: 'who' })]],
    ['a custom_id twice', [row(menu()), row(button({ custom_id: 'day' }))]],
    ['six buttons', [row(...[1, 2, 3, 4, 5, 6].map((i) => button({ custom_id: `${i}` })))]],
    ['an empty row', [row()]],
    ['six rows', [1, 2, 3, 4, 5, 6].map((i) => row(button({ custom_id: `${i}` })))],
    ['a button without a label', [row(button({ label: undefined }))]],
    ['a button without a style', [row(button({ style: undefined }))]],
    ['a button that does nothing', [row(button({ custom_id: undefined }))]],
    ['a link that does something else', [row(button({ style: 5, url: 'https://example.com/' }))]],
  ])('must not be %s', async (_what, components) => {
    await expect(sent(...components)).rejects.toMatchObject({ code: 50035 });
    expect(on.discord.broken).not.toEqual([]);
  });

  test('in what answers a command, the same rules hold', async () => {
    on.client.once(Events.InteractionCreate, (interaction) => {
      const data = { content: 'when?', allowed_mentions: { parse: [] }, components: [row(menu(), button())] };
      const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
      on.client.rest.post(route, { body: { type: 4, data }, auth: false }).catch(() => {});
    });
    const { refused } = await on.alice.asks(on.channel, 'ask');
    expect([refused, on.discord.broken]).toEqual([true, ['a menu that shares its row']]);
  });
});

describe('somebody', () => {
  test('chooses by labels or how these begin, and the bot gets the values', async () => {
    const message = await sent(row(menu({ max_values: 2 })));
    on.client.once(Events.InteractionCreate, (interaction) => {
      if (!interaction.isStringSelectMenu()) return;
      interaction.update({ content: `${interaction.customId}: ${interaction.values} of ${interaction.component.options.length}` });
    });
    await on.alice.chooses(message, 'Which day?', ['On Sunday', 'On F']);
    expect([message.content, on.discord.broken]).toEqual(['day: on sunday,on friday of 3', []]);
  });

  test.each([
    ['another menu', menu(), 'Who?', ['On Friday'], 'no menu Who?, only Which day?'],
    ['in a menu that is disabled', menu({ disabled: true }), 'Which day?', ['On Friday'], 'disabled'],
    ['what is not there', menu(), 'Which day?', ['On Monday'], '0 options are called On Monday'],
    ['what could be several', menu(), 'Which day?', ['On'], '3 options are called On'],
    ['too many', menu(), 'Which day?', ['On F', 'On Sunday'], 'at most 1'],
    ['too few', menu({ min_values: 2, max_values: 2 }), 'Which day?', ['On Friday', 'On F'], 'at least 2'],
  ])("can't choose %s", async (_what, one, placeholder, labels, why) => {
    const message = await sent(row(one));
    await expect(on.alice.chooses(message, placeholder, labels)).rejects.toThrow(why);
  });

  test("can't press what is disabled or a menu, nor use what others see", async () => {
    const message = await sent(row(button({ disabled: true })), row(menu()));
    await expect(on.alice.presses(message, 'More')).rejects.toThrow('disabled');
    await expect(on.alice.presses(message, 'Which day?')).rejects.toThrow(/no button Which day\?, only More$/);
    const hidden = { ...message, onlyFor: on.discord.person('Bob').user };
    await expect(on.alice.chooses(hidden, 'Which day?', ['On Friday'])).rejects.toThrow("doesn't see");
  });

  test('can send what no menu would', async () => {
    const message = await sent(row(button()));
    on.client.once(
      Events.InteractionCreate,
      (interaction) => interaction.isStringSelectMenu() && interaction.update(`${interaction.values}`),
    );
    await on.alice.forges(message, 'day', ['never']);
    expect(message.content).toBe('never');
  });
});
