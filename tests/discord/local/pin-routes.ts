import { UNKNOWN_MESSAGE } from './answers.ts';
import type { Parts } from './parts.ts';
import { keptFrom, PIN_MESSAGES, problem, READ_HISTORY } from './permissions.ts';
import { PIN_LIMIT } from './pins.ts';
import type { Answer, Call } from './rest.ts';
import type { Channel, Problem } from './world.ts';

const FULL = problem(400, 30003, `Maximum number of pins reached (${PIN_LIMIT})`);
export const SYSTEM_MESSAGE = problem(403, 50021, 'Cannot execute action on a system message');

/** `/channels/…/messages/pins`. Discord's older routes, `/channels/…/pins`, are deprecated; there are none here, for discord.js needs none. */
export function pinRoutesOf({ world, messages, pins, threads }: Parts, refuse: (rules: readonly string[]) => Problem | undefined) {
  function list({ query }: Call, channel: Channel): Answer {
    const limit = Number(query.get('limit') ?? 50);
    const before = Date.parse(query.get('before') ?? '9999-01-01T00:00:00Z');
    const refused = refuse([
      ...(Number.isInteger(limit) && limit >= 1 && limit <= 50 ? [] : [`${limit} pins at once`]),
      ...(Number.isNaN(before) ? [`pins before ${query.get('before')}`] : []),
    ]);
    if (refused) return refused;
    const mayRead = !keptFrom(channel, READ_HISTORY, world);
    const found = mayRead ? pins.of(channel).filter(({ pinnedAt = 0 }) => pinnedAt < before) : [];
    const items = found.slice(0, limit).map((message) => ({
      pinned_at: new Date(message.pinnedAt ?? 0).toISOString(),
      message: messages.body(message),
    }));
    return { body: { items, has_more: found.length > limit } };
  }

  function set({ method, reason }: Call, channel: Channel, id: string): Answer {
    const kept = keptFrom(channel, PIN_MESSAGES, world);
    if (kept) return kept;
    const message = messages.regular(channel, id);
    if (!message) return UNKNOWN_MESSAGE;
    if (message.pins) return SYSTEM_MESSAGE;
    const refused = refuse(reason && reason.length > 512 ? [`a reason of ${reason.length} characters`] : []);
    const closed = refused ?? threads.keptFromChanging(channel);
    if (closed) return closed;
    if (method === 'DELETE') pins.unpin(message, world.bot, reason);
    else if (!pins.pin(message, world.bot, reason)) return FULL;
    return { nothing: true };
  }

  /** @returns undefined where there is no such route */
  return (call: Call, channel: Channel, id: string | undefined): Answer | undefined => {
    if (id === undefined) return call.method === 'GET' ? list(call, channel) : undefined;
    return call.method === 'PUT' || call.method === 'DELETE' ? set(call, channel, id) : undefined;
  };
}
