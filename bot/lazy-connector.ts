import type { ConnectorFactory } from 'botframework-connector';

type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/**
 * Clients that are built when something is sent with them. Building one is a fifth of what a turn costs in the SDK, and
 * most turns are answered by the response itself.
 */
export function lazyConnector(factory: ConnectorFactory): ConnectorFactory {
  return {
    async create(serviceUrl, audience) {
      let built: Promise<ConnectorClient> | undefined;
      const client = () => {
        built ??= factory.create(serviceUrl, audience);
        return built;
      };
      // What the SDK calls of a client: operations of these two groups, which all give promises.
      const lazy = { conversations: lazyGroup(client, 'conversations'), attachments: lazyGroup(client, 'attachments') };
      return lazy as unknown as ConnectorClient;
    },
  };
}

function lazyGroup(client: () => Promise<ConnectorClient>, group: 'conversations' | 'attachments'): object {
  type Operation = (...given: unknown[]) => unknown;
  return new Proxy(Object.freeze({}), {
    get: (_target, operation) => {
      return async (...given: unknown[]) => {
        const operations = (await client())[group] as unknown as Record<string | symbol, Operation>;
        const work = operations[operation];
        if (!work) throw new TypeError(`the client has no ${group}.${String(operation)}`);
        return work.apply(operations, given);
      };
    },
  });
}
