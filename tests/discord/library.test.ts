import { beforeEach, describe, expect, test } from 'vitest';
import type { Sources } from '../../src/library/bring.ts';
import { lookAt } from '../../src/library/watch.ts';
import { aleppo, libraryOn } from './bot.ts';
import { NEWER, setLibraryScene } from './library-scene.ts';
import { buttonsOf } from './local/components.ts';
import { menusOf } from './local/menus.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { choose, correct, MENU, NOT_SAID, press } from './scene.ts';

const on = setLibraryScene();

describe('a manager brings a text in', () => {
  test('from a link: sees what was understood, adds it, and readers ask it', async () => {
    const shown = await on.used(on.mona, 'library add', { link: on.at('/pool.txt') });
    expect(shown.onlyFor).toBe(on.mona.user);
    expect(shown.content).toContain('**pool**');
    expect(shown.content).toContain('2 paragraphs, 4 sentences.');
    expect(shown.content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(shown.content).toContain('> She has worked there since 2011.');
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Add it', 'Change the title', 'Cancel']);
    expect(await on.kept('record/shelf')).toEqual([]); // nothing is kept before
    await press(on.mona, shown, 'Add it');
    expect(shown.content).toContain('Added: "pool".');
    expect(shown.content).toContain('no longer about "Fighting in Aleppo"');
    const answer = await on.ask('When does the pool open?');
    expect(answer.content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(answer.content).toContain('pool · paragraph 1, sentence 1');
  });

  test('from a page: sees what was left out of it, and a quote opens the page at the sentence', async () => {
    const shown = await on.used(on.mona, 'library add', { link: on.at('/news') });
    expect(shown.content).toContain('**The gate**');
    expect(shown.content).toContain('Left out: ');
    expect(shown.content).not.toContain('High time');
    await press(on.mona, shown, 'Add it');
    expect((await on.ask('When was the gate built?')).content).toContain(`<${on.at('/news')}#:~:text=`);
  });

  test('from a file, with another title', async () => {
    const shown = await on.used(on.mona, 'library add', { file: { name: 'pool.txt', url: on.at('/files/pool.txt') } });
    const form = await on.mona.presses(shown, 'Change the title');
    await on.mona.submits(form, { text: 'Rules of the pool' });
    await until('it has its title', () => shown.content.includes('**Rules of the pool**'));
    await press(on.mona, shown, 'Add it');
    expect((await on.used(on.mona, 'library list')).content).toContain('"Rules of the pool" · added by Mona');
  });

  test('from a message: its file, or what they wrote themselves', async () => {
    const withFile = on.bob.says(on.channel, 'Here.', { files: [{ name: 'pool.txt', url: on.at('/files/pool.txt') }] });
    const shown = (await on.mona.uses(withFile, 'Add to the library')).original;
    await until('it is shown', () => (shown?.content ?? '').includes('The pool opens on 3 May'));
    const own = (await on.mona.uses(on.mona.says(on.channel, 'The gate is shut at night. The key is with Ana.'), 'Add to the library'))
      .original;
    await until('it is shown', () => (own?.content ?? '').includes('> The gate is shut at night.'));
  });

  test('and is told in words what can not be brought in', async () => {
    expect((await on.used(on.mona, 'library add', { link: 'http://10.0.0.1/' })).content).toContain('private network');
    expect((await on.used(on.mona, 'library add', { link: on.at('/nothing') })).content).toContain('404');
    expect((await on.used(on.mona, 'library add', { link: on.at('/picture.png') })).content).toMatch(/image/);
    expect((await on.used(on.mona, 'library add', { file: { name: 'a.png', url: on.at('/picture.png') } })).content).toMatch(
      /picture|image/i,
    );
    expect((await on.used(on.mona, 'library add')).content).toBe('Attach a file, or give a link to a page.');
  });

  test('once: the same text is there already', async () => {
    await on.add('/pool.txt');
    expect((await on.used(on.mona, 'library add', { link: on.at('/pool.txt') })).content).toBe('That text is here already: "pool".');
    expect((await on.used(on.mona, 'library list')).content.match(/"pool"/g)).toHaveLength(1);
  });

  test('which nobody else may', async () => {
    const shown = await on.used(on.mona, 'library add', { link: on.at('/pool.txt') });
    const [button] = buttonsOf(shown);
    const forged = await on.bob.forges(shown, button?.custom_id ?? '');
    expect(forged.original?.content ?? forged.followUps[0]?.content).toContain('Manage Server');
    expect(on.bob.commands(on.channel)).not.toContain('library');
    expect(await on.kept('record/shelf')).toEqual([]);
  });
});

describe('readers ask', () => {
  beforeEach(async () => {
    await on.add('/pool.txt');
    await on.add('/ferry.txt');
  });

  test('without naming a text: the one that answers does', async () => {
    expect((await on.ask('Who is the captain of the ferry?')).content).toContain('ferry · paragraph');
    expect((await on.ask('Who is the lifeguard?', on.bob)).content).toContain('pool · paragraph');
  });

  test('what two texts answer in other words, and see both', async () => {
    await on.add('/school.txt');
    const { content } = await on.ask('When does the pool open?');
    expect(content).toContain('Two texts say different things:');
    expect(content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(content).toContain('> The pool opens on 1 June, and is for pupils alone.');
  });

  test('a text by its title, as they type it', async () => {
    expect(await on.alice.types(on.channel, 'who', 'article', 'fery')).toEqual(['ferry']);
    const answer = await on.alice.asks(on.channel, 'who', { question: 'is the captain', article: 'Fery' });
    expect(answer.original?.content).toContain('> The captain is Mr Lund.');
  });

  test('and go on: the talk stays with its text', async () => {
    await on.ask('Who is the captain of the ferry?');
    const next = await on.alice.asks(on.channel, 'summary');
    expect(next.original?.content).toContain('**ferry**');
  });

  test('what needs one text, and are told that there are several', async () => {
    expect((await on.bob.asks(on.channel, 'summary')).original?.content).toContain('"pool" and "ferry"');
    expect((await on.bob.asks(on.channel, 'who')).original?.content).toContain('"pool" and "ferry"');
    expect((await on.bob.asks(on.channel, 'summary', { article: 'pool' })).original?.content).toContain('**pool**');
  });

  test('what one text answers after another could not: the talk goes on from the one that did', async () => {
    await on.ask('Who is the captain of the ferry?', on.bob);
    expect((await on.ask('Who is the lifeguard?', on.bob)).content).toContain('pool · paragraph');
    expect((await on.ask('Since when has she worked there?', on.bob)).content).toContain('> She has worked there since 2011.');
  });

  test('what none of them says: the talk stays with its text, and without one none begins', async () => {
    expect((await on.ask('Who is the mayor of Berlin?', on.bob)).content).toContain(NOT_SAID);
    expect((await on.bob.asks(on.channel, 'summary')).original?.content).toContain('"pool" and "ferry"');
    for (const [question, title] of [
      ['Who is the lifeguard?', 'pool'],
      ['Who is the captain of the ferry?', 'ferry'],
    ] as const) {
      await on.ask(question, on.bob);
      expect((await on.ask('Who is the mayor of Berlin?', on.bob)).content).toContain(NOT_SAID);
      expect((await on.bob.asks(on.channel, 'summary')).original?.content).toContain(`**${title}**`);
    }
  });

  test('all of them, side by side', async () => {
    const { original } = await on.bob.asks(on.channel, 'compare', { question: 'What is free?' });
    expect(original?.content).toContain('pool');
    expect(original?.content).toContain('ferry');
  });

  test('in a channel that talks about one of them', async () => {
    const menu = (await on.mona.asks(on.channel, 'library channel')).original as Message;
    await on.mona.chooses(menu, 'Talk only about these', ['ferry']);
    expect(menu.content).toContain('talks about "ferry"');
    const { original } = await on.bob.asks(on.channel, 'summary');
    expect(original?.content).toContain('**ferry**');
    await on.mona.presses(menu, 'Talk about all texts');
    expect(menu.content).toContain('all texts of this server');
  });

  test('after a restart, and the buttons of before work', async () => {
    const answer = await on.ask('Who is the lifeguard?', on.bob);
    await on.restart(on.open());
    await on.bob.presses(answer, 'Show context');
    expect(answer.content).toContain('She has worked there since 2011.');
    expect((await on.ask('Who is the captain of the ferry?')).content).toContain('ferry · paragraph');
  });
});

describe('moderators', () => {
  test('correct an answer of one text, and see it in their list whichever text is talked about', async () => {
    await on.add('/pool.txt');
    await on.add('/ferry.txt');
    await correct(on.mona, await on.ask('Who is the captain of the ferry?'), 'paragraph 1, sentence 1');
    await on.mona.asks(on.channel, 'summary', { article: 'pool' });
    const list = (await on.mona.asks(on.channel, 'corrections')).original;
    expect(list?.content).toContain('The ferry to Odda leaves');
    expect((await on.ask('Who is the captain of the ferry?', on.bob)).content).toContain('chosen by a moderator');
  });
});

describe('what was asked in vain', () => {
  test('is shown with the title of its text, and gets a sentence of that', async () => {
    await on.add('/pool.txt');
    await on.add('/ferry.txt');
    for (const article of ['pool', 'ferry']) await on.bob.asks(on.channel, 'who', { question: 'is the mayor of Berlin', article });
    const list = await on.gaps(on.mona);
    const lines = list.content.split('\n').filter((line) => line.startsWith('-# '));
    expect(lines.toSorted()).toEqual(['-# "ferry" · asked once · last today', '-# "pool" · asked once · last today']);
    const [menu] = menusOf(list);
    const ferry = menu?.options?.find(({ description }) => description === 'ferry')?.value ?? '';
    await on.bob.asks(on.channel, 'summary', { article: 'pool' });
    const offered = (await on.mona.forges(list, menu?.custom_id ?? '', [ferry])).original as Message;
    await choose(on.mona, offered, MENU, 'paragraph 1, sentence 2: The captain is Mr Lund.');
    const { original } = await on.bob.asks(on.channel, 'who', { question: 'is the mayor of Berlin', article: 'ferry' });
    expect(original?.content).toContain('> The captain is Mr Lund.');
    expect((await on.gaps(on.mona)).content).toContain('"pool" · asked once');
  });
});

describe('a text gets a new version', () => {
  test('what changed is shown, and what still stands goes on', async () => {
    await on.add('/pool.txt');
    const lifeguard = await on.ask('Who is the lifeguard?', on.bob);
    const opening = await on.ask('When does the pool open?');
    on.pool = NEWER;
    const shown = await on.used(on.mona, 'library replace', { article: 'pool', link: on.at('/pool.txt') });
    expect(shown.content).toContain('1 place changed:');
    expect(shown.content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(shown.content).toContain('> The pool opens on 10 May at ten in the morning.');
    await press(on.mona, shown, 'Use the new version');
    expect((await on.ask('When does the pool open?', on.bob)).content).toContain('> The pool opens on 10 May at ten in the morning.');
    await on.bob.presses(lifeguard, 'Show context');
    expect(lifeguard.content).not.toContain('has changed since');
    await on.alice.presses(opening, 'Show context');
    expect(opening.content).toContain('The text has changed since this was quoted.');
  });
});

describe('the page of a text changes', () => {
  /** Brings the pool in, and lets a day go by, in which its page changes. */
  async function aDayLater(): Promise<Message> {
    await on.add('/pool.txt');
    const { shelves } = on.open();
    const [text] = (await shelves.of(on.guild.id)).texts;
    await shelves.looked(on.guild.id, text?.id ?? 0, 0);
    on.pool = NEWER;
    await on.restart(on.open(), { watch: 20 });
    const told = () => on.discord.seen(on.channel).find(({ content }) => content.includes('has changed'));
    await until('the channel is told', () => told() !== undefined);
    return told() as Message;
  }

  test('its channel is told once, with what changed, and a manager takes the new version', async () => {
    const told = await aDayLater();
    expect(told.content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(told.content).toContain('> The pool opens on 10 May at ten in the morning.');
    expect((await on.ask('When does the pool open?')).content).toContain('on 3 May'); // until somebody decides
    const refused = await on.bob.presses(told, 'Use the new version');
    expect(refused.original?.content ?? refused.followUps[0]?.content).toContain('Manage Server');
    await press(on.mona, told, 'Use the new version');
    expect(told.content).toContain('Mona replaced "pool" with the new version');
    expect(buttonsOf(told)).toEqual([]);
    expect((await on.ask('When does the pool open?', on.bob)).content).toContain('on 10 May');
    expect(on.discord.seen(on.channel).filter(({ content }) => content.includes('has changed'))).toHaveLength(1);
  });

  test('its channel is told though the bot ended before it could', async () => {
    await on.add('/pool.txt');
    const library = on.open();
    const [text] = (await library.shelves.of(on.guild.id)).texts;
    await library.shelves.looked(on.guild.id, text?.id ?? 0, 0);
    on.pool = NEWER;
    const guilds = async function* () {
      yield on.guild.id;
    };
    for await (const _changed of lookAt(guilds(), library, library.sources as Sources, Date.now(), (error) =>
      expect.unreachable(String(error)),
    ))
      break; // it ends here
    await on.restart(on.open(), { watch: 20 });
    const told = () => on.cards().filter(({ content }) => content.includes('has changed'));
    await until('the channel is told', () => told().length > 0);
    await until('that is kept', async () => (await library.shelves.of(on.guild.id)).texts[0]?.told !== undefined);
    await on.restart(on.open(), { watch: 20 });
    expect(told()).toHaveLength(1);
  });

  test('or keeps the old one', async () => {
    const told = await aDayLater();
    await on.mona.presses(told, 'Keep the old one');
    expect(told.content).toContain('Mona kept the old version');
    expect((await on.ask('When does the pool open?')).content).toContain('on 3 May');
    const { shelves } = on.open(); // and is not asked again the day after
    const looked = async () => (await shelves.of(on.guild.id)).texts[0]?.looked ?? 0;
    await shelves.looked(on.guild.id, (await shelves.of(on.guild.id)).texts[0]?.id ?? 0, 0);
    await until('it is looked at again', async () => (await looked()) > 0);
    await on.restart(on.open());
    expect(on.discord.seen(on.channel).filter(({ content }) => content.includes('has changed'))).toHaveLength(1);
  });

  test('but not where nobody is to look', async () => {
    const said = (await on.mona.asks(on.channel, 'library watch', { watch: 'off' })).original;
    expect(said?.content).toContain('are not checked');
  });
});

describe('a text that was there before another one changed', () => {
  test('keeps its own sentences, though the other one had them once', async () => {
    await on.add('/pool.txt');
    on.pool = NEWER;
    await press(on.mona, await on.used(on.mona, 'library replace', { article: 'pool', link: on.at('/pool.txt') }), 'Use the new version');
    await press(
      on.mona,
      await on.used(on.mona, 'library add', { file: { name: 'old pool.txt', url: on.at('/files/pool.txt') } }),
      'Add it',
    );
    const { original } = await on.bob.asks(on.channel, 'when', { question: 'does the pool open', article: 'old pool' });
    await on.bob.presses(original as Message, 'Show context');
    expect(original?.content).toContain('**The pool opens on 3 May at nine in the morning.**');
    expect(original?.content).not.toContain('has changed');
  });

  test('and a menu of one that has gone opens no page of another', async () => {
    await on.add('/pool.txt');
    const found = (await on.bob.asks(on.channel, 'article', { find: 'opens', article: 'pool' })).original as Message;
    await press(on.mona, (await on.mona.asks(on.channel, 'library remove', { article: 'pool' })).original as Message, 'Remove it');
    const { original } = await on.bob.chooses(found, 'Show the page of a sentence', ['paragraph 1, sentence 1']);
    expect(original?.content).toContain('no longer works');
  });
});

describe('a host lets nobody bring texts in', () => {
  test.each([
    ['library add', {}],
    ['library list', {}],
    ['library channel', {}],
    ['library remove', { article: 'pool' }],
    ['library replace', { article: 'pool' }],
    ['library watch', {}],
  ])('and /%s says so', async (command, options) => {
    await on.restart(libraryOn(aleppo(), { store: on.store }));
    const { content } = await on.used(on.mona, command, options);
    expect(content).toContain('LIBRARY=off');
    expect(content).not.toContain('/library add');
  });

  test('or no page be looked at again, which /library watch says', async () => {
    await on.restart(on.open({ watch: false }), { watch: 20 });
    const said = (await on.mona.asks(on.channel, 'library watch', { watch: 'on' })).original;
    expect(said?.content).toContain('WATCH=off');
  });
});

describe('a host allows so many texts', () => {
  test('and no more are added', async () => {
    const limits = { texts: 1, bytes: 1000, allBytes: 1000 };
    await on.restart(on.open({ limits }));
    await on.add('/pool.txt');
    const second = await on.used(on.mona, 'library add', { link: on.at('/ferry.txt') });
    expect(second.content).toContain('1 text, which is the most that the host allows');
  });
});

describe('a text is taken away', () => {
  test('asked once, and what is made of it is named', async () => {
    await on.add('/pool.txt');
    await on.pin(on.mona, { article: 'pool' });
    const [card] = on.cards().slice(-1);
    const shown = (await on.mona.asks(on.channel, 'library remove', { article: 'pool' })).original as Message;
    expect(shown.content).toContain('Remove "pool"?');
    expect(shown.content).toContain('1 pinned summary');
    await press(on.mona, shown, 'Remove it');
    expect(shown.content).toBe('Removed: "pool".');
    await until('the card says so', () => card?.content.includes('changed since') ?? false);
    expect(await on.kept('record/text')).toEqual([]);
    expect((await on.ask('Who is the lifeguard?')).content).not.toContain('Okafor');
  });
});

test('a channel whose only text is taken away talks about all again, which is said', async () => {
  await on.add('/pool.txt');
  await on.add('/ferry.txt');
  await on.mona.chooses((await on.mona.asks(on.channel, 'library channel')).original as Message, 'Talk only about these', ['ferry']);
  const shown = (await on.mona.asks(on.channel, 'library remove', { article: 'ferry' })).original as Message;
  await press(on.mona, shown, 'Remove it');
  expect(shown.content).toBe('Removed: "ferry". #general talks about all texts again.');
  expect((await on.mona.asks(on.channel, 'library channel')).original?.content).toContain('all texts of this server');
});

describe('what is kept', () => {
  test('has no text that is on no shelf, wherever the bot was stopped', async () => {
    await on.add('/ferry.txt');
    const shown = await on.used(on.mona, 'library add', { link: on.at('/pool.txt') });
    const { followUps } = await on.whileFull('shelf', async () => on.mona.presses(shown, 'Add it'));
    await until('it has failed', () => followUps.length > 0);
    expect(await on.kept('record/text')).toHaveLength(2);
    await on.restart(on.open());
    await until('it is gone', async () => (await on.kept('record/text')).length === 1);
    expect((await on.ask('Who is the captain of the ferry?')).content).toContain('> The captain is Mr Lund.');
  });

  test('forgets who brought it, and stays', async () => {
    await on.add('/pool.txt');
    await on.mona.asks(on.channel, 'forget');
    await until('it is forgotten', async () => !JSON.stringify(await on.kept()).includes('Mona'));
    expect(JSON.stringify(await on.kept('record/shelf'))).not.toContain(on.mona.user.id);
    expect((await on.used(on.mona, 'library list')).content).toContain('"pool"');
  });

  test('goes with the server', async () => {
    await on.add('/pool.txt');
    on.discord.removeBot(on.guild);
    await until('it is gone', async () => (await on.kept('record/')).length === 0);
  });
});
