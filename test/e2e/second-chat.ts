import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPlayground } from '../../src/cli/playground.mjs';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';

/** A Playground with somebody else than Alex before it, at the same bot; its settings are kept in `folder`. */
export async function startChatOf(
  who: string,
  bot: string,
  folder: string,
): Promise<{ chat: string; stop: () => Promise<void> }> {
  const config = join(folder, `${who}.yml`);
  writeFileSync(config, JSON.stringify(settings(who)));
  const playground = await startPlayground(bot, { config });
  if (!playground) throw new Error('The Playground is not installed.');
  const { url, child, ready } = playground;
  await ready;
  return {
    chat: url,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** As in `.m365agentsplayground.yml`, in chats of their own. JSON is YAML. */
function settings(who: string): object {
  const users = Object.entries(LOCAL_PEOPLE).map(([key, { id, name, email }]) => {
    const [givenName, surname] = name.split(' ');
    return { id: `29:${key}`, name, userPrincipleName: email, aadObjectId: id, givenName, surname, email };
  });
  // The Playground wants five people beside the one before it.
  const lidia = { id: '29:lidia', name: 'Lidia Holloway', aadObjectId: '00000000-0000-4000-8000-000000000006' };
  const names = { givenName: 'Lidia', surname: 'Holloway' };
  const address = { userPrincipleName: 'lidia@contoso.example', email: 'lidia@contoso.example' };
  const { tenantId } = Object.values(LOCAL_PEOPLE)[0] ?? {};
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: '28:22222222-2222-4222-8222-222222222222', name: 'Lead Desk' },
    currentUser: users.find(({ id }) => id === `29:${who}`),
    users: [...users.filter(({ id }) => id !== `29:${who}`), { ...lidia, ...names, ...address }],
    personalChat: { id: `a:personal-${who}` },
    groupChat: { id: `19:${who}@thread.v2`, name: 'Deal room' },
    team: {
      id: `19:team-of-${who}@thread.tacv2`,
      name: 'Sales',
      aadGroupId: '55555555-5555-4555-8555-555555555555',
      channels: [{ id: `19:channel-of-${who}@thread.tacv2`, name: 'Pipeline' }],
    },
  };
}
