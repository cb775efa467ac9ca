import 'dotenv/config';
import { REST } from 'discord.js';
import { argumentsOf, misused } from './arguments.ts';
import { type DiscordConfig, loadConfig } from './config.ts';
import { applicationOf } from './discord/application.ts';
import { guildsOf } from './discord/guilds.ts';
import { listCommands, type Scope, setCommands } from './discord/register.ts';
import { startProblem } from './discord/start-problem.ts';
import { wording } from './wording.ts';
import { commandsUsage } from './wording-usage.ts';

await run();

/** `npm run commands`: shows where this application's commands are registered, and takes them out of where it is told to. */
async function run(): Promise<void> {
  const clear = await scopeToClear();
  const loaded = loadConfig(process.env);
  if (loaded.kind !== 'config') return fail(loaded.variables.map(wording.badVariable), 1);
  const { discord } = loaded.config;
  if (!discord) return fail([wording.needsToken], 1);
  try {
    await show(discord, clear);
  } catch (error) {
    fail([startProblem(error, discord)], 1);
  }
}

/** The scope that the options tell to clear; undefined where they tell nothing. */
async function scopeToClear(): Promise<Scope | undefined> {
  const { clear } = (await argumentsOf(commandsUsage, process)).options;
  if (clear === undefined || clear === 'global') return clear;
  return /^\d{17,20}$/.test(clear) ? { guildId: clear } : misused(commandsUsage, wording.noScope(clear));
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
