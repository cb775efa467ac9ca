import { OAuth2Scopes } from 'discord.js';
import { BITS, NEEDED } from './interaction/permissions.ts';

/** Where the owner of a server adds the bot. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(NEEDED.reduce((all, one) => all | BITS[one], 0n)),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
