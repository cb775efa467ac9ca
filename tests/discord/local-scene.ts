import { type Client, Events } from 'discord.js';
import { afterEach, beforeEach } from 'vitest';
import { type Connected, connect } from './local/client.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { MANAGE_MESSAGES, PIN_MESSAGES } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import type { Channel, Guild } from './local/world.ts';

/** A local Discord with a real client, and no bot behind it: new for each test. */
export interface LocalScene {
  discord: LocalDiscord;
  guild: Guild;
  channel: Channel;
  alice: Person;
  /** May pin, and manage messages. */
  mod: Person;
  client: Client;
  gets: Connected['gets'];
  /** What the gateway has told the client. */
  packets: { t: string; d: Record<string, unknown> }[];
}

/** Sets the scene for each test of a file. */
export function setLocalScene(): LocalScene {
  const on = {} as LocalScene;
  beforeEach(async () => {
    const discord = await openDiscord();
    const guild = discord.guild('Readers');
    const [alice, mod] = [discord.person('Alice'), discord.person('Mod', PIN_MESSAGES | MANAGE_MESSAGES)];
    Object.assign(on, { discord, guild, channel: discord.channel(guild), alice, mod, packets: [] }, await connect(discord));
    on.client.on(Events.Raw, (packet) => on.packets.push(packet));
  });
  afterEach(async () => {
    await on.client.destroy();
    await on.discord.close();
  });
  return on;
}
