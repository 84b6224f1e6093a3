import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Activity = { type?: string; serviceUrl: string; text?: string; id?: string };
/** The token Teams would send with an activity that came in through this service. */
type Sign = (serviceUrl: string) => Promise<string>;

/** What stands between the chat and a bot: it signs each activity, as Teams does. */
export async function startTeamsGateway(botUrl: string, sign: Sign) {
  let said: Activity | undefined;
  const statuses: number[] = [];
  const deliver = async (activity: Activity) => {
    const authorization = `Bearer ${await sign(activity.serviceUrl)}`;
    const answer = await fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(activity),
    });
    statuses.push(answer.status);
    return answer;
  };
  const server = createServer(async (req, res) => {
    const text = await textOf(req);
    // The Playground asks now and then whether anybody is there.
    if (req.method !== 'POST' || !text) return void res.writeHead(405).end();
    const activity = JSON.parse(text) as Activity;
    if (activity.type === 'message' && activity.text) said = activity;
    const answer = await deliver(activity);
    res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    res.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What the bot answered to each activity, in order. */
    statuses: () => [...statuses],
    /** The last message as the chat sent it. */
    lastMessage(): Activity {
      if (!said) throw new Error('Nobody has said anything yet');
      return said;
    },
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}
