import type { Known } from './reader.ts';

/** What a reader knows of the page about the bot, and that the texts beside it say nothing of that. */
export const OF_THE_BOT: readonly Known[] = [
  { asked: /^what data does Verbatim keep/i, says: 'other data about you', phrase: 'for 24 hours' },
  { asked: /Verbatim alive/i, says: null, margin: 12 },
  { asked: /^who made Verbatim/i, says: 'Verbatim was made by' },
  { asked: /how do I delete my data/i, says: '`/forget` deletes all' },
  { asked: /Verbatim keep in a barn/i, says: null, margin: 12 },
  { asked: /^and for how long/i, after: /data about you/, says: 'for another time than 24 hours' },
];

export const KEEPS = 'To answer follow-ups, Verbatim keeps your questions and other data about you for 24 hours';
