import type { Quote } from './article/article.ts';
import type { Span } from './document/span.ts';

/** A part of a reply, shown below the one before it. */
export type Block =
  /** The question, as it was understood; or what is shown is called. What is needed is shown before quotes are. */
  | { kind: 'question'; text: string; needed?: true }
  /**
   * A whole sentence of the article. `phrase` or `words` (offsets into the quote's text) may be set in bold; `under` says what it stands under, `place` where,
   * `source` on which page: that page's address, and, where there is one, the `link` that opens it at the sentence.
   */
  | { kind: 'quote'; quote: Quote; phrase?: Span; words?: readonly Span[]; under?: string; place?: string; source?: Source }
  /** What the article's front matter says; `place` says in which line of it. A `link` is shown as one. */
  | { kind: 'header'; text: string; place: string; link?: boolean }
  /**
   * A passage of the article, behind its paragraph's number where it has one; what is `listed` goes on a list, and needs none. `phrase` (offsets into
   * the passage's text) may be set in bold.
   */
  | { kind: 'passage'; paragraph?: number; listed?: boolean; text: string; phrase?: Span }
  /** The bot's own words; `until` is a time, in milliseconds since 1970, and how long it is until then stands behind them. */
  | { kind: 'words'; text: string; until?: number }
  /** How many of the article's sentences are shown above, as quotes, and of how many it has. */
  | { kind: 'count'; all: number }
  /** The bot's own words, in small print; `at` is a time, in milliseconds since 1970, that stands behind them. */
  | { kind: 'note'; text: string; at?: number; needed?: true }
  /** Terms, each with what it means. */
  | { kind: 'terms'; terms: readonly (readonly [string, string])[] }
  /** What the message that was acted on says already, as its surface wrote it: kept to the character. */
  | { kind: 'as sent'; content: string };

/** Where a sentence was published. */
export interface Source {
  readonly page: string;
  /** Opens the page at the sentence; longer than the page's address. */
  readonly link?: string;
}

/** What can be done next with a reply: which action, with which of its arguments. The arguments say all that the action needs. */
export interface Offer {
  readonly action: ActionName;
  /** Places in the article (sentences counting from 0, or a page counting from 1) and numbers of answers. Empty where the action is about the message itself. */
  readonly args: readonly number[];
}

/** A list to choose from. What is chosen comes with the offer that is taken then. */
export interface Menu {
  readonly offer: Offer;
  /** What it is for: shown as long as nothing is chosen. */
  readonly label: string;
  /** At least one. */
  readonly choices: readonly Choice[];
  /** How many may be chosen at once; one, where it isn't said. */
  readonly most?: number;
}

/** What can be chosen: a number, and what it stands for. */
export interface Choice {
  readonly value: number;
  readonly label: string;
  /** More about it. */
  readonly hint?: string;
}

export type ActionName =
  | 'follow'
  | 'followed'
  | 'without'
  | 'context'
  | 'hide'
  | 'more'
  | 'find'
  | 'open'
  | 'previous'
  | 'next'
  | 'delete'
  | 'share'
  | 'pinthis'
  | 'take'
  | 'put'
  | 'earlier'
  | 'later'
  | 'pin'
  | 'cancel'
  | 'correct'
  | 'undo'
  | 'back'
  | 'forth'
  | 'drop'
  | 'choose'
  | 'dismiss'
  | 'clear'
  | 'addtext'
  | 'taketext'
  | 'takenew'
  | 'keepold'
  | 'retitle'
  | 'retitled'
  | 'dropfound'
  | 'removetext'
  | 'keeptext'
  | 'talkabout'
  | 'alltexts'
  | 'shelfback'
  | 'shelfforth'
  | 'whichtext'
  | 'whichtopin'
  | 'allowtext'
  | 'denytext'
  | 'showtext';

/** Who sees a reply: everyone who sees the place where it was asked for, or who asked alone. */
export type Audience = 'everyone' | 'asker';

/**
 * What came of something that somebody did: it was answered, or the article doesn't say; it was refused, for a limit or a permission; it
 * came too late and was dropped; it failed.
 */
export type Result = 'answered' | 'not said' | 'refused' | 'dropped' | 'failed';

export type Reply =
  /** `result`: what it is where it is no answer. `article`: the fingerprint of that which its offers are about, where it is another than the one that was asked. */
  | {
      kind: 'reply';
      blocks: readonly Block[];
      offers: readonly Offer[];
      menus?: readonly Menu[];
      audience: Audience;
      result?: Result;
      article?: string;
    }
  /** The message that was acted on says this from now on. */
  | { kind: 'update'; blocks: readonly Block[]; offers: readonly Offer[]; menus?: readonly Menu[]; article?: string }
  /** Asks for a line of text, which comes with the offer that is taken then. */
  | { kind: 'form'; title: string; label: string; hint: string; offer: Offer; article?: string }
  /** The message that was acted on goes. */
  | { kind: 'remove' }
  /** The last words of a conversation. */
  | { kind: 'leave'; blocks: readonly Block[] };

export function reply(blocks: readonly Block[], offers: readonly Offer[] = [], audience: Audience = 'everyone'): Reply {
  return { kind: 'reply', blocks, offers, audience };
}

/** A reply whose offers are about an article, by its fingerprint, where nothing else is said. */
export function ofArticle(reply: Reply, fingerprint: string): Reply {
  return reply.kind === 'remove' || reply.kind === 'leave' || reply.article !== undefined ? reply : { ...reply, article: fingerprint };
}

/** A note that is shown before quotes are; none where it is empty. */
export function noteFirst(text: string): Block[] {
  return text === '' ? [] : [{ kind: 'note', text, needed: true }];
}

/** A word to who asked alone. */
export function tell(text: string, result?: Result): Reply {
  return { kind: 'reply', blocks: [{ kind: 'words', text }], offers: [], audience: 'asker', ...(result && { result }) };
}
