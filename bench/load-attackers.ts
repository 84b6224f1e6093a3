// Everything that means no good, at once, until it is ended: tsx bench/load-attackers.ts http://127.0.0.1:3978
// It says what it was told, from the moment its flood is refused.
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setPriority } from 'node:os';

const target = new URL(process.argv[2] ?? '');
const MEGABYTE = 1024 * 1024;
// Attackers have machines of their own; here they take what the server and its user leave.
setPriority(10);

const told: Record<string, number> = {};
const count = (what: string) => {
  told[what] = (told[what] ?? 0) + 1;
};

/** From another address than the user's, signed in as somebody else. */
const stranger = { 'x-forwarded-for': '203.0.113.9', 'content-type': 'application/json' };
const megan = { ...stranger, 'x-forwarded-for': '203.0.113.7', authorization: 'Bearer local:megan' };
const adele = { ...stranger, authorization: 'Bearer local:adele' };

/** The flood keeps its connections; the others come by a new one each. */
const kept = new Agent({ keepAlive: true, maxSockets: 50 });
const agents: Record<string, Agent> = { flood: kept };

function send(what: string, method: string, path: string, headers: Record<string, string>, body?: Buffer): void {
  const agent = agents[what] ?? false;
  const sent = request({ host: target.hostname, port: target.port, method, path, headers, agent }, (answer) => {
    count(`${what} ${answer.statusCode}`);
    answer.resume();
  });
  // Being cut off is what somebody like this has to expect.
  sent.on('error', (error: NodeJS.ErrnoException) => count(`${what} ${error.code}`));
  sent.end(body);
}

const every = (ms: number, work: () => void) => setInterval(work, ms);

/** A connection that sends a little now and then, and another one when it is cut. */
function trickle(what: string, start: string, drop: string): void {
  let dripping: NodeJS.Timeout | undefined;
  const socket = connect(Number(target.port), target.hostname, () => {
    socket.write(start);
    dripping = every(500, () => socket.write(drop));
  });
  socket.on('data', (data) => count(`${what} ${/^HTTP\/1.1 (\d+)/.exec(data.toString('latin1'))?.[1] ?? 'more'}`));
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearInterval(dripping);
    count(`${what} closed`);
    setTimeout(() => trickle(what, start, drop), 500);
  });
}
const head = (path: string, more: string) =>
  `POST ${path} HTTP/1.1\r\nhost: ${target.host}\r\ncontent-length: 100000\r\n${more}`;
const signed = 'authorization: Bearer local:adele\r\nx-forwarded-for: 203.0.113.8\r\n';

const atLimit = (max: number, of: string) => of.repeat(Math.floor((max - 200) / of.length));
const BODIES: [what: string, path: string, text: () => string][] = [
  ['strings at the limit', '/api/leads', () => `{"lastName":"${atLimit(MEGABYTE, 'x')}"}`],
  ['numbers at the limit', '/api/leads', () => `{"lastName":[${atLimit(MEGABYTE, '1,')}1]}`],
  ['objects at the limit', '/api/messages', () => `{"type":[${atLimit(MEGABYTE, '{},')}1]}`],
  ['above the limit', '/api/leads', () => `{"lastName":"${'x'.repeat(MEGABYTE)}"}`],
  ['far above the limit', '/api/leads', () => 'x'.repeat(20 * MEGABYTE)],
  ['numbers of an action', '/api/actions', () => `{"verb":"help","data":{"x":[${atLimit(35 * MEGABYTE, '1,')}1]}}`],
  ['text of an action', '/api/actions', () => `{"verb":"help","data":{"x":"${atLimit(35 * MEGABYTE, 'x')}"}}`],
  ['far above of an action', '/api/actions', () => 'x'.repeat(40 * MEGABYTE)],
  ['deep', '/api/actions', () => `{"verb":"help","data":${'['.repeat(500_000)}${']'.repeat(500_000)}}`],
];

const ATTACKS = {
  slow() {
    for (let nth = 0; nth < 100; nth++) {
      trickle('slow headers', head('/api/leads', ''), 'x-more: 1\r\n');
      trickle('slow activity', head('/api/messages', '\r\n'), ' ');
      if (nth < 50) trickle('slow body', head('/api/leads', `${signed}\r\n`), ' ');
    }
  },
  bodies() {
    const bodies = BODIES.map(([what, path, text]) => ({ what, path, body: Buffer.from(text()) }));
    let turn = 0;
    every(200, () => {
      // Each from another address: what counts is what a body costs, not who is stopped before.
      const headers = { ...adele, 'x-forwarded-for': `198.51.100.${turn % 250}` };
      const next = bodies[turn++ % bodies.length];
      if (next) send(next.what, 'POST', next.path, headers, next.body);
    });
  },
  headers: () =>
    every(100, () => send('huge headers', 'GET', '/api/me', { ...stranger, 'x-huge': 'a'.repeat(30_000) })),
  flood() {
    const flood = () => send('flood', 'GET', '/api/leads?limit=100', megan);
    every(10, () => {
      // As fast as it takes to meet the limit, then twenty times as often as it allows.
      for (let nth = told['flood 429'] ? 2 : 8; nth > 0; nth--) flood();
    });
    every(20, () => {
      send('unsigned flood', 'GET', '/api/leads', { ...stranger, authorization: 'Bearer local:nobody' });
      send('nowhere', 'GET', '/no/such/place', stranger);
    });
  },
};

for (const begin of Object.values(ATTACKS)) begin();
setInterval(() => told['flood 429'] && process.stdout.write(`${JSON.stringify(told)}\n`), 100);
