import { expect, test } from 'vitest';
import { readOwnPage } from '../../src/library/own-page.ts';
import { KEEPS, OF_THE_BOT } from '../own-page.ts';
import { aleppoReader, predictable } from '../reader.ts';
import { aleppo, libraryOn } from './bot.ts';
import { answerTo, isFollowUp, labels, SAEED, setScene, shown, UPRISING } from './scene.ts';

// Somebody wants to know something about the bot, in the middle of a talk about the article.
const on = setScene();
const [known, others] = [predictable(...OF_THE_BOT), aleppoReader()];
const reader = {
  ...others,
  read: (...asked: Parameters<typeof others.read>) =>
    (OF_THE_BOT.some((one) => one.asked.test(asked[0].question)) ? known : others).read(...asked),
};
const library = () => libraryOn(aleppo(), { store: on.store, ownPage: readOwnPage }, reader);
const KEEP = 'what data do you keep about me?';

test('it is answered by the page about the bot, with its place', async () => {
  await on.restart(library());
  const answer = await on.ask(KEEP);
  const { quotes, small } = shown(answer);
  expect(quotes[0]).toContain(KEEPS);
  expect(small.join()).toMatch(/About Verbatim, November 2026 · paragraph \d+, sentence \d/);
  expect(answer.onlyFor).toBeUndefined();
});

test('the talk about the article goes on behind it', async () => {
  await on.restart(library());
  await on.ask(SAEED);
  await on.ask(KEEP);
  isFollowUp(await on.ask(UPRISING));
});

test('it may be asked privately, and with a W', async () => {
  await on.restart(library());
  expect((await on.ask(KEEP, on.alice, { private: true })).onlyFor).toBe(on.alice.user);
  expect(shown(answerTo(await on.alice.asks(on.channel, 'who', { question: 'made you' }))).quotes).toEqual([
    'Verbatim was made by the Verbatim authors.',
  ]);
});

test('its buttons are about that page, after a restart too', async () => {
  await on.restart(library());
  const answer = await on.ask(KEEP);
  await on.restart(library());
  await on.alice.presses(answer, 'Show context');
  expect(shown(answer).quotes.join()).toContain('The person who runs the bot can keep questions for another time than 24 hours.');
  expect(labels(answer)).toContain('Hide context');
});

test('a follow-up by its button goes on from that page', async () => {
  await on.restart(library());
  const answer = await on.ask(KEEP);
  const followed = await on.alice.submits(await on.alice.presses(answer, 'Ask a follow-up'), { text: 'and for how long' });
  expect(shown(answerTo(followed)).quotes).toEqual(['The person who runs the bot can keep questions for another time than 24 hours.']);
  await on.ask(SAEED);
  isFollowUp(await on.ask(UPRISING));
});

test('what is kept of it goes with /forget', async () => {
  await on.restart(library());
  await on.ask(KEEP);
  expect(await on.kept()).not.toEqual([]);
  await on.alice.asks(on.channel, 'forget');
  expect(JSON.stringify(await on.kept())).not.toContain(on.alice.user.id);
});
