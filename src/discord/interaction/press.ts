import { type MessageComponentInteraction, MessageFlags, type ModalSubmitInteraction, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import type { Action } from '../../../commands/command.ts';
import { actions } from '../../../commands/index.ts';
import { mover, withChange } from '../../../commands/moved.ts';
import { readCustomId } from '../../action.ts';
import type { Desk } from '../../desk.ts';
import type { Library } from '../../library/library.ts';
import { type Offer, type Reply, tell } from '../../reply.ts';
import { wording } from '../../wording.ts';
import type { Read } from '../limits/reading.ts';
import { hereOf, placeOf } from './here.ts';
import { about, customIdsOf, messageOf, offersIn } from './message.ts';
import { refusal } from './permissions.ts';
import { FIELD } from './render.ts';

/** What can be acted with: a button, a menu, or a form that was filled in. */
type Pressed = MessageComponentInteraction | ModalSubmitInteraction;

/** Does what a button, a menu or a form offers. */
export async function runAction(interaction: Pressed, library: Library, read: Read, log: Logger): Promise<readonly Reply[]> {
  const { customId } = interaction;
  const found = await library.find(placeOf(interaction), readCustomId(customId)?.fingerprint ?? '');
  const { desk: of, now } = found ?? { desk: library.host, now: library.host };
  const { fingerprint } = of;
  const takes = takenBy(interaction);
  // What is no button of the message was made up, or is gone by now; a form's offer is on no button.
  const ids = takes === 'text' ? [customId] : interaction.message ? customIdsOf(interaction.message) : [];
  const [taken] = offersIn(ids.includes(customId) ? [customId] : [], fingerprint);
  const action: Action | undefined = actions.find((one) => one.name === taken?.action && one.takes === takes);
  if (!action || !taken || (!found && action.places)) return [tell(wording.noLongerApplies)];
  const here = hereOf(interaction, fingerprint, log);
  const refused = refusal(interaction.memberPermissions, action.needs, here.channel);
  if (refused) return [refused];
  if (action.slow && interaction.isMessageComponent()) await interaction.deferUpdate();
  const asWritten = interaction.message ? messageOf(interaction.message, fingerprint) : NO_MESSAGE;
  const move = of === now ? undefined : mover(of, now);
  const typed = interaction.isStringSelectMenu()
    ? interaction.values.map((value) => (/^-?\d+$/.test(value) ? Number(value) : Number.NaN))
    : [];
  const choosesPlaces = action.takes === 'choice' && action.places !== undefined;
  const moved = move?.(choosesPlaces ? { ...taken, args: typed } : taken);
  const desk = moved ? now : of; // what has changed since is shown as it was
  const [args, chosen] = choosesPlaces ? [taken.args, moved?.args ?? typed] : [moved?.args ?? taken.args, typed];
  const message = move && moved ? { ...asWritten, offers: asWritten.offers.flatMap((offer) => move(offer) ?? []) } : asWritten;
  const text = interaction.isModalSubmit() ? interaction.fields.getTextInputValue(FIELD) : '';
  const mayDelete = () => mayDeleteIt(interaction, message.offers, desk);
  const run = () => action.run({ ...here, args, text, chosen, message, now, mayDelete }, desk, library);
  const work = async () =>
    [(await run()) ?? tell(wording.noLongerApplies)].flat().map((reply) => about(move && !moved ? withChange(reply) : reply, desk));
  const sign = () =>
    interaction.isModalSubmit()
      ? interaction.deferReply(message.private ? { flags: MessageFlags.Ephemeral } : {})
      : interaction.deferUpdate();
  return action.reads ? read({ place: here.place, may: interaction.memberPermissions, work, sign }) : work();
}

const NO_MESSAGE = { id: '', content: '', offers: [], private: false };

function takenBy(interaction: Pressed): Action['takes'] {
  if (interaction.isModalSubmit()) return 'text';
  return interaction.isStringSelectMenu() ? 'choice' : undefined;
}

/** Whether who presses may take the message away: they are alone with the bot, asked for it, or may manage messages there. */
async function mayDeleteIt(interaction: Pressed, offers: readonly Offer[], desk: Desk): Promise<boolean> {
  const { message, user, memberPermissions } = interaction;
  const asker = message?.interactionMetadata?.user.id ?? message?.mentions.repliedUser?.id;
  if (!interaction.inGuild() || asker === user.id || memberPermissions?.has(PermissionFlagsBits.ManageMessages)) return true;
  const id = offers.find(({ action }) => action === 'follow')?.args[1];
  return id !== undefined && (await desk.given(id))?.place.user === user.id; // also where the message that it replies to is gone
}
