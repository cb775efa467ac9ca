import 'dotenv/config';
import { parseArgs } from 'node:util';
import { REST } from 'discord.js';
import { type DiscordConfig, loadConfig } from './config.ts';
import { applicationOf } from './discord/application.ts';
import { guildsOf } from './discord/guilds.ts';
import { listCommands, type Scope, setCommands } from './discord/register.ts';
import { startProblem } from './discord/start-problem.ts';
import { wording } from './wording.ts';

await run();

/** `npm run commands`: shows where this application's commands are registered, and takes them out of where it is told to. */
async function run(): Promise<void> {
  const loaded = loadConfig(process.env);
  if (loaded.kind !== 'config') return fail(loaded.variables.map(wording.badVariable), 1);
  const { discord } = loaded.config;
  if (!discord) return fail([wording.needsToken], 1);
  const clear = scopeToClear();
  if (clear === 'wrong') return;
  try {
    await show(discord, clear);
  } catch (error) {
    fail([startProblem(error, discord)], 1);
  }
}

/** The scope that the options tell to clear; undefined where they tell nothing. */
function scopeToClear(): Scope | undefined | 'wrong' {
  try {
    const { clear } = parseArgs({ options: { clear: { type: 'string' } } }).values;
    if (clear === undefined || clear === 'global') return clear;
    if (/^\d{17,20}$/.test(clear)) return { guildId: clear };
    fail([wording.badCommandsUsage(wording.noScope(clear))], 2);
  } catch (error) {
    fail([wording.badCommandsUsage((error as Error).message)], 2);
  }
  return 'wrong';
}

async function show({ token, api }: DiscordConfig, clear: Scope | undefined): Promise<void> {
  const rest = new REST({ api }).setToken(token);
  const { id } = await applicationOf(rest);
  if (clear !== undefined) {
    await setCommands(rest, id, clear, []);
    console.log(wording.cleared(clear === 'global' ? wording.everywhere : wording.inServer(clear.guildId)));
  }
  console.log(wording.registeredIn(wording.everywhere, await listCommands(rest, id, 'global')));
  for (const guild of await guildsOf(rest))
    console.log(wording.registeredIn(wording.inServer(guild.id, guild.name), await listCommands(rest, id, { guildId: guild.id })));
}

function fail(problems: readonly string[], code: number): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = code;
}
