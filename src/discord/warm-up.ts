import { commands } from '../../commands/index.ts';
import type { Desk } from '../desk.ts';

/** So many questions for each command; more make no difference. */
const QUESTIONS = 10;

/** The word is in no article and no dictionary: reading it takes all that reading can take. */
const UNKNOWN = 'qwertzing';

const NOBODY = { user: 'nobody', channel: 'nowhere' };

/** The first questions are the dearest ones: the bot asks them itself, before anybody waits for an answer. Nothing of them is kept. */
export async function warmUp(desk: Desk): Promise<void> {
  const forgetful: Desk = { ...desk, ask: async (asked) => ({ ...desk.answer(asked), private: false }) };
  for (const { run, suggest } of commands.filter(({ privacy }) => privacy === 'chosen'))
    for (const question of ['', ...desk.suggestions(QUESTIONS).map((question) => `${question} ${UNKNOWN}`)]) {
      await run({ text: question, private: false, surface: 'discord', place: NOBODY }, forgetful);
      suggest?.(question, desk);
    }
}
