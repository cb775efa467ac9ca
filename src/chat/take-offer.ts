import type { Action, Here, Message } from '../../commands/command.ts';
import { actions } from '../../commands/index.ts';
import { mover, withChange } from '../../commands/moved.ts';
import { readCustomId } from '../action.ts';
import type { Place } from '../conversation/conversations.ts';
import type { Library } from '../library/library.ts';
import { ofArticle, type Reply, tell } from '../reply.ts';
import type { Permission } from '../surface.ts';
import { wording } from '../wording.ts';
import { messageOf, offersIn, type Sent } from './message.ts';

/** What somebody does with a message of the bot: presses a button, chooses in a menu, or fills in a form. */
export interface Taken {
  readonly customId: string;
  readonly place: Place;
  /** The message that it is on; undefined where that isn't known. */
  readonly message?: Sent | undefined;
  readonly by: 'button' | 'menu' | 'form';
  /** What was chosen. */
  readonly values: readonly string[];
  /** What was typed. */
  readonly text: string;
}

/** What a surface does for that. */
export interface Hands {
  /** @param fingerprint of the article that is talked about */
  here(fingerprint: string): Here;
  /** What they are told who may not do it. */
  refusal(needs: Permission | undefined, here: Here): Reply | undefined;
  /** Acknowledges what may take longer than people wait for. */
  acknowledge(): Promise<unknown>;
  /** Whether they may take the message away, whoever asked for it. */
  readonly mayDelete: boolean;
  /** Does what the model reads for. */
  read(message: Message, work: () => Promise<readonly Reply[]>): Promise<readonly Reply[]>;
}

const TAKES = { button: undefined, menu: 'choice', form: 'text' } as const;

const NO_MESSAGE: Message = { id: '', content: '', offers: [], private: false };

/** Does what a button, a menu or a form offers. @returns the replies, in the order in which they are to happen */
export async function takeOffer(
  { customId, place, message: sent, by, values, text }: Taken,
  library: Library,
  hands: Hands,
): Promise<readonly Reply[]> {
  const found = await library.find(place, readCustomId(customId)?.fingerprint ?? '');
  const { desk: of, now } = found ?? { desk: library.host, now: library.host };
  const { fingerprint } = of;
  // An id that is on no button or menu of the message is forged, or out of date. A form's id is never on the message.
  const ids = by === 'form' ? [customId] : (sent?.customIds ?? []);
  const [taken] = offersIn(ids.includes(customId) ? [customId] : [], fingerprint);
  const action: Action | undefined = actions.find((one) => one.name === taken?.action && one.takes === TAKES[by]);
  if (!action || !taken || (!found && action.places)) return [tell(wording.noLongerApplies)];
  const here = hands.here(fingerprint);
  const refused = hands.refusal(action.needs, here);
  if (refused) return [refused];
  if (action.slow) await hands.acknowledge();
  const asWritten = sent ? messageOf(sent, fingerprint) : NO_MESSAGE;
  const move = of === now ? undefined : mover(of, now);
  const typed = values.map((value) => (/^-?\d+$/.test(value) ? Number(value) : Number.NaN));
  const choosesPlaces = action.takes === 'choice' && action.places !== undefined;
  const moved = move?.(choosesPlaces ? { ...taken, args: typed } : taken);
  const desk = moved ? now : of; // what has changed since is shown as it was
  const [args, chosen] = choosesPlaces ? [taken.args, moved?.args ?? typed] : [moved?.args ?? taken.args, typed];
  const message = move && moved ? { ...asWritten, offers: asWritten.offers.flatMap((offer) => move(offer) ?? []) } : asWritten;
  const mayDelete = async () => {
    const id = message.offers.find((offer) => offer.action === 'follow')?.args[1];
    return hands.mayDelete || (id !== undefined && (await desk.given(id))?.place.user === place.user); // also where what it replies to is gone
  };
  const work = async () => {
    const replies =
      (await action.run({ ...here, args, text, chosen, message, now, mayDelete }, desk, library)) ?? tell(wording.noLongerApplies);
    return [replies].flat().map((reply) => ofArticle(move && !moved ? withChange(reply) : reply, desk.fingerprint));
  };
  return action.reads ? hands.read(message, work) : work();
}
