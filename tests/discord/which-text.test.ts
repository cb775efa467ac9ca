import { beforeEach, describe, expect, test } from 'vitest';
import { brought } from '../../src/library/bring.ts';
import { articleOf } from './bot.ts';
import { setLibraryScene } from './library-scene.ts';
import { buttonsOf } from './local/components.ts';
import { menusOf } from './local/menus.ts';
import { until } from './local/until.ts';
import { answered, answerTo, press } from './scene.ts';

const on = setLibraryScene();
const WHICH = 'Which text?';
/** What is said of somebody's choice to them alone. */
const toldTo = ({ original, followUps }: Awaited<ReturnType<typeof on.bob.presses>>) => (followUps[0] ?? original)?.content;

beforeEach(async () => {
  await on.add('/pool.txt');
  await on.add('/ferry.txt');
});

describe('where several texts may be meant', () => {
  test('the menu of their titles is for who asked alone, and the chosen one is summed up there and then', async () => {
    const asked = answerTo(await on.bob.asks(on.channel, 'summary', { length: 'short', about: 'tickets' }));
    expect(asked.onlyFor).toBe(on.bob.user);
    expect(menusOf(asked).map(({ placeholder, options }) => [placeholder, options?.map(({ label }) => label)])).toEqual([
      [WHICH, ['pool', 'ferry']],
    ]);
    const { followUps } = await on.bob.chooses(asked, WHICH, ['ferry']);
    await until('the summary is there', () => followUps.length > 0);
    expect(followUps[0]?.content).toContain('**ferry: tickets**');
    expect(followUps[0]?.onlyFor).toBeUndefined();
    await until('the menu is gone', () => asked.deleted);
  });

  test('what is for who asked alone takes the place of the menu', async () => {
    const asked = answerTo(await on.bob.asks(on.channel, 'article'));
    await on.bob.chooses(asked, WHICH, ['pool']);
    expect(asked.content).toContain('The lifeguard is Ms Okafor.');
    expect(menusOf(asked)).toEqual([]);
  });

  test('a W alone is answered, and the talk is about that text', async () => {
    const asked = answerTo(await on.bob.asks(on.channel, 'who'));
    const { followUps } = await on.bob.chooses(asked, WHICH, ['ferry']);
    await until('it is answered', () => followUps.length > 0);
    expect(followUps[0]?.content).toContain('**Who?**');
    expect(followUps[0]?.content).toContain('ferry · paragraph');
    expect(answerTo(await on.bob.asks(on.channel, 'summary')).content).toContain('**ferry**');
  });

  test('a question about the text itself is answered of the chosen one', async () => {
    const asked = await answered(on.bob.asks(on.channel, 'ask', { question: 'Where is this from?' }));
    expect(asked.onlyFor).toBe(on.bob.user);
    const { followUps } = await on.bob.chooses(asked, WHICH, ['pool']);
    await until('it is answered', () => followUps.length > 0);
    expect(followUps[0]?.content).toContain(`> <${on.at('/pool.txt')}>`);
  });

  test('a moderator chooses of which one a summary is to be pinned', async () => {
    const asked = await on.preview(on.mona);
    await on.mona.chooses(asked, WHICH, ['ferry']);
    await until('the card is shown', () => asked.content.includes('**ferry**'));
    await press(on.mona, asked, 'Pin it');
    const [card] = on.cards().slice(-1);
    expect(card?.content).toContain('**ferry**');
    await on.bob.presses(card as NonNullable<typeof card>, 'Show context');
    expect(card?.content).toContain('The captain is Mr Lund.');
  });

  test('which nobody may whom the command is not for', async () => {
    const asked = await on.preview(on.mona);
    const forged = await on.bob.forges(asked, menusOf(asked)[0]?.custom_id ?? '', [menusOf(asked)[0]?.options?.[0]?.value ?? '']);
    await until('they are told', () => toldTo(forged)?.includes('Pin Messages') === true);
  });

  test('where a message asks for one, everybody sees the menu, and who wrote it chooses', async () => {
    const menu = await on.replyTo(on.bob.says(on.channel, `${on.mention()} summary`));
    expect(menu.content).toContain('"pool" and "ferry"');
    expect(toldTo(await on.alice.chooses(menu, WHICH, ['ferry']))).toBe('Only the person who asked can choose here.');
    await on.bob.chooses(menu, WHICH, ['ferry']);
    await until('it is answered', () => menu.content.includes('**ferry**'));
    expect(buttonsOf(menu).map(({ label }) => label)).toContain('Delete');
  });

  test.each(['in the ferry, what is free?', 'According to ferry: what is free?', 'In "Ferry", what is free?'])(
    'none is asked for where the question names one: %s',
    async (question) => {
      await on.ask('Who is the lifeguard?', on.bob); // the talk is about another one
      const { content } = await on.replyTo(on.bob.says(on.channel, `${on.mention()} ${question}`));
      expect(content).toContain('**What is free?**');
      expect(content).toContain('> Bicycles travel for free.');
      expect(content).not.toContain('Children swim');
    },
  );

  test("a question that begins otherwise with a title's words, or with another place, is asked of all", async () => {
    for (const question of ['In the morning, what is free?', 'What is free in the ferry?'])
      expect((await on.ask(question, on.alice)).content).toContain(`**${question}**`);
  });

  test('after a restart it is said that the choice is over', async () => {
    const asked = answerTo(await on.bob.asks(on.channel, 'summary'));
    await on.restart(on.open());
    await on.bob.chooses(asked, WHICH, ['ferry']);
    expect(asked.content).toBe('It is too late to choose. Please ask again.');
    expect(menusOf(asked)).toEqual([]);
  });
});

test('some words of a title are enough for a question to name its text, if no other title has them all', async () => {
  await addText('The gate is locked at nine. Dogs stay outside.', 'Millbrook Allotments rules 2026 | Millbrook');
  await addText('Dogs stay outside the hall, too.', 'Millbrook Hall rules');
  const asked = async (question: string) => (await on.replyTo(on.bob.says(on.channel, `${on.mention()} ${question}`))).content;
  const named = await asked('In the allotment rules, when is the gate locked?');
  expect(named).toContain('**When is the gate locked?**');
  expect(named).toContain('> The gate is locked at nine.');
  expect(await asked('In the Millbrook rules, when is the gate locked?')).toContain('**In the Millbrook rules, when is the gate locked?**');
});

async function addText(text: string, title: string) {
  const by = { id: on.mona.user.id, name: 'Mona' };
  const { shelves } = on.open();
  await shelves.add(on.guild.id, { ...brought({ kind: 'found', article: articleOf(text, { title }) }), by, at: 0, channel: on.channel.id });
}

test('many texts are on several pages of the menu', async () => {
  for (let i = 3; i <= 30; i++) await addText(`The house number ${i} is red.`, `Text ${i}`);
  const asked = answerTo(await on.bob.asks(on.channel, 'article'));
  expect(menusOf(asked)[0]?.options).toHaveLength(25);
  await on.bob.chooses(asked, 'Which text? (page 1 of 2)', ['Next page']);
  await on.bob.chooses(asked, 'Which text? (page 2 of 2)', ['Text 30']);
  expect(asked.content).toContain('The house number 30 is red.');
});
