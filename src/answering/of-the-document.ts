import { type Article, quote, type Sentence } from '../article/article.ts';
import type { Field } from '../document/about.ts';
import { wordsOf } from '../search/words.ts';
import type { Answered, FromHeader } from './answer.ts';
import { datesIn } from './dates.ts';
import type { Question } from './question.ts';

/**
 * Answers who wrote the document, when and where it was published, and what it is called: by its front matter, or by its title and byline in the text.
 * Undefined where something else is asked, or neither says.
 * @param inTalk whether something was said before: then "it" means that
 */
export function answerOfDocument(article: Article, question: Question, inTalk: boolean): FromHeader | Answered | undefined {
  const field = fieldAsked(question.text, inTalk);
  if (!field) return undefined;
  const said = field === 'title' && article.about.untitled ? undefined : article.about[field];
  const line = lineOf(article, field, said);
  if (line) return byLine(article, question, line);
  return said === undefined ? undefined : { kind: 'header', question, field, text: said };
}

const THIS = '(?:this|(?:this|the) (?:whole |news )?(?:article|text|story|page|document|piece|post))';
const AUTHOR = '(?:author|writer)';
const PUBLISHED = '(?:(?:first|originally) )?(?:published|written|posted|released|from|dated)';

/** What is asked of a document: in lower case and without marks; `THAT` is what the document is called in the question. */
const ASKED: Record<Field, readonly string[]> = {
  byline: [
    'who (?:wrote|authored|has written) THAT',
    `who(?:s| is| was) (?:the )?${AUTHOR}(?: of THAT)?`,
    'who(?:s| is| was) THAT (?:written )?by',
    'by whom (?:is|was) THAT(?: written)?',
    `what(?:s| is) the (?:name of the ${AUTHOR}|${AUTHOR}s name|byline)(?: of THAT)?`,
    `(?:the )?(?:${AUTHOR}|byline)`,
  ],
  published: [
    `(?:when|(?:on |in |from )?(?:what|which) (?:date|day|year|month)) (?:is|was) THAT ${PUBLISHED}`,
    '(?:when|(?:on |in )?(?:what|which) (?:date|day|year|month)) did THAT (?:come out|appear)',
    '(?:of|from) (?:what|which) (?:date|day|year|month) is THAT',
    'what(?:s| is) the date of THAT',
    '(?:what(?:s| is) )?(?:the )?(?:publication date|date of publication)(?: of THAT)?',
    'how old is THAT',
  ],
  title: [
    'what(?:s| is| was) the (?:title|headline)(?: of THAT)?',
    'what(?:s| is) the name of THAT',
    'what(?:s| is) THATs (?:title|headline|name)',
    '(?:what|how) is THAT (?:called|titled|entitled|headlined)',
    '(?:the )?(?:title|headline)',
  ],
  source: [
    `where (?:is|was) THAT (?:taken |${PUBLISHED})`,
    'where (?:does|did) THAT (?:come from|appear)',
    'wheres THAT from',
    'what(?:s| is) THAT from',
    'what(?:s| is) the (?:source|link|url)(?: (?:of|to|for) THAT)?',
    'where can (?:i|we) (?:find|read|see) (?:THAT|the original)(?: online)?',
    '(?:give|send|show) me (?:the|a) (?:source|link|url)(?: (?:of|to|for) THAT)?',
    '(?:the )?(?:source|link|url)',
  ],
};

/** The patterns where nothing was said before, so that "it" is the document too, and where something was. */
const [ALONE, IN_TALK] = [`(?:it|${THIS})`, THIS].map((that) =>
  (Object.keys(ASKED) as Field[]).map((field) => {
    const forms = ASKED[field].map((form) => form.replaceAll('THAT', that)).join('|');
    return [field, new RegExp(`^(?:(?:and|so|but|ok|okay|please) )*(?:${forms})(?: (?:please|then))*$`)] as const;
  }),
);

function fieldAsked(question: string, inTalk: boolean): Field | undefined {
  if (question.length > LONGEST) return undefined;
  const forms = wordsOf(question)
    .map(({ form }) => form)
    .join(' ');
  return (inTalk ? IN_TALK : ALONE)?.find(([, asks]) => asks.test(forms))?.[0];
}

/** Nobody asks for such a thing in more UTF-16 units. */
const LONGEST = 100;

/** The line of the text that says it: the title, who wrote it, when. @param said what the front matter says: then only a line that says the same */
function lineOf(article: Article, field: Field, said: string | undefined): Sentence | undefined {
  const kind = field === 'title' ? 'title' : field === 'source' ? undefined : 'byline';
  return article.sentences.find((one) => {
    if (kind === undefined || article.blocks[one.block]?.kind !== kind) return false;
    const text = quote(article, one.index).text;
    if (said !== undefined) return text.toLowerCase().includes(said.toLowerCase());
    if (field === 'published') return datesIn(text).length > 0;
    return field === 'title' || (WRITTEN.test(text) && !ELSE.test(text));
  });
}

/** A byline that says who wrote it, and not who took its pictures. */
const WRITTEN = /\b(?:by|author|words|text|written)\b/i;
const ELSE = /\b(?:photo|picture|image|illustrat|edited|film|graphic)/i;

function byLine(article: Article, question: Question, { index }: Sentence): Answered {
  return { kind: 'answer', question, quotes: [{ quote: quote(article, index), score: 0 }], shown: 1, confidence: 1, sure: true, read: [] };
}
