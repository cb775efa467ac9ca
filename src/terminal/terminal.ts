import { clearScreenDown, createInterface, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';
import { parseLine } from '../../commands/line.ts';
import { openText } from '../../commands/open-text.ts';
import type { Desk } from '../desk.ts';
import { isLink } from '../library/named.ts';
import type { OpenTexts } from '../library/open-texts.ts';
import { type Block, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { commands, names, startConversation } from './conversation.ts';
import { type Look, render } from './render.ts';
import { openSign, type Sign, type Work } from './sign.ts';
import { suspendable } from './suspend.ts';

type Input = NodeJS.ReadableStream & { isTTY?: boolean; setRawMode?(is: boolean): unknown };
type Output = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>>;

/**
 * Talks in the terminal until the input ends or somebody leaves. Where the input is no terminal, each line gets its answer as plain text, and nothing else is printed.
 * @param notes what to say at the start
 * @param later what to say as soon as the model is loaded; an answer that fails is said to have failed after that, if that comes
 * @param openPage opens a page to go on in a browser: who is at a terminal is offered that
 * @param sign shows that an answer is being looked for
 */
export async function talk(
  texts: OpenTexts,
  notes: readonly string[],
  input: Input,
  output: Output,
  later: Promise<readonly string[]> = Promise.resolve([]),
  openPage?: () => Promise<string>,
  sign: Sign = openSign({}),
): Promise<void> {
  const person = Boolean(input.isTTY && output.isTTY);
  const look = (): Look => (person ? { colour: output.hasColors?.() ?? false, width: output.columns || 80 } : { colour: false });
  const show = (blocks: readonly Block[]) => output.write(`${render(blocks, look())}\n${person ? '\n' : ''}`);
  const answer = startConversation(texts, person ? openPage : undefined);
  let [wasAsked, isLoaded, hasLeft, isOver] = [false, false, false, false];
  let doing: { readonly work: Work; readonly done: () => void } | undefined; // undefined: a question is waited for
  const begin = (work: Work) => {
    doing = { work, done: sign.show(work) };
  };
  const readline = createInterface({
    input,
    output,
    terminal: person,
    completer: (line: string) => completions(line, texts),
    prompt: person ? '? ' : '',
    historySize: 200,
  });
  let isClosed = false;
  readline.once('close', () => {
    isClosed = true;
  });
  /** Shows a prompt, with what is already typed. After the end it would reopen the input. */
  const prompt = () => {
    if (person && !isClosed) readline.prompt(true);
  };
  /** Erases the line: a prompt, or what was typed while an answer was looked for. The next prompt shows that again. */
  const clear = () => {
    if (!person) return;
    cursorTo(output, 0);
    clearScreenDown(output);
  };
  const saysAbove = (blocks: readonly Block[]) => {
    if (isOver || blocks.length === 0) return;
    doing?.done();
    clear();
    show(blocks);
    if (doing) begin(doing.work);
    else prompt();
  };
  const prepared = new Set<Desk>();
  /** Looks, once for each text, for questions that it answers. */
  const prepare = ({ desk } = texts.current) => {
    if (!person || prepared.has(desk)) return;
    prepared.add(desk);
    wasAsked = false;
    const examples: string[] = [];
    const offer = () => {
      if (!wasAsked && texts.current.desk === desk && readline.line === '') saysAbove(forExample(examples));
    };
    const found = (question: string) => {
      if (examples.push(question) === EXAMPLES) offer();
    };
    const done = () => {
      if (examples.length > 0 && examples.length < EXAMPLES) offer();
    };
    desk.prepare(found).then(done, () => undefined); // nobody has asked for them: an error shows in the first answer
  };
  let restore = () => {};
  const givenUp = new Promise<void>((give) => {
    if (person) readline.on('SIGINT', () => interrupted(readline, output) && give());
  });
  if (person) {
    show(greeting(texts.current.desk, notes));
    prompt();
    input.prependListener('keypress', () => doing?.done()); // before readline writes it there
    restore = suspendable(readline, input, () => !doing && prompt());
    later.then((more) => {
      isLoaded = true;
      saysAbove(more.map((text) => ({ kind: 'note', text })));
    });
    prepare();
  }
  for await (const line of readline) {
    if (line.trim() !== '') {
      wasAsked = true;
      begin(workFor(line, isLoaded));
      const looked = await texts.look().catch(() => undefined); // an error shows when the text is opened
      if (person && looked) saysAbove([{ kind: 'note', text: news(looked) }]);
      const answered = answer(line).catch(() => later.then(() => tell(wording.failed)));
      const reply = await Promise.race([answered, givenUp]);
      doing?.done();
      doing = undefined;
      if (!reply) break;
      clear();
      if ('blocks' in reply) show(reply.blocks);
      hasLeft = reply.kind === 'leave';
      if (hasLeft) break;
      prepare();
    }
    prompt();
  }
  isOver = true;
  restore();
  readline.close();
  if (person && !hasLeft) output.write('\n'); // the shell's prompt begins a line
}

/** What somebody waits for after a line. */
function workFor(line: string, isLoaded: boolean): Work {
  const { name, text } = parseLine(line);
  if (name === openText.name) return isLink(text) ? 'page' : 'file';
  return isLoaded ? 'answer' : 'model';
}

/** What has become of the file that is talked about. */
function news(looked: NonNullable<Awaited<ReturnType<OpenTexts['look']>>>): string {
  return looked.kind === 'read again' ? wording.readAgain(looked.file) : wording.staysAsItWas(wording.badArticle(looked));
}

function greeting({ article }: Desk, notes: readonly string[]): Block[] {
  return [
    { kind: 'words', text: wording.greeting(article.about) },
    ...notes.map((text): Block => ({ kind: 'note', text })),
    { kind: 'words', text: wording.howToGoOn },
  ];
}

/** How many questions that the text answers are shown at the start and when a text is opened: as soon as they are known, unless somebody has already begun. */
const EXAMPLES = 3;

function forExample(questions: readonly string[]): Block[] {
  return [{ kind: 'words', text: wording.tryThese }, ...questions.map((text): Block => ({ kind: 'note', text }))];
}

/** Ctrl-C drops a line that has been begun, and leaves from an empty one. @returns whether it leaves */
function interrupted(readline: ReturnType<typeof createInterface>, output: Output): boolean {
  if (readline.line === '') {
    readline.close();
    return true;
  }
  output.write('\n');
  readline.write(null, { ctrl: true, name: 'e' });
  readline.write(null, { ctrl: true, name: 'u' });
  readline.prompt();
  return false;
}

/** Tab completes a command's name, and behind it what may be typed there: on a line without one, a question that the article answers. */
function completions(line: string, texts: OpenTexts): [string[], string] {
  if (/^\/\S*$/.test(line)) return [names.map((name) => `/${name} `).filter((name) => name.startsWith(line)), line];
  const { name, text } = parseLine(line);
  const suggested = commands.find((command) => command.name === name)?.suggest?.(text, texts.current.desk, texts) ?? [];
  const goOn = suggested.filter((question) => question.toLowerCase().startsWith(text.toLowerCase()));
  return [goOn.length > 0 ? goOn : suggested.slice(0, 1), text]; // of several, what they have in common would take the place of what was typed
}
