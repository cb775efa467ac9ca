import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { Logger } from 'pino';
import { ask } from '../../../commands/ask.ts';
import type { Command, Request } from '../../../commands/command.ts';
import { commands } from '../../../commands/index.ts';
import { commandIn } from '../../../commands/line.ts';
import type { Which } from '../../../commands/which-text.ts';
import { readCustomId } from '../../action.ts';
import { aboutWhich, messageOf } from '../../chat/message.ts';
import { commandNamed, runCommand, suggestedFor } from '../../chat/run-command.ts';
import type { Library } from '../../library/library.ts';
import type { Kind } from '../../monitoring/meter.ts';
import { type Reply, type Result, tell } from '../../reply.ts';
import { wording } from '../../wording.ts';
import { lateness } from '../limits/age.ts';
import type { Read } from '../limits/reading.ts';
import { guarded, logged, resultOf, type Watchers } from './guard.ts';
import { hereOf, placeOf } from './here.ts';
import { sentOf } from './message.ts';
import { refusal } from './permissions.ts';
import { runAction } from './press.ts';
import { type Answerable, send } from './send.ts';

/** Discord shows so many choices, of so many UTF-16 units. */
const CHOICES = 25;
const LONGEST_CHOICE = 100;

/** What comes so many milliseconds late is not begun: three seconds after it was sent, Discord takes no answer any more. */
const TOO_LATE = 2500;

/** Answers interactions. */
export function dispatcher(library: Library, watchers: Watchers, read: Read): (interaction: Interaction) => Promise<void> {
  const { log } = watchers;
  const late = lateness();

  async function answer(interaction: Answerable, run: () => Promise<readonly Reply[]>): Promise<Result> {
    const replies = await guarded(log, run);
    await send(interaction, replies, library.host.fingerprint);
    return resultOf(replies);
  }

  return (interaction) =>
    logged(watchers, { kind: kindOf(interaction), interaction: nameOf(interaction), guild: interaction.guildId }, async () => {
      if (late(interaction.id) > TOO_LATE) return 'dropped';
      if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
        return answer(interaction, () => runUsed(interaction, library, read, log));
      if (interaction.isMessageComponent() || interaction.isModalSubmit())
        return answer(interaction, () => runAction(interaction, library, read, log));
      if (!interaction.isAutocomplete()) return undefined;
      await interaction.respond(await choicesFor(interaction, library));
      return 'answered';
    });
}

function kindOf(interaction: Interaction): Kind {
  if (interaction.isAutocomplete()) return 'autocomplete';
  if (interaction.isModalSubmit()) return 'form';
  if (interaction.isButton()) return 'button';
  return interaction.isMessageComponent() ? 'menu' : 'command';
}

type Used = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

async function runUsed(interaction: Used, library: Library, read: Read, log: Logger): Promise<readonly Reply[]> {
  const command = commandOf(interaction);
  if (!command) return [tell(wording.noSuchCommand(`/${interaction.commandName}`))];
  const here = hereOf(interaction, library.host.fingerprint, log);
  const refused = refusal(interaction.memberPermissions, command.needs, here.channel);
  if (refused) return [refused];
  if (command.slow) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const request = { ...here, text: '', private: false };
  const hereAbout = (fingerprint: string) => hereOf(interaction, fingerprint, log);
  const run = async ({ command: used, ...asked }: Request & { command: Command }, known?: Which): Promise<readonly Reply[]> => {
    const work = async () => [await runCommand(used, asked, library, { known, hereOf: hereAbout })];
    const alone = asked.private || used.kind === 'message';
    const sign = () => interaction.deferReply(alone ? { flags: MessageFlags.Ephemeral } : {});
    return used.reads ? read({ place: here.place, may: interaction.memberPermissions, work, sign }) : work();
  };
  if (interaction.isMessageContextMenuCommand()) {
    const { targetMessage, client } = interaction;
    const own = targetMessage.author.id === client.user.id;
    const sent = own ? sentOf(targetMessage) : undefined;
    const desk = (sent && (await aboutWhich(sent.customIds, here.place, library))?.now) || library.host;
    const taken = takenFrom(targetMessage, interaction.user.id);
    return run({ ...request, command, taken, ...(sent && { message: messageOf(sent, desk.fingerprint) }) }, { desk });
  }
  const text = textOf(interaction, command);
  const alone = interaction.options.getBoolean('private') ?? false;
  const chosen = interaction.options.get(command.choice?.name ?? '')?.value;
  const choice = chosen !== undefined && { choice: String(chosen) };
  const article = interaction.options.getString('article') ?? '';
  const attachment = interaction.options.getAttachment('file');
  const file = attachment && { file: { name: attachment.name, link: attachment.url } };
  const meant = command === ask ? commandIn(text, commands, 'discord') : undefined; // "summarise this" asks for /summary
  return run({ ...request, command, text, ...(article && { article }), ...file, ...choice, ...meant, private: alone });
}

/** What somebody may take from a message: its files, and what it says where it is their own, or the bot's; what another person wrote, once that one allows it. */
function takenFrom({ id, attachments, author, content, client, webhookId }: Message, user: string): NonNullable<Request['taken']> {
  const files = attachments.map(({ name, url }) => ({ name, link: url }));
  if (author.id === user || author.id === client.user.id) return { files, text: content };
  const isByPerson = !author.bot && webhookId === null && content.trim() !== '';
  return { files, ...(isByPerson && { theirs: { message: id, text: content, author: { id: author.id, name: author.displayName } } }) };
}

/** What is typed behind a command, as if it were in one line. */
function textOf({ options }: ChatInputCommandInteraction, { option, also }: Command): string {
  const typed = (name = '') => String(options.get(name)?.value ?? '');
  const more = typed(also?.name).trim();
  return also && more !== '' ? `${typed(option?.name)} ${also.name} ${more}` : typed(option?.name);
}

/** The command that is used: of several with the same beginning, the one by its second word. */
function commandOf(interaction: Used | AutocompleteInteraction): Command | undefined {
  const name = interaction.isMessageContextMenuCommand()
    ? interaction.commandName
    : [interaction.commandName, interaction.options.getSubcommand(false)].filter(Boolean).join(' ');
  return commandNamed(name, commands);
}

async function choicesFor(interaction: AutocompleteInteraction, library: Library): Promise<{ name: string; value: string }[]> {
  const { name, value } = interaction.options.getFocused(true);
  const typed = { option: name, value, article: interaction.options.getString('article') ?? '' };
  const suggested = await suggestedFor(commandOf(interaction), typed, placeOf(interaction), library);
  return suggested
    .filter(({ length }) => length <= LONGEST_CHOICE)
    .slice(0, CHOICES)
    .map((question) => ({ name: question, value: question }));
}

/** What an interaction is, for the log. */
function nameOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return `/${interaction.commandName} …`;
  if (interaction.isCommand()) return `/${interaction.commandName}`;
  return 'customId' in interaction ? (readCustomId(interaction.customId)?.name ?? 'unknown') : 'unknown';
}
