import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opensWithPronoun, summarise } from '../../src/answering/summarise.ts';
import { quote } from '../../src/article/article.ts';
import { aleppo, of } from '../indexed.ts';

const texts = (index: typeof aleppo, most: number, topic = '') => summarise(index, most, topic).map((at) => quote(index.article, at).text);

describe('a summary', () => {
  test('has as many sentences as were asked for, in the order of the article, and begins with its lead', () => {
    for (const most of [3, 5, 8]) {
      const sentences = summarise(aleppo, most, '');
      expect(sentences).toHaveLength(most);
      expect(sentences).toEqual([...new Set(sentences)].sort((a, b) => a - b));
      expect(sentences[0]).toBe(0);
    }
  });

  test('brings along, or leaves out, who "he" is', () => {
    const story = of(
      'Ann Lee is the mayor of Rome. It rains. She opened 2 bridges in Rome on Monday with Bob Ray. Trains were late in Rome on Monday.',
    );
    const sentences = summarise(story, 3, '');
    expect(sentences.every((at) => at === 0 || !opensWithPronoun(quote(story.article, at).text) || sentences.includes(at - 1))).toBe(true);
  });

  test('says nothing twice', () => {
    const twice = 'The red fox of Rome stole 2 hens on Monday.';
    expect(texts(of(`${twice} A cook in Paris wept. ${twice} Nobody saw it.`), 3).filter((text) => text === twice)).toHaveLength(1);
  });

  test('on a topic has only what bears on it, and nothing where there is nothing', () => {
    expect(texts(aleppo, 5, 'Damascus').every((text) => text.includes('Damascus'))).toBe(true);
    expect(texts(aleppo, 5, 'football')).toEqual([]);
    expect(texts(aleppo, 5, '?!')).toEqual([]);
  });

  test('rather says something else than nearly the same', () => {
    const fox = 'The red fox of Rome stole 2 hens on Monday.';
    const story = of(`${fox} The red fox of Rome then stole hens. A cook saw Bob Ray in Rome. It is so.`);
    expect(summarise(story, 2, '')).toEqual([0, 2]);
  });

  test('on a topic has the sentence with the rarer of its words, also misspelt, and others of their family', () => {
    const story = of('A fox sat. A fox ate. Here a fox met an owl. Syrian troops met. It rained in Rome.');
    expect(summarise(story, 1, 'fox and owl')).toEqual([2]);
    expect(summarise(story, 3, 'Syria')).toEqual([3]);
    expect(summarise(aleppo, 5, 'Damascsu')).toEqual(summarise(aleppo, 5, 'Damascus'));
  });

  test('on a topic of a thousand words costs no more than on one of a few', () => {
    const nobody = Array.from({ length: 1000 }, (_, i) => `qzor${i.toString(36).replace(/\d/g, 'x')}bledan`).join(' ');
    expect(summarise(aleppo, 5, `Damascus ${nobody}`)).toEqual(summarise(aleppo, 5, 'Damascus'));
    expect(summarise(aleppo, 5, `${nobody} Damascus`)).toEqual([]);
  });

  test('of an article with fewer sentences is all of it', () => {
    expect(texts(of('One. Two.'), 5)).toEqual(['One.', 'Two.']);
  });

  test('never begins a thought in the middle, whatever the article', () => {
    const sentence = fc.constantFrom(
      'Ann came.',
      'He left.',
      'She saw 2 of them in Rome.',
      'They slept.',
      'Bob Ray won.',
      'Who knows?',
      '走了。',
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 15 }), fc.constantFrom(3, 5, 8), (sentences, most) => {
        const index = of(sentences.join(' '));
        const chosen = summarise(index, most, '');
        expect(chosen.length).toBeLessThanOrEqual(most);
        expect(chosen.length).toBeGreaterThan(0);
        for (const at of chosen) expect(at === 0 || chosen.includes(at - 1) || !opensWithPronoun(quote(index.article, at).text)).toBe(true);
      }),
    );
  });
});
