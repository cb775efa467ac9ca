import { UNKNOWN_MESSAGE } from './answers.ts';
import { channelBody } from './bodies.ts';
import { EPHEMERAL } from './flags.ts';
import type { Parts } from './parts.ts';
import { CONNECT, keptFrom, MANAGE_MESSAGES, problem, READ_HISTORY, SEND, SEND_IN_THREADS } from './permissions.ts';
import { pinRoutesOf, SYSTEM_MESSAGE } from './pin-routes.ts';
import type { Answer, Call } from './rest.ts';
import { breaks, messageBreaks } from './rules.ts';
import type { Channel, Component, Message, Problem } from './world.ts';

interface Data {
  content?: string;
  components?: Component[];
  flags?: number;
  nonce?: string;
  enforce_nonce?: boolean;
  message_reference?: { message_id: string; fail_if_not_exists?: boolean };
}

const NOT_YOURS = problem(403, 50005, 'Cannot edit a message authored by another user');
const NOT_IN_DIRECT = problem(403, 50003, 'Cannot execute action on a DM channel');
const MAY_NOT_REPLY = problem(403, 160002, 'Cannot reply without permission to read message history');
const INVALID = problem(400, 50035, 'Invalid Form Body');

/** What it takes to write in a channel: the chat of a voice channel is for who may join that. */
function writingIn({ type }: Channel): bigint {
  if (type === 2) return SEND | CONNECT;
  return type === 11 ? SEND_IN_THREADS : SEND;
}

/** `/channels/…` and `/users/@me/channels`: regular messages, and the places where they are. */
export function channelsOf(parts: Parts, refuse: (rules: readonly string[]) => Problem | undefined) {
  const { world, messages, threads } = parts;
  const pinRoutes = pinRoutesOf(parts, refuse);

  function post(channel: Channel, body: Data): Answer {
    const kept = keptFrom(channel, writingIn(channel), world);
    if (kept) return kept;
    const ephemeral = body.flags && body.flags & EPHEMERAL ? ['a regular message that only one person should see'] : [];
    const refused = refuse([...breaks('MessageCreateRequest', body), ...messageBreaks(body), ...ephemeral]);
    if (refused) return refused;
    const { content = '', components = [], flags = 0, message_reference: reference } = body;
    if (reference && keptFrom(channel, READ_HISTORY, world)) return MAY_NOT_REPLY;
    const replyTo = reference && messages.regular(channel, reference.message_id);
    if (reference && !replyTo && reference.fail_if_not_exists !== false) return INVALID;
    if (replyTo?.pins) return INVALID; // nothing that Discord says can be replied to
    const closed = threads.keptFromWriting(channel);
    if (closed) return closed;
    const nonce = body.enforce_nonce && body.nonce ? body.nonce : undefined;
    const same = world.messages.find((one) => nonce !== undefined && one.nonce === nonce && one.channel === channel);
    if (same) return { body: messages.body(same) };
    const draft = { channel, author: world.bot, content, components, flags };
    return { body: messages.body(messages.create({ ...draft, ...(replyTo && { replyTo }), ...(nonce !== undefined && { nonce }) })) };
  }

  function one(call: Call, channel: Channel, message: Message): Answer {
    if (call.method === 'GET') return keptFrom(channel, READ_HISTORY, world) ?? { body: messages.body(message) };
    const notYours = message.author !== world.bot && keptFromOthers(call, channel);
    if (notYours) return notYours;
    if (message.pins && call.method === 'PATCH') return SYSTEM_MESSAGE;
    // A thread may be locked for that: only what is said there stays.
    const closed = threads.keptFromChanging(channel, { locked: call.method === 'DELETE' });
    if (closed) return closed;
    if (call.method === 'DELETE') {
      messages.remove(message);
      return { nothing: true };
    }
    const body = call.body as Data;
    const refused = refuse([...breaks('MessageEditRequestPartial', body), ...messageBreaks({ content: message.content, ...body })]);
    if (refused) return refused;
    messages.edit(message, body);
    return { body: messages.body(message) };
  }

  /** Nobody changes what others say; a guild can let the bot delete it. */
  function keptFromOthers({ method }: Call, channel: Channel): Problem | undefined {
    if (method === 'PATCH') return NOT_YOURS;
    return channel.guild ? keptFrom(channel, MANAGE_MESSAGES, world) : NOT_IN_DIRECT;
  }

  function patch(call: Call, channel: Channel): Answer {
    const body = call.body as { archived?: boolean; locked?: boolean };
    const others = Object.keys(body).filter((key) => key !== 'archived' && key !== 'locked');
    const refused = refuse([
      ...breaks('UpdateThreadRequestPartial', body),
      ...others.map((key) => `a thread's ${key}, not known here yet`),
    ]);
    const kept = refused ?? threads.keptFromSetting(channel, body);
    if (kept) return kept;
    threads.set(channel, body);
    return { body: channelBody(channel) };
  }

  return {
    /** A direct conversation is opened, or found again. */
    open: ({ body }: Call): Answer => {
      const refused = refuse(breaks('CreatePrivateChannelRequest', body));
      const { recipient_id: id } = body as { recipient_id: string };
      const direct = world.channels.find(({ recipient }) => recipient?.id === id);
      return refused ?? (direct ? { body: channelBody(direct) } : problem(400, 50033, 'Invalid Recipient(s)'));
    },
    /** @returns undefined where there is no such route */
    at: (call: Call, id: string, rest: readonly string[]): Answer | undefined => {
      const channel = world.channels.find((known) => known.id === id);
      const kept = keptFrom(channel, 0n, world);
      if (!channel || kept) return kept;
      const [what, target] = rest;
      if (call.method === 'GET' && rest.length === 0) return { body: channelBody(channel, world.bot) };
      if (call.method === 'PATCH' && rest.length === 0 && channel.type === 11) return patch(call, channel);
      if (call.method === 'POST' && what === 'typing') return keptFrom(channel, writingIn(channel), world) ?? { nothing: true };
      if (what === 'messages' && target === 'pins' && rest.length <= 3) return pinRoutes(call, channel, rest[2]);
      if (what !== 'messages' || rest.length > 2) return undefined;
      if (target === undefined) return call.method === 'POST' ? post(channel, call.body as Data) : undefined;
      if (!['GET', 'PATCH', 'DELETE'].includes(call.method)) return undefined;
      const message = messages.regular(channel, target);
      return message ? one(call, channel, message) : UNKNOWN_MESSAGE;
    },
  };
}
