import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublic } from './address.ts';

/** A name stands for an address that nobody outside should reach. */
export class PrivateAddress extends Error {}

/**
 * Connections to public addresses alone. A name is looked up once for a connection, which goes to the addresses that were checked: what the
 * name stands for a moment later does not matter. What the environment says of proxies is not heeded, since they would look up the name again.
 * @param local "host:port" that is allowed as well
 */
export function openConnections(lookup: LookupFunction, local?: string): Agent {
  const connect = buildConnector({ lookup: checked(lookup) });
  return new Agent({
    pipelining: 1,
    connect: (options, done) => {
      const { hostname, port } = options;
      if (isIP(hostname) > 0 && !isPublic(hostname) && `${hostname}:${port}` !== local) return done(new PrivateAddress(), null);
      connect(options, done);
    },
  });
}

/** All that a name stands for has to be public: a site has no other addresses. */
function checked(lookup: LookupFunction): LookupFunction {
  return (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      if (error) return done(error, []);
      if (!addresses.every(({ address }) => isPublic(address))) return done(new PrivateAddress(), []);
      const [first] = addresses;
      if (options.all || !first) return done(null, addresses);
      done(null, first.address, first.family);
    });
}
