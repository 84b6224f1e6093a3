// What any server on the same framework costs: an echo, and a handler that makes one row durable.
import { randomUUID } from 'node:crypto';
import Libsql from 'libsql';
import restify from 'restify';

const db = new Libsql(process.argv[2] ?? '');
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table floor (id text primary key, at text, json text)');
const insert = db.prepare('insert into floor values (?, ?, ?)');

const server = restify.createServer();
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post('/insert', async (req, res) => {
  const id = randomUUID();
  insert.run(id, new Date().toISOString(), JSON.stringify(req.body));
  res.json(201, { id, ...req.body });
});
server.post('/echo', async (req, res) => {
  res.json(200, req.body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.on('SIGTERM', () => process.exit(0));
