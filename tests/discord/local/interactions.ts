import { messageBody, placeBody } from './bodies.ts';
import type { Parts } from './parts.ts';
import { botMayIn } from './permissions.ts';
import { until } from './until.ts';
import { type Channel, type Interaction, snowflake, type User } from './world.ts';

const USE_APPLICATION_COMMANDS = 1n << 31n;

type About = Pick<Interaction, 'source' | 'trigger'>;

/** How somebody's client sends interactions: it waits for each until it is acknowledged, or has failed. */
export function interactionsOf(user: User, may: (where: Channel) => bigint, { world, gateway, threads }: Parts) {
  return async (type: Interaction['type'], channel: Channel, data: object, about: About = {}): Promise<Interaction> => {
    threads.openedFor(channel, may(channel)); // where that can't be, some clients send it nevertheless
    const id = snowflake();
    const interaction: Interaction = { ...{ id, token: `token-${id}`, type, user, channel, sentAt: Date.now(), followUps: [] }, ...about };
    world.interactions.push(interaction);
    world.onInteraction?.(interaction);
    const { token, source } = interaction;
    gateway.dispatch('INTERACTION_CREATE', {
      ...{ id, token, type, version: 1, application_id: world.applicationId, data, locale: 'en-US', entitlements: [] },
      ...placeBody(channel, user, may(channel), botMayIn(channel, world) | USE_APPLICATION_COMMANDS, world),
      ...{ authorizing_integration_owners: {}, attachment_size_limit: 0, ...(source && { message: messageBody(source) }) },
    });
    await until(
      `${user.username}'s interaction ${JSON.stringify(data)} was acknowledged`,
      () => interaction.acknowledgedAt !== undefined || interaction.refused === true || interaction.forgotten === true,
    );
    return interaction;
  };
}
