import { context, hide } from './actions/context.ts';
import { follow, followed, without } from './actions/follow.ts';
import { remove, share } from './actions/message.ts';
import { more } from './actions/more.ts';
import { find, next, previous } from './actions/pages.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import type { Action, Command } from './command.ts';
import { forget } from './forget.ts';
import { helpOn } from './help.ts';
import { quit } from './quit.ts';
import { summary } from './summary.ts';
import { what } from './what.ts';
import { when } from './when.ts';
import { where } from './where.ts';
import { who } from './who.ts';

/** What can be done next with a reply. */
export const actions: readonly Action[] = [follow, followed, without, context, hide, more, find, previous, next, remove, share];

const withoutHelp: readonly Command[] = [who, where, when, what, ask, summary, article, forget, quit];

/** THE list: dispatch, registration, help and completion read it. */
export const commands: readonly Command[] = [...withoutHelp, helpOn(withoutHelp, actions)];
