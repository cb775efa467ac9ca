import { create, insertMultiple, type Results, search } from '@orama/orama';
import FlexSearch from 'flexsearch';
import english from 'flexsearch/lang/en';
import Fuse, { type FuseResult, type IFuseOptions } from 'fuse.js';
import lunr from 'lunr';
import MiniSearch, { type Options } from 'minisearch';
import { stemmer } from 'stemmer';
import { indexArticle } from '../src/search/article-index.ts';
import { bm25 } from '../src/search/bm25.ts';
import { contentStems, STOP_WORDS, wordsOf } from '../src/search/words.ts';
import type { Engine, Reply } from './engine.ts';

/** A sentence that was found, by its number from 0. */
interface Hit {
  readonly at: number;
  readonly score: number;
}

/** What Verbatim itself looks long articles up by: plain BM25. */
export const BM25 = bm25OverStems();

/** Other ways to find a sentence: defaults where the name says so, otherwise the best settings that we found for these questions. */
export const RIVALS: readonly Engine[] = [
  BM25,
  miniSearch('MiniSearch, defaults', {}),
  miniSearch('MiniSearch, stemmed, b 0.2', {
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : stemmer(term.toLowerCase())),
    searchOptions: { bm25: { k: 1.2, b: 0.2, d: 0.5 } },
  }),
  fuse('Fuse.js, defaults', {}, (question) => question),
  fuse('Fuse.js, token search', { useTokenSearch: true, threshold: 0.3 }, withoutStopWords),
  lunrDefaults(),
  flexSearch(),
  orama(),
];

function bm25OverStems(): Engine {
  return {
    name: 'BM25, stemmed, no stop words',
    index({ article }) {
      const index = indexArticle(article);
      return (question) => {
        const stems = contentStems(question);
        return hitsOf(bm25(index, stems));
      };
    },
    read: (hits) => replyOf(hits as Hit[]),
  };
}

/** The sentences that have something of the question, the best first. */
function hitsOf(scores: Float64Array): Hit[] {
  const hits: Hit[] = [];
  for (const [at, score] of scores.entries()) if (score > 0) hits.push({ at, score });
  return hits.sort((a, b) => b.score - a.score || a.at - b.at);
}

function miniSearch(name: string, options: Partial<Options>): Engine {
  return {
    name,
    index({ sentences }) {
      const mini = new MiniSearch({ fields: ['text'], ...options });
      mini.addAll(sentences.map((text, id) => ({ id, text })));
      return (question) => mini.search(question);
    },
    read: (found) => replyOf((found as { id: number; score: number }[]).map(({ id, score }) => ({ at: id, score }))),
  };
}

function fuse(name: string, options: IFuseOptions<string>, pattern: (question: string) => string): Engine {
  return {
    name,
    index({ sentences }) {
      const fuse = new Fuse(sentences, { ...options, includeScore: true });
      return (question) => fuse.search(pattern(question));
    },
    read: (found) => replyOf((found as FuseResult<string>[]).map(({ refIndex, score = 1 }) => ({ at: refIndex, score: 1 - score }))),
  };
}

/** Its defaults stem and leave stop words out. The words are given one by one: its own query language would read ":" and "-" as commands. */
function lunrDefaults(): Engine {
  return {
    name: 'lunr',
    index({ sentences }) {
      const index = lunr((builder) => {
        builder.field('text');
        for (const [at, text] of sentences.entries()) builder.add({ id: String(at), text });
      });
      return (question) => index.query((query) => query.term(lunr.tokenizer(question), {}));
    },
    read: (found) => replyOf((found as lunr.Index.Result[]).map(({ ref, score }) => ({ at: Number(ref), score }))),
  };
}

/** Every word must be there by default, which finds next to nothing for a question: `suggest` lets words be missing. */
function flexSearch(): Engine {
  return {
    name: 'FlexSearch',
    index({ sentences }) {
      const index = new FlexSearch.Index({ encoder: new FlexSearch.Encoder(FlexSearch.Charset.LatinDefault).assign(english) });
      for (const [at, text] of sentences.entries()) index.add(at, text);
      return (question) => index.search(withoutStopWords(question), { suggest: true });
    },
    read: (found) => ({ ranked: found as number[], answered: (found as number[]).length > 0, confidence: undefined }),
  };
}

function orama(): Engine {
  return {
    name: 'Orama',
    index({ sentences }) {
      const index = create({ schema: { text: 'string' } as const, components: { tokenizer: { stemming: true } } });
      insertMultiple(
        index,
        sentences.map((text, at) => ({ id: String(at), text })),
      );
      return (question) => search(index, { term: withoutStopWords(question) });
    },
    read: (found) => replyOf((found as Results<unknown>).hits.map(({ id, score }) => ({ at: Number(id), score }))),
  };
}

function withoutStopWords(question: string): string {
  return wordsOf(question)
    .filter(({ form }) => !STOP_WORDS.has(form))
    .map(({ text }) => text)
    .join(' ');
}

/** Of two sentences that an engine takes for equally good, the earlier one first. */
function replyOf(hits: readonly Hit[]): Reply {
  const ranked = [...hits].sort((a, b) => b.score - a.score || a.at - b.at);
  return { ranked: ranked.map(({ at }) => at), answered: ranked.length > 0, confidence: ranked[0]?.score ?? 0 };
}
