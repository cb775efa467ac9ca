import { context, hide } from './actions/context.ts';
import { correction, undo } from './actions/correct.ts';
import { drop } from './actions/corrections.ts';
import { follow, followed, without } from './actions/follow.ts';
import { choose, clear, dismiss } from './actions/gaps.ts';
import * as shelf from './actions/library.ts';
import { remove, share } from './actions/message.ts';
import { more } from './actions/more.ts';
import { find, next, open, previous } from './actions/pages.ts';
import * as permit from './actions/permit.ts';
import { cancel, earlier, later, pin, pinThis, put, take } from './actions/pin.ts';
import { back, forth } from './actions/turn.ts';
import * as which from './actions/which-text.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import type { Action, Command } from './command.ts';
import { compare } from './compare.ts';
import { correct } from './correct.ts';
import { corrections } from './corrections.ts';
import { forget } from './forget.ts';
import { gaps } from './gaps.ts';
import { helpOn } from './help.ts';
import { addToLibrary, libraryAdd, libraryChannel, libraryList, libraryRemove, libraryReplace, libraryWatch } from './library.ts';
import { openText } from './open-text.ts';
import { pinRemove, pinSummary } from './pin.ts';
import { quit } from './quit.ts';
import { summary } from './summary.ts';
import { web } from './web.ts';
import { what } from './what.ts';
import { when } from './when.ts';
import { where } from './where.ts';
import { who } from './who.ts';

/** What can be done next with a reply. */
export const actions: readonly Action[] = [
  ...[follow, followed, without, context, hide, more, find, open, previous, next, remove, share],
  ...[pinThis, take, put, earlier, later, pin, cancel],
  ...[shelf.addText, shelf.takeText, shelf.retitle, shelf.retitled, shelf.dropFound, shelf.removeText, shelf.keepText],
  ...[shelf.takeNew, shelf.keepOld],
  ...[shelf.talkAbout, shelf.allTexts, shelf.shelfBack, shelf.shelfForth],
  ...[permit.allowText, permit.denyText, permit.showText],
  ...[which.whichText, which.whichToPin],
  ...[correction, undo, back, forth, drop, choose, dismiss, clear],
];

const withoutHelp: readonly Command[] = [
  ...[who, where, when, what, ask, summary, article, openText, web, forget, quit],
  ...[compare, libraryAdd, libraryList, libraryRemove, libraryReplace, libraryChannel, libraryWatch, addToLibrary],
  ...[pinSummary, pinRemove, correct, corrections, gaps],
];

/** THE list: dispatch, registration, help and completion read it. */
export const commands: readonly Command[] = [...withoutHelp, helpOn(withoutHelp, actions)];
