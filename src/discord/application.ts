import { type APIApplication, type REST, Routes } from 'discord.js';

/** Something else answers where Discord's API should be: another server, or the page on which a network makes people log in. */
export class NotDiscord extends Error {
  /** Of its response. */
  readonly status: number;

  constructor(status: number) {
    super(`not Discord's API (${status})`);
    this.status = status;
  }
}

/** The application that the token belongs to. @throws NotDiscord where something else answers, and DiscordAPIError where Discord refuses */
export async function applicationOf(rest: REST): Promise<APIApplication> {
  const given = (await rest.get(Routes.currentApplication())) as Partial<APIApplication> | undefined;
  if (typeof given?.id !== 'string') throw new NotDiscord(200);
  return given as APIApplication;
}
