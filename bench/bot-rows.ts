// The least a bot costs that keeps a lead: its rows, durable, on the adapter ours has. The answer is there beforehand.
import { INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import restify from 'restify';
import { createAdapter } from '../bot/adapter.ts';
import { createLead } from '../src/leads/create-lead.ts';
import type { Lead } from '../src/leads/lead.ts';
import type { Trail } from '../src/leads/lead-store.ts';
import { createLog } from '../src/platform/log.ts';
import { newId } from '../src/platform/new-id.ts';
import { actor, openDesk } from '../test/temporary-desk.ts';
import { forgetful } from './seed.ts';

const desk = await openDesk(process.argv[2] ?? '');
const adapter = createAdapter(undefined, { tenants: undefined }, createLog({ level: 'silent', local: true }));
const made: { lead: Lead; trail: Trail }[] = [];
const collecting = forgetful(desk, (lead, trail) => made.push({ lead, trail }));
await createLead(collecting, actor('alex'), { topic: 'Machines', lastName: 'Doe' }, { via: 'chat' });

const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Done' }] };
const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };

async function keepLead(context: TurnContext): Promise<void> {
  const id = newId();
  for (const { lead, trail } of made) {
    const entries = trail.entries.map((entry) => ({ ...entry, id: newId(), leadId: id }));
    await desk.store.insert({ ...lead, id }, { entries, audit: { ...trail.audit, leadId: id } });
  }
  context.turnState.set(INVOKE_RESPONSE_KEY, { type: 'invokeResponse', value: { status: 200, body } });
}

const server = restify.createServer();
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post('/api/messages', async (req, res) => {
  const known = await adapter.authenticate(req.body, '');
  const answer = await adapter.answer(known, req.body, keepLead);
  res.sendRaw(answer?.status ?? 500, JSON.stringify(answer?.body), { 'content-type': 'application/json' });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.on('SIGTERM', () => process.exit(0));
