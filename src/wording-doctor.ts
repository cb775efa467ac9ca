import type { Check } from './doctor/finding.ts';
import type { Permission } from './surface.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** At most this many servers are named. */
const NAMED = 10;

/** Every sentence of `npm run doctor` that nobody else says. */
export const findings = {
  node: (version: string) => version,
  oldNode: (version: string, needed: string) =>
    `This is Node.js ${version}, and Verbatim needs ${needed} or newer. Get it from nodejs.org.`,
  withToken: 'DISCORD_TOKEN is set: Verbatim talks on Discord.',
  withoutToken: 'DISCORD_TOKEN is not set: Verbatim talks in the terminal.',
  noToken: 'Not needed without DISCORD_TOKEN.',

  article: (file: string, sentences: number, unread: string) =>
    `${file} has ${sentences.toLocaleString('en')} ${sentences === 1 ? 'sentence' : 'sentences'}.${unread}`,
  unread: (files: readonly string[]) => ` Files there that can't be read: ${files.join(', ')}.`,
  model: (ms: number, slow?: string) => `It found the answer in a small text, in ${seconds(ms)}.${slow ? ` ${slow}` : ''}`,
  modelWrong: (question: string, said?: string) =>
    `Asked "${question}" of a small text, it ${said === undefined ? 'found no answer' : `took this for the answer: ${said}`}. Its files are damaged, or this processor computes wrong results. Clone the repository again, or copy the folder "model" from another clone.`,

  data: (folder: string) => `${folder} can be read and written.`,
  dataEmpty: (folder: string) => `${folder} can be written. Nothing is kept there yet.`,
  dataToCome: (folder: string) => `${folder} is not there yet: the first start creates it.`,
  dataClosed: (folder: string, reason: string) =>
    `${folder} can't be written (${reason}). Let the user that Verbatim runs as write there, or set DATA_DIR to another folder.`,
  dataInRedis: (address: string) => `The Redis at ${address} can be read and written.`,
  diskOfRedis: 'Not needed: REDIS_URL is set.',
  disk: (folder: string, free: number) => `${megabytes(free)} are free where ${folder} is.`,
  diskFull: (folder: string, free: number) =>
    `Only ${megabytes(free)} are free where ${folder} is. Free some, or set DATA_DIR to another folder.`,

  network: (api: string, ms: number) => `${api} answers in ${seconds(ms)}.`,
  outOfOrder: (status: number) => `it is having problems (it answers ${status}). See discordstatus.com, and try again later`,
  clock: "It agrees with Discord's.",
  noDate: 'Discord did not say what time it has.',
  clockAhead: (ms: number) => clockOff('ahead of', ms),
  clockBehind: (ms: number) => clockOff('behind', ms),
  token: (name: string, id: string) => `Discord knows it: it belongs to ${name} (${id}).`,
  gateway: (remaining: number, total: number, shards: number) =>
    `${remaining.toLocaleString('en')} of ${total.toLocaleString('en')} starts are left for today. Discord advises ${shards === 1 ? 'one shard' : `${shards} shards`}.`,
  noStarts: (total: number, ms: number) =>
    `All ${total.toLocaleString('en')} starts for today are used up: something keeps restarting the bot. The next one is possible in ${Math.ceil(ms / 60_000)} minutes.`,
  application: (name: string, id: string) => `${name} (${id})`,
  endpoint:
    'It has an Interactions Endpoint URL, so Discord sends commands and button presses there and not to the bot. In the Developer Portal, under General Information, empty that field.',
  codeGrant:
    'It requires an OAuth2 code grant, so the invite link does not work. In the Developer Portal, under Bot, switch "Requires OAuth2 Code Grant" off.',
  intents: (on: readonly string[]) =>
    on.length === 0
      ? 'No privileged intent is switched on, and none is needed.'
      : `No privileged intent is needed. In the Developer Portal, under Bot, you can switch off: ${on.join(', ')}.`,
  servers: (all: number, looked: number, link: string) =>
    `The bot is in ${all === 1 ? 'one server' : `${all.toLocaleString('en')} servers`}${looked < all ? `, and the checks below look at the first ${looked}` : ''}. To add it to another: ${link}`,
  tooManyServers: (all: number) =>
    `The bot is in ${all.toLocaleString('en')} servers, which is more than its shards may serve: 2,500 each. Set SHARDS to auto.`,
  noServers: 'The bot is in no server yet.',
  permissions: (servers: number) =>
    `The bot's roles let it do what it needs in ${servers === 1 ? 'that server' : `all ${servers.toLocaleString('en')} servers`}. Channels can still forbid it.`,
  permissionsLacking: (short: readonly (Named & { lacks: readonly Permission[] })[]) =>
    `The bot's roles lack ${someOf(short, ({ name, id, lacks }) => `${lacks.join(', ')} in ${name} (${id})`)}. Somebody who manages the server can give them to the bot's role, or open the invite link again. The bot answers commands all the same.`,
  commands: (names: number, only?: string) =>
    `All ${names} are registered ${only === undefined ? 'everywhere' : `in server ${only}`}, and nowhere twice.`,
  commandsToCome: 'They are not all registered yet: the next start registers them.',
  commandsTwice: (guilds: readonly Named[]) =>
    `They are registered everywhere, and again in ${someOf(guilds, ({ name, id }) => `${name} (${id})`)}, where everybody sees them twice. Remove them there: npm run commands -- --clear ${guilds[0]?.id}`,

  notBefore: (check: Check) => `Not checked until this is fixed: ${check}.`,
} as const;

function clockOff(how: string, ms: number): string {
  return `This machine's clock is at least ${seconds(ms)} ${how} Discord's: the bot may take questions for too old, or show wrong times. Set it by NTP, for example: timedatectl set-ntp true`;
}

function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024).toLocaleString('en')} MB`;
}

/** The first of them in words, and how many more there are. */
function someOf<T>(all: readonly T[], words: (one: T) => string): string {
  const more = all.length - NAMED;
  return [...all.slice(0, NAMED).map(words), ...(more > 0 ? [`and in ${more} more`] : [])].join('; ');
}
