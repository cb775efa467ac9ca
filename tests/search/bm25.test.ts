import { describe, expect, test } from 'vitest';
import { bm25 } from '../../src/search/bm25.ts';
import { asTheArticleHas } from '../../src/search/compounds.ts';
import { wordsOf } from '../../src/search/words.ts';
import { of } from '../indexed.ts';

/** The number of the sentence that has most of a question's words. */
function best(text: string, question: string): number {
  const index = of(text);
  const scores = bm25(
    index,
    asTheArticleHas(index, question, wordsOf(question)).map(({ stem }) => stem),
  );
  return scores.indexOf(Math.max(...scores));
}

describe('the words of a question are found', () => {
  test.each([
    ['where they are rare', 'when did Ann sing', 'Bob did it. Ann sang. Bob did that. Bob did more.', 1],
    ['with another ending', 'who flees', 'It rained. Anna fled.', 1],
    ['with curly apostrophes', 'the country’s hub', 'Others are small. The countrys hub is big.', 1],
    ['without accents', 'who is Jose Munoz', 'Others came. José Muñoz is a cook.', 1],
    ['as a number without its comma', 'what costs 1000', 'It rained. The car costs 1,000 francs.', 1],
    ['as a number in words', 'who saw three ships', 'It rained. Anna saw 3 ships.', 1],
    ['as a name spelled otherwise', 'what did Mohammed do', 'It rained. Muhammad Ali sang.', 1],
    ['as initials', 'what about the US', 'It rained. The U.S. has gone.', 1],
    ['in British spelling', 'what colour is the wall', 'It rained. The wall has a bright color.', 1],
    ['with soft hyphens', 'which harbour', 'It rained. The har\u00adbour is big. It did.', 1],
    ['with what has no width in it', 'which harbour', 'It rained. The \ufeffhar\u200bb\u2060our is big. It did.', 1],
    ['and the question has soft hyphens', 'which har\u00adbour', 'It rained. The harbour is big. It did.', 1],
    ['with Hebrew points and accents', 'ספר ראשון', 'זה בית. סֵ֥פֶר רִאשׁוֹן. זה יום.', 1],
    ['as a Hebrew abbreviation', 'צה"ל', 'זה בית. זה צה״ל. זה יום.', 1],
    ['with Arabic vowels', 'كتاب جديد', 'هذا بيت. كِتَابٌ جَدِيدٌ. هذا يوم.', 1],
    ['with an Arabic word made longer', 'كتاب', 'هذا بيت. كتـــاب. هذا يوم.', 1],
    ['with ligatures', 'who found the flag', 'It rained. Ann ﬁnds the ﬂag. It did.', 1],
    ['in full width', 'what is the web', 'It rained. The ＷＥＢ is big. It did.', 1],
    ['with other apostrophes', "who doesn't sing", 'It rained. Ann doesn\u02bct sing. It did.', 1],
    ['written in one', 'which web-site', 'The site of the mill is old. It rained. The website is big. It did.', 2],
    ['written in one, and not in two', 'which web site', 'It rained. The website is big. It did.', 1],
    ['with a hyphen', 'which ceasefire', 'It rained. The cease-fire is over. It did.', 1],
    ['with a hyphen that no line is broken at', 'which ceasefire', 'It rained. The cease\u2011fire is over. It did.', 1],
    ['with a hyphen that a line is broken at', 'which harbour', 'It rained\nand it\nsnowed. The big har-\nbour is here. It did.', 1],
    ['with a space', 'which ceasefire', 'It rained. The fire. They cease. The cease fire is over. It did.', 3],
    ['with a space, by a hyphen', 'which cease-fire', 'It rained. The cease fire is over. It did.', 1],
    ['with a hyphen behind a letter', 'which emails', 'It rained. The mail. The e-mail is here. It did.', 2],
    ['in one here and in two there', 'which old website', 'It rained. The website is new and big. The old web site. It did.', 2],
    ['by a part of it', 'which fire', 'It rained. The cease-fire is over. It did.', 1],
    ['in a script without spaces', '谁在上海工作？', '他昨天去了北京。她今天在上海工作。我们明天回家。', 1],
  ])('%s', (_what, question, text, at) => {
    expect(best(text, question)).toBe(at);
  });
});

test('of sentences that have the same words, the shorter one counts more', () => {
  expect(best('The king slept long and well in the old tower by the sea. The king slept.', 'king')).toBe(1);
});

test('a word that is nowhere counts for nothing', () => {
  expect([...bm25(of('It rained. Anna sang.'), ['zebra'])]).toEqual([0, 0]);
});

test.each([
  ['what is not written otherwise', 'which web site', 'The web has a site. A website too.', 'which web site'],
  ['numbers', 'who ruled in 2010-2012', 'It was in 20102012.', 'who ruled in 2010 2012'],
  ['words that are apart', 'which ceasefire', 'They cease to fire.', 'which ceasefire'],
  ['a word that is empty', 'something', 'Some thing came.', 'something'],
])('%s stays as it is', (_what, question, text, words) => {
  expect(asTheArticleHas(of(text), question, wordsOf(question)).map((word) => word.text)).toEqual(words.split(' '));
});

test('what has no width ends no word, but where words have no space between them', () => {
  expect(wordsOf('har\u200bbour ไทย\u200bลาว').map(({ form }) => form)).toEqual(['harbour', 'ไทย', 'ลาว']);
});
