import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEWS } from '../../bench/stories.ts';
import { FOUR_WS, type FourW } from '../../src/answering/asks.ts';
import { rankStory } from '../../src/answering/story.ts';
import { quote } from '../../src/article/article.ts';
import { takesAsLongAsItIsLarge } from '../growth.ts';
import { aleppo, marked, of } from '../indexed.ts';

const firstOf = (text: string, asks: FourW) => rankStory(of(text), asks)[0]?.at;

/** The words in the sentence that comes first which answer. */
function phraseIn(text: string, asks: FourW): string | undefined {
  const index = of(text);
  const [first] = rankStory(index, asks);
  return first?.phrase && quote(index.article, first.at).text.slice(first.phrase.start, first.phrase.end);
}

describe("a W alone gives the story's", () => {
  const STORY =
    'Ferry hits reef\n\nBy Ann Reed\n\nNobody slept.\n\n' +
    'The ferry Lady of Lorne struck a reef near Oban with 84 people on board, said Iain Grant of the coast guard.\n\n' +
    'It ran aground on Tuesday.\n\nGrant was in London. Since Monday there has been fog.';
  test.each([
    ['who', 3],
    ['where', 3],
    ['when', 4],
    ['what', 0],
  ] as const)('%s, from the sentence that tells it in full', (asks, at) => {
    expect(firstOf(STORY, asks)).toBe(at);
  });

  test.each([
    ['who', 'mine', 2],
    ['where', 'mine', 2],
    ['where', 'airstrike', 1],
    ['when', 'painting', 2],
  ] as const)('%s behind the headline of news (%s)', (asks, name, at) => {
    const { headline = '', text = '' } = NEWS[name] ?? {};
    expect(firstOf(`${headline}\n\n${text}`, asks)).toBe(at);
  });

  test.each(['who', 'where', 'when', 'what'] as const)('%s, from the lead of the article that ships', (asks) => {
    expect(rankStory(aleppo, asks)[0]?.at).toBe(0);
  });

  test.each([
    ['who', 'It is so. A storm came in May. They saw Ann.', 2],
    ['where', 'It is so. A storm came in May. A storm came near Oban.', 2],
    ['when', 'Ann, Bob and Carl sang and danced. Rain fell on Monday. A storm came. Trees fell. Ann left on Friday.', 1],
  ] as const)('%s, from an early sentence that says one: %j', (asks, text, at) => {
    expect(firstOf(text, asks)).toBe(at);
  });

  test('when, rather from the day on which it happens than from the one since which something is so', () => {
    expect(firstOf('Late news. Since Monday there has been fog. It ran aground on Tuesday.', 'when')).toBe(2);
  });

  test.each(['who', 'where', 'when', 'what'] as const)('%s, from what may be quoted alone', (asks) => {
    const index = marked(
      ...['heading: Ann Lee in Rome on Monday', 'caption: Ann Lee in Rome on Monday.', 'question: Who was Ann Lee in Rome on Monday?'],
      ...['paragraph: Nobody slept.', 'item: Ann Lee sang in Rome on Monday.'],
    );
    expect(new Set(rankStory(index, asks).map(({ at }) => at))).toEqual(new Set([3, 4]));
  });

  test('when, behind the menu of a page', () => {
    const menu = 'Home News Sport Weather Culture Opinion Jobs Events Photos Letters Archive Contact Search Account Help About'.split(' ');
    expect(firstOf(`${menu.join('\n\n')}\n\nPeter Reed struck a reef near Oban on Tuesday.`, 'when')).toBe(menu.length);
  });

  test('what, from a sentence that has the words of the headline before another', () => {
    expect(rankStory(of('Ferry hits reef\n\nNobody slept at all.\n\nThe ferry hit a reef.'), 'what').map(({ at }) => at)).toEqual([
      0, 2, 1,
    ]);
  });
});

describe('the words that answer a W alone are', () => {
  test.each([
    ['somebody', 'who', 'It said so: near London, Linda Jones was heard.', 'Linda Jones'],
    ['somebody before a place', 'who', 'It said so: Cuba will pardon Raul Diaz.', 'Raul Diaz'],
    ['people with where they are from', 'who', 'It said so: Syrian troops left.', 'Syrian troops'],
    ['people without what they said', 'who', 'It said so: the Italian said nothing.', 'Italian'],
    ['a place by its name, where no preposition tells', 'where', 'It said so: Cuba will pardon Raul and others.', 'Cuba'],
    ['a place behind its preposition before others', 'where', 'It said so: Cuban troops from Havana are in Santiago.', 'in Santiago'],
    ['a place with what kind it is', 'where', 'It said so: they met in the city of Lorne.', 'in the city of Lorne'],
    ['a place with the part of it', 'where', 'It said so: they met in northern Lorne.', 'in northern Lorne'],
    ['a day, and not how long it lasted', 'when', 'It said so: after fighting for two days, Ann left on Friday.', 'on Friday'],
    ['a day before another time', 'when', 'It said so: the mill, built in 1911, burnt on May 5.', 'on May 5'],
    ['a time of day', 'when', 'It said so: the ship landed at 8 p.m. in Leeds.', 'at 8 p.m.'],
    ['the time since something', 'when', 'It said so: it rained three days ago.', 'three days ago'],
  ] as const)('%s', (_what, asks, text, phrase) => {
    expect(phraseIn(text, asks)).toBe(phrase);
  });

  test.each([
    ['who', 'the moon is a boat and nobody rows it in Rome'],
    ['where', 'the owl heard Ann in May'],
    ['when', 'the fight of 12-day lilies lasted for two days'],
    ['what', 'On Monday Ann Lee was in Rome.'],
  ] as const)('none for a %s in %j', (asks, text) => {
    expect(phraseIn(text, asks)).toBeUndefined();
  });
});

test('what is ranked are the first forty sentences that may be quoted, each once, with phrases inside them', () => {
  const sentence = fc.constantFrom(
    'Ann came.',
    'He left Rome on Monday.',
    'A bus!',
    '走了。',
    'U.S.',
    'In May, in Oban',
    '"?"',
    'toString',
  );
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 60, size: 'max' }), fc.constantFrom(...FOUR_WS), (sentences, asks) => {
      const index = of(sentences.join('\n\n'));
      const ranked = rankStory(index, asks);
      const { sentences: all, blocks } = index.article;
      const quotable = all.filter((one) => one.answers || (asks === 'what' && blocks[one.block]?.kind === 'title'));
      const first = (quotable.length > 0 ? quotable : all).slice(0, 40);
      expect(ranked.map(({ at }) => at).sort((a, b) => a - b)).toEqual(first.map((one) => one.index));
      for (const [i, { at, score, phrase }] of ranked.entries()) {
        const before = ranked[i - 1] ?? { score: Number.POSITIVE_INFINITY, at: -1 };
        expect(before.score > score || (before.score === score && before.at < at)).toBe(true);
        if (phrase) expect(quote(index.article, at).text.slice(phrase.start, phrase.end).trim()).not.toBe('');
      }
    }),
  );
});

test.each(['late a Monday ', 'U.S. ', '走', '1 ', 'in the city of '])('a long sentence of %j takes as long as it is long', (unit) => {
  takesAsLongAsItIsLarge(
    60_000,
    (size) => of(unit.repeat(size / unit.length)),
    (index) => {
      for (const asks of FOUR_WS) expect(rankStory(index, asks).length).toBeGreaterThan(0);
    },
  );
});
