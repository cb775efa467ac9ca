import { indexArticle } from '../src/answering/article-index.ts';
import { readArticleFile } from '../src/article/files.ts';
import { answerIn } from '../src/conversation/follow-up.ts';
import type { Said } from '../src/conversation/said.ts';
import { CONVERSATIONS } from '../tests/conversation/twelve.ts';
import { percentile } from './statistics.ts';

const ROUNDS = 200;
const WARM_UP = 20;

/** How long a question takes that goes on from another, beside one that stands on its own: the turns of the test's conversations. */
export function followUps(): string {
  const turns = CONVERSATIONS.flatMap(([file, conversation]) => {
    const read = readArticleFile(file);
    if (read.kind !== 'article') throw new Error(`${file} is ${read.kind}`);
    const about = indexArticle(read.article);
    let said: Said | undefined;
    return conversation.map(([asked, , kind]) => {
      const before = said;
      said = answerIn(about, asked, undefined, before).said;
      return { kind, ask: () => answerIn(about, asked, undefined, before) };
    });
  });
  const spent = { alone: [] as number[], 'follow-up': [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    for (const { kind, ask } of turns) {
      const start = performance.now();
      ask();
      if (round >= WARM_UP) spent[kind].push(performance.now() - start);
    }
  const [alone, followUp] = [percentile(spent.alone, 0.5), percentile(spent['follow-up'], 0.5)];
  return `A follow-up takes ${followUp.toFixed(3)} ms, ${(followUp / alone).toFixed(1)} times a question that stands on its own (medians).`;
}
