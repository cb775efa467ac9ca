import type { Library } from '../../src/library/library.ts';
import { ofArticle, tell } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { choiceOf, FURTHER } from '../ask-which.ts';
import { type Action, PINNERS, type Press, type Replies } from '../command.ts';
import { commands } from '../index.ts';

/** Answers of the text that somebody has said they mean. */
export const whichText = {
  name: 'whichtext',
  label: wording.menus.which(1, 1),
  takes: 'choice',
  only: 'discord',
  reads: true,
  run: (press, _desk, library) => answerOf(press, library, 'whichtext'),
} satisfies Action;

/** The same, of a command for those who pin. */
export const whichToPin = {
  ...whichText,
  name: 'whichtopin',
  ...PINNERS,
  run: (press, _desk, library) => answerOf(press, library, 'whichtopin'),
} satisfies Action;

async function answerOf(press: Press, library: Library, action: 'whichtext' | 'whichtopin'): Promise<Replies> {
  const {
    args: [id = -1, page = 1],
    chosen: [at = FURTHER],
    message,
    place,
    surface,
    name,
    at: when,
    channel,
    elsewhere,
  } = press;
  const asked = library.undecided.get(id);
  if (!asked) return { kind: 'update', blocks: [{ kind: 'words', text: wording.choiceOver }], offers: [] };
  const command = commands.find((one) => one.name === asked.command);
  if (asked.user !== place.user) return tell(wording.notYourChoice);
  if (at === FURTHER) return { kind: 'update', ...choiceOf(id, asked, action, page + 1) };
  const { title, fingerprint } = asked.texts[at] ?? { title: '', fingerprint: '' };
  const desk = (await library.find(place, fingerprint))?.now;
  if (!desk || !command) return undefined;
  const here = { surface, place, name, at: when, ...(channel && { channel }), ...(elsewhere && { elsewhere }) };
  const answer = ofArticle(await command.run({ ...here, ...asked, article: title }, desk, library), desk.fingerprint);
  library.undecided.remove(id);
  if (answer.kind !== 'reply') return answer;
  if (message.private && answer.audience === 'everyone') return [answer, { kind: 'remove' }];
  const { audience: _seen, result: _counted, ...shown } = answer;
  return { ...shown, kind: 'update' };
}
