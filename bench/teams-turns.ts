import type { Pool } from 'undici';
import { LOCAL_PEOPLE } from '../src/platform/local-people.ts';

/** Sends turns of Teams to a bot: clicks on cards, each on a message of its own in one of many chats, and searches. */
export function turns(serviceUrl: string) {
  const person = LOCAL_PEOPLE.alex;
  const base = {
    ...{ type: 'invoke', channelId: 'msteams', serviceUrl },
    from: { id: '29:alex', name: person?.name, aadObjectId: person?.id },
    recipient: { id: '28:bot', name: 'Lead Desk' },
  };
  let turn = 0;
  async function send(pool: Pool, invoke: object): Promise<string> {
    const nth = turn++;
    const activity = {
      ...base,
      ...{ id: `turn-${nth}`, replyToId: `posted-${nth}` },
      conversation: { id: `a:${nth % 500}`, conversationType: 'personal', tenantId: person?.tenantId },
      ...invoke,
    };
    const answer = await pool.request({
      method: 'POST',
      path: '/api/messages',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}: ${text.slice(0, 300)}`);
    return text;
  }
  return {
    async press(pool: Pool, verb: string, data: object): Promise<void> {
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const text = await send(pool, { name: 'adaptiveCard/action', value });
      if (!text.includes('"statusCode":200')) throw new Error(`${verb}: ${text.slice(0, 300)}`);
    },
    /** The message extension while somebody types. @returns how many leads it offers */
    async search(pool: Pool, typed: string): Promise<number> {
      const parameters = [typed ? { name: 'q', value: typed } : { name: 'initialRun', value: 'true' }];
      const value = { commandId: 'searchLeads', parameters, queryOptions: { skip: 0, count: 25 } };
      const answer = JSON.parse(await send(pool, { name: 'composeExtension/query', value }));
      const { attachments } = answer.composeExtension ?? {};
      if (!attachments) throw new Error(`search: ${JSON.stringify(answer).slice(0, 300)}`);
      return attachments.length;
    },
  };
}
