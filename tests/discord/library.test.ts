import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStrangersReader } from '../../src/article/strangers.ts';
import type { Sources } from '../../src/library/bring.ts';
import { openSite, type Site, sends } from '../fetching/site.ts';
import { aleppo, libraryOn } from './bot.ts';
import { buttonsOf } from './local/components.ts';
import { MANAGE_MESSAGES, MANAGE_SERVER, PIN_MESSAGES } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { correct, press, setScene } from './scene.ts';

const on = setScene();

const POOL = `The pool

The pool opens on 3 May at nine in the morning. Children swim for free until they are twelve.

The lifeguard is Ms Okafor. She has worked there since 2011.`;
const FERRY = `The ferry

The ferry to Odda leaves at seven in the morning. The captain is Mr Lund.

Tickets cost 40 crowns. Bicycles travel for free.`;
const PAGE = `<html><head><title>The gate | Town news</title></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>The gate</h1><p>The gate of the old town is shut from Monday on, the mayor said. It was built in 1871, and its hinges are as old.</p>
<p>A smith from Odda will mend it until June. The work costs 9,000 crowns, which the town pays.</p></article>
<section class="comments"><p>Bob: High time!</p></section></body></html>`;
const DIFFERS = `The pool of the school

The pool opens on 1 June, and is for pupils alone.`;
const NEWER = POOL.replace('on 3 May at nine', 'on 10 May at ten');

let [site, reader]: [Site | undefined, Sources['reader'] | undefined] = [undefined, undefined];
let pool = POOL;
beforeAll(async () => {
  reader = openStrangersReader();
  site = await openSite({
    '/pool.txt': (request, response) => sends(pool, { 'content-type': 'text/plain' })(request, response),
    '/ferry.txt': sends(FERRY, { 'content-type': 'text/plain' }),
    '/school.txt': sends(DIFFERS, { 'content-type': 'text/plain' }),
    '/files/pool.txt': sends(POOL, { 'content-type': 'text/plain' }),
    '/news': sends(PAGE),
    '/picture.png': sends(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), { 'content-type': 'image/png' }),
  });
});
afterAll(async () => {
  await reader?.close();
  await site?.[Symbol.asyncDispose]();
});

const at = (path: string) => site?.at(path) ?? '';
const open = () => libraryOn(aleppo(), { store: on.store, sources: { fetcher: site?.fetcher, reader } as Sources });
let mona: Person;
beforeEach(async () => {
  pool = POOL;
  if (site) site.clock.now += 60 * 60 * 1000; // an hour's pages have been forgotten
  await on.restart(open());
  mona = on.discord.person('Mona', MANAGE_SERVER | MANAGE_MESSAGES | PIN_MESSAGES);
});

/** Uses a command whose answer takes a while, and waits for that. */
async function used(by: Person, command: string, options: Parameters<Person['asks']>[2] = {}, where = on.channel): Promise<Message> {
  const interaction = await by.asks(where, command, options);
  await until('it is answered', () => (interaction.original?.content ?? '') !== '');
  return interaction.original as Message;
}

async function add(path: string, by = mona): Promise<Message> {
  const shown = await used(by, 'library add', { link: at(path) });
  await press(by, shown, 'Add it');
  return shown;
}

