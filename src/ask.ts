import 'dotenv/config';
import { createInterface } from 'node:readline';
import { blocksOf } from '../commands/answer.ts';
import { parseChoice, parseLine } from '../commands/line.ts';
import { notBrought } from '../commands/proposal.ts';
import { lengthOf, summary, blocksOf as summaryBlocks } from '../commands/summary.ts';
import type { Answer } from './answering/answer.ts';
import { FOUR_WS } from './answering/asks.ts';
import { argumentsOf, fromWhereTyped } from './arguments.ts';
import { type Article, quote } from './article/article.ts';
import { chooseArticle } from './article/choose.ts';
import { type Config, loadConfig } from './config.ts';
import type { Asked } from './conversation/conversations.ts';
import { type Desk, openDesk } from './desk.ts';
import { leaveWhereNobodyListens } from './leave.ts';
import { bringNamed, isLink } from './library/named.ts';
import { openSources } from './library/sources.ts';
import { type ModelReader, openModel } from './reading/model-reader.ts';
import { answerAsJson, summaryAsJson } from './terminal/json.ts';
import { render } from './terminal/render.ts';
import { openSign } from './terminal/sign.ts';
import { wording } from './wording.ts';
import { askUsage } from './wording-usage.ts';

/** The only place there is: all lines are one conversation, where they are one at all. */
const HERE = { user: 'you', channel: 'here' };

let reader: ModelReader | undefined;
const sign = openSign(process.stderr);
leaveWhereNobodyListens(() => reader);
await run();

/** `npm run ask`: one question, or one a line from standard input. */
async function run(): Promise<void> {
  const { options, rest } = await argumentsOf(askUsage, process);
  const desk = await open(options.article);
  if (!desk) return;
  const show = async (line: string) => {
    if (parseLine(line).name === summary.name) return sumUp(line, desk, options.json);
    const asked = questionIn(line);
    const given = await sign.during('answer', () => (options.conversation ? desk.ask(asked, { place: HERE }) : desk.answer(asked, HERE)));
    if (options.json) console.log(JSON.stringify(answerAsJson(line, given)));
    else console.log(render(blocksOf(given, asked, desk), {}));
    if (options.why) why(given.answer, desk, options.json);
  };
  if (rest.length > 0) await show(rest.join(' '));
  else {
    if (process.stdin.isTTY) console.error(wording.askHere);
    for await (const line of createInterface({ input: process.stdin })) await show(line);
  }
  await reader?.close();
}

/** "/summary short about Damascus" */
function sumUp(line: string, desk: Desk, json: boolean): void {
  const { text, choice } = parseChoice(parseLine(line).text, summary.choice.of);
  const sentences = desk.summarise(lengthOf(choice), text);
  if (json) console.log(JSON.stringify(summaryAsJson(line, sentences, desk.article)));
  else console.log(render(summaryBlocks(sentences, text, desk), {}));
}

/** The article of the option, a file or a link; or the one that `npm start` would talk about. And the model that reads it. */
async function open(named: string | undefined): Promise<Desk | undefined> {
  const loaded = loadConfig(process.env);
  if (loaded.kind !== 'config') return fail(loaded.variables.map(wording.badVariable), 1);
  const article = await (named === undefined ? chosen(loaded.config) : brought(named, loaded.config));
  if (!article) return;
  const opened = openModel(loaded.config.model);
  if (opened.kind !== 'reader') return fail([wording.badModel(opened)], 1);
  reader = opened.reader;
  const tried = await sign.during('model', () => opened.reader.loaded);
  if (tried.kind !== 'loaded') return fail([wording.badModel(tried)], 1);
  return sign.during('file', async () => openDesk(article, opened.reader));
}

async function chosen({ contentDir, article }: Config): Promise<Article | undefined> {
  const choice = await sign.during('file', () => chooseArticle(contentDir, article));
  if (choice.kind !== 'article') return fail([wording.badArticle(choice)], 1);
  if (choice.assumed) console.error(wording.assumedEncoding(choice.file, choice.assumed));
  return choice.article;
}

async function brought(typed: string, { fetchLocal }: Config): Promise<Article | undefined> {
  const named = isLink(typed) ? typed : fromWhereTyped(typed, process.env);
  const found = await sign.during(isLink(named) ? 'page' : 'file', () => bringNamed(named, () => openSources(fetchLocal)));
  if (found.kind !== 'found') return fail([render([notBrought(found)], {})], 1);
  if (found.assumed) console.error(wording.assumedEncoding(named, found.assumed));
  return found.article;
}

/** "/when did it begin" → when, "did it begin"; any other line is a question as it stands. */
function questionIn(line: string): Asked {
  const { name, text } = parseLine(line);
  const asks = FOUR_WS.find((w) => w === name);
  return asks ? { text, asks } : { text: name === 'ask' ? text : line };
}

/** Prints what the model said, and of what; beside JSON to standard error, so that the objects stay alone on their lines. */
function why(answer: Answer, { article }: Desk, json: boolean): void {
  if (answer.kind !== 'answer' && answer.kind !== 'not in the article') return;
  const print = json ? console.error : console.log;
  print(wording.confidence(answer.confidence));
  print(wording.windowsRead(answer.read.map(([from, to]) => wording.window(quote(article, from), quote(article, to - 1)))));
  for (const found of answer.quotes.slice(0, 3)) print(wording.scored(found));
}

function fail(problems: readonly string[], code: number): undefined {
  for (const problem of problems) console.error(problem);
  process.exitCode = code;
}
