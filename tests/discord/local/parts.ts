import type { Gateway } from './gateway.ts';
import type { Messages } from './messages.ts';
import type { Pins } from './pins.ts';
import type { Threads } from './threads.ts';
import type { World } from './world.ts';

/** What a local Discord is made of: what it knows, whom it tells, and what can happen there. */
export interface Parts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly messages: Messages;
  readonly threads: Threads;
  readonly pins: Pins;
}