describe('a manager brings a text in', () => {
  test('from a link: sees what was understood, adds it, and readers ask it', async () => {
    const shown = await used(mona, 'library add', { link: at('/pool.txt') });
    expect(shown.onlyFor).toBe(mona.user);
    expect(shown.content).toContain('**pool**');
    expect(shown.content).toContain('2 paragraphs, 4 sentences.');
    expect(shown.content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(shown.content).toContain('> She has worked there since 2011.');
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Add it', 'Change the title', 'Cancel']);
    expect(await on.kept('record/shelf')).toEqual([]); // nothing is kept before
    await press(mona, shown, 'Add it');
    expect(shown.content).toContain('Added: "pool".');
    const answer = await on.ask('When does the pool open?');
    expect(answer.content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(answer.content).toContain('pool · paragraph 1, sentence 1');
  });

  test('from a page: sees what was left out of it, and a quote opens the page at the sentence', async () => {
    const shown = await used(mona, 'library add', { link: at('/news') });
    expect(shown.content).toContain('**The gate**');
    expect(shown.content).toContain('Left out: ');
    expect(shown.content).not.toContain('High time');
    await press(mona, shown, 'Add it');
    expect((await on.ask('When was the gate built?')).content).toContain(`<${at('/news')}#:~:text=`);
  });

  test('from a file, with another title', async () => {
    const shown = await used(mona, 'library add', { file: { name: 'pool.txt', url: at('/files/pool.txt') } });
    const form = await mona.presses(shown, 'Change the title');
    await mona.submits(form, { text: 'Rules of the pool' });
    await until('it has its title', () => shown.content.includes('**Rules of the pool**'));
    await press(mona, shown, 'Add it');
    expect((await used(mona, 'library list')).content).toContain('"Rules of the pool" · brought in by Mona');
  });

  test('from a message: its file, or what it says where that is their own', async () => {
    const withFile = on.bob.says(on.channel, 'Here.', { files: [{ name: 'pool.txt', url: at('/files/pool.txt') }] });
    const shown = (await mona.uses(withFile, 'Add to the library')).original;
    await until('it is shown', () => (shown?.content ?? '').includes('The pool opens on 3 May'));
    const theirs = (await mona.uses(on.bob.says(on.channel, 'The gate is shut at night. The key is with Ana.'), 'Add to the library'))
      .original;
    await until('it is answered', () => theirs?.content === 'Attach a file, or give a link to a page.');
    const own = (await mona.uses(mona.says(on.channel, 'The gate is shut at night. The key is with Ana.'), 'Add to the library')).original;
    await until('it is shown', () => (own?.content ?? '').includes('> The gate is shut at night.'));
  });

  test('and is told in words what can not be brought in', async () => {
    expect((await used(mona, 'library add', { link: 'http://10.0.0.1/' })).content).toContain('private network');
    expect((await used(mona, 'library add', { link: at('/nothing') })).content).toContain('404');
    expect((await used(mona, 'library add', { link: at('/picture.png') })).content).toMatch(/image/);
    expect((await used(mona, 'library add', { file: { name: 'a.png', url: at('/picture.png') } })).content).toMatch(/picture|image/i);
    expect((await used(mona, 'library add')).content).toBe('Attach a file, or give a link to a page.');
  });

  test('once: the same text is there already', async () => {
    await add('/pool.txt');
    expect((await used(mona, 'library add', { link: at('/pool.txt') })).content).toBe('That text is here already: "pool".');
    expect((await used(mona, 'library list')).content.match(/"pool"/g)).toHaveLength(1);
  });

  test('which nobody else may', async () => {
    const shown = await used(mona, 'library add', { link: at('/pool.txt') });
    const [button] = buttonsOf(shown);
    const forged = await on.bob.forges(shown, button?.custom_id ?? '');
    expect(forged.original?.content ?? forged.followUps[0]?.content).toContain('Manage Server');
    expect(on.bob.commands(on.channel)).not.toContain('library');
    expect(await on.kept('record/shelf')).toEqual([]);
  });
});

describe('readers ask', () => {
  beforeEach(async () => {
    await add('/pool.txt');
    await add('/ferry.txt');
  });

  test('without naming a text: the one that answers does', async () => {
    expect((await on.ask('Who is the captain of the ferry?')).content).toContain('ferry · paragraph');
    expect((await on.ask('Who is the lifeguard?', on.bob)).content).toContain('pool · paragraph');
  });

  test('what two texts answer in other words, and see both', async () => {
    await add('/school.txt');
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

  test('all of them, side by side', async () => {
    const { original } = await on.bob.asks(on.channel, 'compare', { question: 'What is free?' });
    expect(original?.content).toContain('pool');
    expect(original?.content).toContain('ferry');
  });

  test('in a channel that talks about one of them', async () => {
    const menu = (await mona.asks(on.channel, 'library channel')).original as Message;
    await mona.chooses(menu, 'Talk about these alone', ['ferry']);
    expect(menu.content).toContain('talks about "ferry"');
    const { original } = await on.bob.asks(on.channel, 'summary');
    expect(original?.content).toContain('**ferry**');
    await mona.presses(menu, 'Talk about all texts');
    expect(menu.content).toContain('all texts of this server');
  });

  test('after a restart, and the buttons of before work', async () => {
    const answer = await on.ask('Who is the lifeguard?', on.bob);
    await on.restart(open());
    await on.bob.presses(answer, 'Show context');
    expect(answer.content).toContain('She has worked there since 2011.');
    expect((await on.ask('Who is the captain of the ferry?')).content).toContain('ferry · paragraph');
  });
});

describe('moderators', () => {
  test('correct an answer of one text, and see it in their list whichever text is talked about', async () => {
    await add('/pool.txt');
    await add('/ferry.txt');
    await correct(mona, await on.ask('Who is the captain of the ferry?'), 'paragraph 1, sentence 1');
    await mona.asks(on.channel, 'summary', { article: 'pool' });
    const list = (await mona.asks(on.channel, 'corrections')).original;
    expect(list?.content).toContain('The ferry to Odda leaves');
    expect((await on.ask('Who is the captain of the ferry?', on.bob)).content).toContain('chosen by a moderator');
  });
});

describe('a text gets a new version', () => {
  test('what changed is shown, and what still stands goes on', async () => {
    await add('/pool.txt');
    const lifeguard = await on.ask('Who is the lifeguard?', on.bob);
    const opening = await on.ask('When does the pool open?');
    pool = NEWER;
    const shown = await used(mona, 'library replace', { article: 'pool', link: at('/pool.txt') });
    expect(shown.content).toContain('1 place changed:');
    expect(shown.content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(shown.content).toContain('> The pool opens on 10 May at ten in the morning.');
    await press(mona, shown, 'Take the new version');
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
    await add('/pool.txt');
    const { shelves } = open();
    const [text] = (await shelves.of(on.guild.id)).texts;
    await shelves.looked(on.guild.id, text?.id ?? 0, 0);
    pool = NEWER;
    await on.restart(open(), { watch: 20 });
    const told = () => on.discord.seen(on.channel).find(({ content }) => content.includes('has changed'));
    await until('the channel is told', () => told() !== undefined);
    return told() as Message;
  }

  test('its channel is told once, with what changed, and a manager takes the new version', async () => {
    const told = await aDayLater();
    expect(told.content).toContain('> The pool opens on 3 May at nine in the morning.');
    expect(told.content).toContain('> The pool opens on 10 May at ten in the morning.');
    expect((await on.ask('When does the pool open?')).content).toContain('on 3 May'); // until somebody decides
    const refused = await on.bob.presses(told, 'Take the new version');
    expect(refused.original?.content ?? refused.followUps[0]?.content).toContain('Manage Server');
    await press(mona, told, 'Take the new version');
    expect(told.content).toContain('Mona took the new version');
    expect(buttonsOf(told)).toEqual([]);
    expect((await on.ask('When does the pool open?', on.bob)).content).toContain('on 10 May');
    expect(on.discord.seen(on.channel).filter(({ content }) => content.includes('has changed'))).toHaveLength(1);
  });

  test('or keeps the old one', async () => {
    const told = await aDayLater();
    await mona.presses(told, 'Keep the old one');
    expect(told.content).toContain('Mona kept the old version');
    expect((await on.ask('When does the pool open?')).content).toContain('on 3 May');
    const { shelves } = open(); // and is not asked again the day after
    const looked = async () => (await shelves.of(on.guild.id)).texts[0]?.looked ?? 0;
    await shelves.looked(on.guild.id, (await shelves.of(on.guild.id)).texts[0]?.id ?? 0, 0);
    await until('it is looked at again', async () => (await looked()) > 0);
    await on.restart(open());
    expect(on.discord.seen(on.channel).filter(({ content }) => content.includes('has changed'))).toHaveLength(1);
  });

  test('but not where nobody is to look', async () => {
    const said = (await mona.asks(on.channel, 'library watch', { watch: 'off' })).original;
    expect(said?.content).toContain('are not checked');
  });
});

describe('a text that was there before another one changed', () => {
  test('keeps its own sentences, though the other one had them once', async () => {
    await add('/pool.txt');
    pool = NEWER;
    await press(mona, await used(mona, 'library replace', { article: 'pool', link: at('/pool.txt') }), 'Take the new version');
    await press(mona, await used(mona, 'library add', { file: { name: 'old pool.txt', url: at('/files/pool.txt') } }), 'Add it');
    const { original } = await on.bob.asks(on.channel, 'when', { question: 'does the pool open', article: 'old pool' });
    await on.bob.presses(original as Message, 'Show context');
    expect(original?.content).toContain('**The pool opens on 3 May at nine in the morning.**');
    expect(original?.content).not.toContain('has changed');
  });

  test('and a menu of one that has gone opens no page of another', async () => {
    await add('/pool.txt');
    const found = (await on.bob.asks(on.channel, 'article', { find: 'opens', article: 'pool' })).original as Message;
    await press(mona, (await mona.asks(on.channel, 'library remove', { article: 'pool' })).original as Message, 'Remove it');
    const { original } = await on.bob.chooses(found, 'Show its page', ['paragraph 1, sentence 1']);
    expect(original?.content).toContain('no longer applies');
  });
});

describe('a host allows so many texts', () => {
  test('and no more are added', async () => {
    const limits = { texts: 1, bytes: 1000, allBytes: 1000 };
    await on.restart(libraryOn(aleppo(), { store: on.store, limits, sources: { fetcher: site?.fetcher, reader } as Sources }));
    await add('/pool.txt');
    const second = await used(mona, 'library add', { link: at('/ferry.txt') });
    expect(second.content).toContain('1 text, which is as many as the host allows');
  });
});

describe('a text is taken away', () => {
  test('asked once, and what is made of it is named', async () => {
    await add('/pool.txt');
    await on.pin(mona, { article: 'pool' });
    const [card] = on.cards().slice(-1);
    const shown = (await mona.asks(on.channel, 'library remove', { article: 'pool' })).original as Message;
    expect(shown.content).toContain('Remove "pool"?');
    expect(shown.content).toContain('1 pinned summary');
    await press(mona, shown, 'Remove it');
    expect(shown.content).toContain('Removed: "pool".');
    await until('the card says so', () => card?.content.includes('changed since') ?? false);
    expect(await on.kept('record/text')).toEqual([]);
    expect((await on.ask('Who is the lifeguard?')).content).not.toContain('Okafor');
  });
});

describe('what is kept', () => {
  test('forgets who brought it, and stays', async () => {
    await add('/pool.txt');
    await mona.asks(on.channel, 'forget');
    await until('it is forgotten', async () => !JSON.stringify(await on.kept()).includes('Mona'));
    expect(JSON.stringify(await on.kept('record/shelf'))).not.toContain(mona.user.id);
    expect((await used(mona, 'library list')).content).toContain('"pool"');
  });

  test('goes with the server', async () => {
    await add('/pool.txt');
    on.discord.removeBot(on.guild);
    await until('it is gone', async () => (await on.kept('record/')).length === 0);
  });
});
