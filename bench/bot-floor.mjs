// What any bot on the same SDK and framework costs: it does nothing, and answers a card's button with a card.
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Done' }] };
const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };

class Nothing extends ActivityHandler {
  /** @override */
  async onInvokeActivity() {
    return { status: 200, body };
  }
}

const bot = new Nothing();
const server = restify.createServer();
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post('/api/messages', async (req, res) => {
  await adapter.process({ body: req.body, headers: req.headers, method: 'POST' }, res, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.on('SIGTERM', () => process.exit(0));
