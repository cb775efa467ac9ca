import { type REST, Routes } from 'discord.js';

/** A guild that the bot is in. */
export interface GuildOf {
  readonly id: string;
  readonly name: string;
  /** What the bot may do there by its roles: Discord's bits, as a number in a string. */
  readonly permissions: string;
}

/** So many guilds Discord gives in a page. */
const PAGE = 200;

/**
 * The guilds that the bot is in.
 * @param most of them, at most
 * @throws DiscordAPIError
 */
export async function guildsOf(rest: REST, most = Number.POSITIVE_INFINITY): Promise<GuildOf[]> {
  const guilds: GuildOf[] = [];
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE), after: guilds.at(-1)?.id ?? '0' });
    const page = (await rest.get(Routes.userGuilds(), { query })) as GuildOf[];
    guilds.push(...page);
    if (page.length < PAGE || guilds.length >= most) return guilds.slice(0, most);
  }
}
