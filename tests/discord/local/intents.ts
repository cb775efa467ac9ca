/** What a bot may ask the gateway to tell it of. */
export const GUILDS = 1 << 0;
export const GUILD_MESSAGES = 1 << 9;
export const DIRECT_MESSAGES = 1 << 12;
export const MESSAGE_CONTENT = 1 << 15;
/** Members, presences, message content: a bot needs Discord's approval for these. */
export const PRIVILEGED = (1 << 1) | (1 << 8) | MESSAGE_CONTENT;
