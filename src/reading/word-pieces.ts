import type { Vocabulary } from './vocabulary.ts';

/** A piece of a text as the model reads it, and where it stands there, in UTF-16 units. */
export interface Piece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** What stands for a word that no pieces make up. */
const UNKNOWN = 104;

/** A longer word, in characters, is unknown. */
const LONGEST_WORD = 100;

/** Control characters, format characters and what Unicode has no use for are passed over. */
const PASSED_OVER = /^[\p{Cc}\p{Cf}\p{Cn}\p{Co}\ufffd]$/u;
const PUNCTUATION = /^[\p{P}$+<=>^`|~]$/u;

/** Each is a word of its own: the ideographs of Chinese, Japanese and Korean, by their blocks. */
const IDEOGRAPH = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2ceaf}\u{2f800}-\u{2fa1f}]$/u;

/** A character of a word in lower case and without its accents, and where it comes from. */
interface Letter {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A text as word pieces, as uncased BERT cuts it: lower case, without accents, at white space and around punctuation, then the longest pieces that the
 * vocabulary has, from the left (Devlin et al. 2019; Wu et al. 2016).
 *
 * @param most as many pieces are cut at least, where there are as many: what is behind them may be left out
 */
export function piecesOf(text: string, vocabulary: Vocabulary, most = Number.POSITIVE_INFINITY): Piece[] {
  const pieces: Piece[] = [];
  let word: Letter[] = [];
  const end = () => {
    if (word.length > 0) pieces.push(...cut(word, vocabulary));
    word = [];
  };
  let start = 0;
  for (const character of text) {
    if (pieces.length >= most) return pieces;
    const from = start;
    start += character.length;
    if (/[^\S\ufeff]/u.test(character)) end();
    else if (PASSED_OVER.test(character)) continue;
    else if (/\p{Mn}/u.test(character))
      word.push(...withMark(word.pop(), start)); // an accent belongs to its letter
    else if (PUNCTUATION.test(character) || IDEOGRAPH.test(character)) {
      end();
      word.push(...lettersOf(character, from));
      end();
    } else word.push(...lettersOf(character, from));
  }
  end();
  return pieces;
}

function withMark(letter: Letter | undefined, end: number): Letter[] {
  return letter ? [{ ...letter, end }] : [];
}

function lettersOf(character: string, start: number): Letter[] {
  const end = start + character.length;
  if (character >= 'a' && character <= 'z') return [{ letter: character, start, end }];
  const plain = character
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return Array.from(plain, (letter) => ({ letter, start, end }));
}

function cut(word: readonly Letter[], vocabulary: Vocabulary): Piece[] {
  const [first, last] = [word[0], word.at(-1)];
  if (!first || !last) return [];
  const unknown = [{ id: UNKNOWN, start: first.start, end: last.end }];
  if (word.length > LONGEST_WORD) return unknown;
  const letters = word.map(({ letter }) => letter);
  const pieces: Piece[] = [];
  for (let from = 0; from < word.length; ) {
    let to = word.length;
    let id: number | undefined;
    for (; to > from; to--) {
      id = vocabulary.get((from > 0 ? '##' : '') + letters.slice(from, to).join(''));
      if (id !== undefined) break;
    }
    if (id === undefined) return unknown;
    pieces.push({ id, start: word[from]?.start ?? 0, end: word[to - 1]?.end ?? 0 });
    from = to;
  }
  return pieces;
}
