import type { Desk } from '../src/desk.ts';
import type { Reply } from '../src/reply.ts';

/** What somebody typed behind a command. */
export interface Request {
  readonly text: string;
}

export interface Command {
  /** Without the slash. */
  readonly name: string;
  readonly description: string;
  /** What may be typed behind it; `required` where it makes no sense without. */
  readonly option?: { readonly name: string; readonly required: boolean };
  /** Where there is no other place for it. */
  readonly only?: 'terminal';
  run(request: Request, desk: Desk): Reply;
}

/** What can be done next with a reply. */
export interface Action {
  readonly name: string;
  readonly description: string;
  /** @param sentences of the article, counting from 0 */
  run(sentences: readonly number[], desk: Desk): Reply;
}
