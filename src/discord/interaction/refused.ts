import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError } from 'discord.js';

/** Why Discord doesn't do something. */
export type Refusal =
  /** The message, or the channel, is not there any more. */
  | 'gone'
  | 'not allowed'
  /** A channel has no room for more pins. */
  | 'full'
  /** It is an archived thread, or a locked one: nothing can be changed there. */
  | 'archived'
  | 'locked'
  /** Discord doesn't know the interaction any more, or it has been answered. */
  | 'too late'
  | 'acknowledged'
  /** It doesn't know the token. */
  | 'no token'
  | 'other';

const BY_CODE: { readonly [code in number | string]?: Refusal } = {
  [Code.UnknownMessage]: 'gone',
  [Code.UnknownChannel]: 'gone',
  [Code.UnknownGuild]: 'gone',
  [Code.MissingAccess]: 'not allowed',
  [Code.MissingPermissions]: 'not allowed',
  [Code.MaximumNumberOfPinsReachedForTheChannel]: 'full',
  [Code.InvalidActionOnArchivedThread]: 'archived',
  [Code.ThreadLocked]: 'locked',
  [Code.UnknownInteraction]: 'too late',
  [Code.UnknownWebhook]: 'too late',
  [Code.InvalidWebhookToken]: 'too late',
  [Code.InteractionHasAlreadyBeenAcknowledged]: 'acknowledged',
};

const BY_STATUS: { readonly [status in number]?: Refusal } = { 401: 'no token', 403: 'not allowed', 404: 'gone' };

/**
 * Why Discord doesn't do something: by the code of its error, and where that is 0, or a proxy has answered, by the status of the response.
 * Undefined: it is no error of Discord's.
 */
export function refusedBy(error: unknown): Refusal | undefined {
  if (error instanceof HTTPError) return BY_STATUS[error.status] ?? 'other';
  if (!(error instanceof DiscordAPIError)) return undefined;
  const { code, status } = error;
  return BY_CODE[code] ?? (Number(code) > 0 && status !== 401 ? undefined : BY_STATUS[status]) ?? 'other';
}
