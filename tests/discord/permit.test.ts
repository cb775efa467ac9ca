import { describe, expect, test } from 'vitest';
import { setLibraryScene } from './library-scene.ts';
import { buttonsOf } from './local/components.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Interaction, Message } from './local/world.ts';
import { answered, labels, press } from './scene.ts';

const on = setLibraryScene();
const GATE = 'The gate is shut at night. The key is with Ana.';
const ADD = 'Add to the library';
/** What somebody alone is told. */
const told = ({ original, followUps }: Interaction) => (followUps[0] ?? original)?.content ?? '';

/** Mona would like to add what Bob wrote. @returns what is asked in the channel */
async function asked(written = on.bob.says(on.channel, GATE)): Promise<Message> {
  const before = on.cards().length;
  const { onlyFor, content } = await answered(on.mona.uses(written, ADD));
  expect([onlyFor, content]).toEqual([on.mona.user, expect.stringContaining('I have asked Bob')]);
  await until('it is asked', () => on.cards().length > before);
  return on.cards().at(-1) as Message;
}

/** Shows who manages the server what may be added. */
async function shownTo(by: Person, question: Message): Promise<Message> {
  const { followUps } = await by.presses(question, 'Show it');
  await until('it is shown', () => followUps.length > 0);
  expect(followUps[0]?.onlyFor).toBe(by.user);
  return followUps[0] as Message;
}

describe('what somebody else wrote', () => {
  test('is added once they allow it: they are asked in the channel, in reply, and nobody is pinged', async () => {
    const written = on.bob.says(on.channel, GATE);
    const question = await asked(written);
    expect(question.content).toBe('Bob, may this server keep what you wrote here? Mona would like to add it to the library.');
    expect([question.replyTo, question.mentions, labels(question)]).toEqual([written, [], ['Allow', 'No']]);
    await on.bob.presses(question, 'Allow');
    expect(question.content).toContain('Bob allows it.');
    const shown = await shownTo(on.mona, question);
    expect(shown.content).toContain('> The gate is shut at night.');
    expect(await on.kept('record/')).toEqual([]); // nothing is kept before
    await press(on.mona, shown, 'Add it');
    expect((await on.ask('Who has the key?', on.bob)).content).toContain('> The key is with Ana.');
  });

  test('is shown, once it is allowed, to who chooses the command again', async () => {
    const written = on.bob.says(on.channel, GATE);
    await on.bob.presses(await asked(written), 'Allow');
    expect((await answered(on.mona.uses(written, ADD))).content).toContain('> The gate is shut at night.');
  });

  test('is allowed by nobody else, and shown to nobody who does not manage the server', async () => {
    const question = await asked();
    for (const other of [on.alice, on.mona])
      expect(told(await other.presses(question, 'Allow'))).toBe('Only Bob, who wrote it, can answer this.');
    const [allow] = buttonsOf(question);
    await on.bob.presses(question, 'Allow');
    expect(told(await on.alice.presses(question, 'Show it'))).toContain('Manage Server');
    expect(told(await on.mona.forges(question, allow?.custom_id ?? ''))).toContain('no longer works');
  });

  test('is left alone where they say no, and they are not asked again', async () => {
    const written = on.bob.says(on.channel, GATE);
    const question = await asked(written);
    await on.bob.presses(question, 'No');
    expect([question.content, labels(question)]).toEqual(['Bob said no: nothing was kept.', []]);
    expect((await answered(on.mona.uses(written, ADD))).content).toBe('Bob said no: nothing was kept.');
    expect(on.cards()).toHaveLength(1);
  });

  test('is asked for once', async () => {
    const written = on.bob.says(on.channel, GATE);
    await asked(written);
    expect((await answered(on.mona.uses(written, ADD))).content).toBe('Bob has already been asked, and has not answered yet.');
    expect(on.cards()).toHaveLength(1);
  });

  test('is forgotten with a restart, and with /forget', async () => {
    const question = await asked();
    await on.bob.asks(on.channel, 'forget');
    await on.bob.presses(question, 'Allow');
    expect(question.content).toContain('This request is over');
    const second = await asked();
    await on.restart(on.open());
    await on.bob.presses(second, 'Allow');
    expect([second.content, labels(second)]).toEqual([expect.stringContaining('This request is over'), []]);
  });

  test('is not asked for where it can not be read, or nobody could answer', async () => {
    expect((await answered(on.mona.uses(on.bob.says(on.channel, '…'), ADD))).content).toContain('no words');
    await on.restart(on.open({ limits: { texts: 0, bytes: 1000, allBytes: 1000 } }));
    expect((await answered(on.mona.uses(on.bob.says(on.channel, GATE), ADD))).content).toContain('the most that the host allows');
    expect(on.cards()).toEqual([]);
  });

  test('pings nobody and is no Markdown, whatever they are called', async () => {
    const eve = on.discord.person('**@everyone**');
    await answered(on.mona.uses(eve.says(on.channel, GATE), ADD));
    expect(on.cards()[0]?.content).toContain('\\*\\*\\@everyone\\*\\*, may this server keep');
  });
});
