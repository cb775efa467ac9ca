import { expect, test } from 'vitest';
import { asksTheBot, inThirdPerson } from '../../src/answering/asks-the-bot.ts';

test.each([
  'what are you?',
  'Who made you?',
  'are you an AI?',
  'is this bot an AI',
  'r u a bot',
  'what data do you keep about me?',
  'do you keep what I ask',
  'How long do you keep my questions?',
  'how can I delete what you know about me?',
  'can you make things up?',
  'Do you make stuff up',
  'how do you work',
  'can you tell me who made you',
  "what's your licence",
])('"%s" is asked of the bot', (question) => {
  expect(asksTheBot(question)).toBe('surely');
});

test.each([
  'how do I delete my data',
  'what do you keep in a barn',
  'who are you going to vote for, he asked',
  'do you keep the pics people post',
  'Did he repeat it verbatim?',
])('"%s" may be asked of the bot', (question) => {
  expect(asksTheBot(question)).toBe('perhaps');
});

test.each(['who fled', 'can you tell me who fled', 'what are they?', 'who made the film', 'how does it work', 'are they robots?'])(
  '"%s" is not asked of the bot',
  (question) => {
    expect(asksTheBot(question)).toBeUndefined();
  },
);

test.each([
  ['What do you keep about me?', 'What does Verbatim keep about me?'],
  ["What's your name?", "What's Verbatim's name?"],
  ['ok, are you a bot', 'is Verbatim a bot'],
  ['do you check yourself', 'does Verbatim check itself'],
  ['who are you?', 'what is Verbatim?'],
  ['who are you going to vote for', 'who is Verbatim going to vote for'],
  ['who fled', 'who fled'],
])('"%s" is "%s" in the third person', (question, text) => {
  expect(inThirdPerson(question)).toBe(text);
});
