import { type Article, readArticle } from '../article/article.ts';
import { chooseArticle } from '../article/choose.ts';
import type { Config } from '../config.ts';
import { openDesk } from '../desk.ts';
import { openModel } from '../reading/model-reader.ts';
import { wording } from '../wording.ts';
import { findings } from '../wording-doctor.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** A tiny text, a question, and the sentence that answers it: so plainly that a model which doesn't find it, or isn't sure of it, is broken. */
const SENTENCE = 'The museum on the quay lets visitors in from nine in the morning.';
const QUESTION = 'When does the museum open?';
const TEXT = `The ferry to the island leaves every hour. ${SENTENCE} Bicycles travel free of charge.`;

export async function theArticle({ contentDir, article: wanted }: Config): Promise<Finding> {
  const choice = await chooseArticle(contentDir, wanted);
  if (choice.kind !== 'article') return wrong('article', wording.badArticle(choice));
  const { file, article, bad } = choice;
  const unread = bad.length > 0 && !wanted ? findings.unread(bad.map((one) => one.file)) : '';
  return fine('article', findings.article(file, article.sentences.length, unread));
}

/** Asks the model something. */
export async function theModel({ model }: Config): Promise<Finding> {
  const opened = openModel(model);
  if (opened.kind !== 'reader') return wrong('model', wording.badModel(opened));
  const { reader } = opened;
  try {
    const tried = await reader.loaded;
    if (tried.kind !== 'loaded') return wrong('model', wording.badModel(tried));
    const began = performance.now();
    const { answer } = await openDesk(museum(), reader).answer({ text: QUESTION }, { user: 'doctor' });
    const ms = performance.now() - began;
    const said = answer.kind === 'answer' && answer.sure ? answer.quotes[0]?.quote.text : undefined;
    if (said !== SENTENCE) return wrong('model', findings.modelWrong(QUESTION, said));
    return fine('model', findings.model(ms, tried.slow && wording.slowHost(tried.slow.ms, tried.slow.windows)));
  } finally {
    await reader.close();
  }
}

function museum(): Article {
  return readArticle({ title: 'The museum' }, TEXT);
}
