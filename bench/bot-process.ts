import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDiscord } from '../tests/discord/local/discord.ts';
import type { Interaction, Message } from '../tests/discord/local/world.ts';
import { type Running, start } from '../tests/processes.ts';

/** Whoever waits longer, in milliseconds, waits in vain. */
const PATIENCE = 120_000;

/** Starts the bot as a process of its own, on a local Discord; it is not online yet. */
export function started({ token, api }: LocalDiscord, folder: string): Running {
  return start('src/main.ts', [], { DISCORD_TOKEN: token, DISCORD_API_URL: api, DATA_DIR: folder, COOLDOWN: 'off' });
}

/** Waits until it is online. */
export async function online(bot: Running): Promise<Running> {
  await until('the bot is online', () => bot.out.includes('is online') || bot.child.exitCode !== null);
  if (bot.child.exitCode !== null) throw new Error(`the bot did not start: ${bot.err}`);
  return bot;
}

/** Ends the bot and what it ran on, and removes its folder. */
export async function over(bot: Running, discord: LocalDiscord, folder: string): Promise<void> {
  bot.child.kill('SIGKILL');
  await bot.ended;
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
}

/** What an interaction gets, as soon as that says something. */
export async function answered(interaction: Promise<Interaction>): Promise<Message> {
  const { original } = await interaction;
  if (!original) throw new Error('no answer');
  await until('there is an answer', () => original.content !== '');
  return original;
}

export async function until(what: string, isTrue: () => boolean, patience = PATIENCE): Promise<void> {
  const began = performance.now();
  while (!isTrue()) {
    if (performance.now() - began > patience) throw new Error(`never happened: ${what}`);
    await pause(5);
  }
}
