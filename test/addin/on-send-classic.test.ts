import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { OfficeMockObject } from 'office-addin-mock';
import { stampHeader } from '../../addin/outlook/stamp.ts';
import { temporaryServer } from '../http/temporary-server.ts';

type Done = (result: { status: string; value?: unknown; error?: { message: string } }) => void;
type Handler = (event: { completed(options: { allowEvent: boolean }): void }) => void;

const SCRIPT = readFileSync(new URL('../../dist/public/outlook/on-send.js', import.meta.url), 'utf8');
const NOBODY_IS_SIGNED_IN = () => Promise.reject(new Error('13001'));
const SIGNED_IN = { authorization: 'Bearer local:alex', 'content-type': 'application/json' };

/** The built script where classic Outlook runs it: Office, timers and fetch, and nothing of a page. */
function classicOutlook({ origin, plan, text, fetch, token }: Partial<Setting> & { origin: string }) {
  const headers: Record<string, string> = {};
  const timers: { run: () => void; ms: number }[] = [];
  let handler: Handler | undefined;
  const gives = (value: unknown) => ({ getAsync: (...args: unknown[]) => answer(args, value) });
  const answer = (args: unknown[], value: unknown) => (args.at(-1) as Done)({ status: 'succeeded', value });
  const item = {
    conversationId: 'conversation-1',
    to: gives([{ displayName: 'Grady Archie', emailAddress: 'grady.archie@fabrikam.example' }]),
    cc: gives([]),
    subject: gives('Our offer'),
    from: gives({ displayName: 'Sales', emailAddress: 'sales@contoso.example' }),
    body: gives(text ?? 'Hello Grady'),
    sessionData: gives(plan ?? 'none'),
    internetHeaders: {
      setAsync(set: Record<string, string>, done: Done) {
        Object.assign(headers, set);
        done({ status: 'succeeded' });
      },
    },
  };
  const office = new OfficeMockObject({
    host: 'outlook',
    context: {
      mailbox: { item, userProfile: { emailAddress: 'alex@contoso.example' } },
      roamingSettings: { get: () => undefined },
    },
    auth: { getAccessToken: token ?? (async () => 'local:alex') },
    actions: {
      associate(id: string, given: Handler) {
        assert.equal(id, 'onMessageSending');
        handler = given;
      },
    },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    CoercionType: { Text: 'text' },
  });
  const context = createContext({
    Office: office,
    fetch: fetch ?? globalThis.fetch,
    setTimeout: (run: () => void, ms: number) => timers.push({ run, ms }),
    clearTimeout: (id: number) => timers.splice(id - 1, 1, { run: () => undefined, ms: 0 }),
  });
  runInContext(SCRIPT.replace('https://lead-desk.invalid', origin), context);
  const answers: boolean[] = [];
  return {
    office,
    headers,
    timers,
    answers,
    /** Resolves when the mail may go. */
    send: () =>
      new Promise<void>((resolve) =>
        handler?.({
          completed({ allowEvent }) {
            answers.push(allowEvent);
            resolve();
          },
        }),
      ),
  };
}

type Setting = {
  plan: string;
  text: string;
  fetch: (url: string, request: RequestInit) => Promise<Response>;
  token: () => Promise<string>;
};

describe('the on-send script in classic Outlook, which has no page', () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  before(async () => {
    server = await temporaryServer();
  });
  after(() => server.stop());
  let requests = 0;
  const counted = async () => {
    requests += 1;
    return new Response();
  };

  it('logs the mail on the lead that was chosen, with the mark by which it is known again', async () => {
    const lead = { topic: 'Machines', lastName: 'Archie' };
    const made = await fetch(`${server.url}/api/leads`, {
      method: 'POST',
      headers: SIGNED_IN,
      body: JSON.stringify(lead),
    });
    const { id } = await made.json();
    const outlook = classicOutlook({ origin: server.url, plan: id });
    await outlook.send();
    assert.deepEqual(outlook.answers, [true]);
    assert.match(outlook.headers[stampHeader] ?? '', /^[\da-f-]{36}$/);
    const answer = await fetch(`${server.url}/api/leads/${id}/timeline?kind=email`, { headers: SIGNED_IN });
    const [mail, ...others] = (await answer.json()).items;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [mail.subject, mail.text, mail.mailbox, mail.direction, mail.createdBy.name],
      ['Our offer', 'Hello Grady', 'sales@contoso.example', 'sent', 'Alex Wilber'],
    );
  });

  it('lets the mail go in less than two seconds, once, while the service says nothing', async () => {
    let asked: () => void = () => undefined;
    const request = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const fetch = () => {
      asked();
      return new Promise<never>(() => undefined);
    };
    const outlook = classicOutlook({ origin: server.url, plan: 'lead-1', fetch });
    const sent = outlook.send();
    await request;
    assert.deepEqual(outlook.answers, []);
    const inTime = outlook.timers.filter(({ ms }) => ms > 0 && ms < 2000);
    assert.equal(inTime.length, 1);
    for (const { run } of outlook.timers) run();
    await sent;
    assert.deepEqual(outlook.answers, [true]);
  });

  it('lets the mail go when nobody is signed in, or Office refuses to tell or to mark', async () => {
    const signedOut = classicOutlook({
      origin: server.url,
      plan: 'lead-1',
      token: NOBODY_IS_SIGNED_IN,
      fetch: counted,
    });
    const refuses = (done: Done) => done({ status: 'failed', error: { message: 'Refused' } });
    const unreadable = classicOutlook({ origin: server.url, plan: 'lead-1', fetch: counted });
    unreadable.office.context.mailbox.item.to.getAsync = refuses;
    const unmarked = classicOutlook({ origin: server.url, plan: 'lead-1', fetch: counted });
    unmarked.office.context.mailbox.item.internetHeaders.setAsync = (_: object, done: Done) => refuses(done);
    for (const outlook of [signedOut, unreadable, unmarked]) {
      await outlook.send();
      assert.deepEqual(outlook.answers, [true]);
    }
    assert.equal(requests, 0);
  });

  it('asks a request to outlive its page only while that carries no more bytes than it may', async () => {
    const requests: RequestInit[] = [];
    const fetch = async (_: string, request: RequestInit) => {
      requests.push(request);
      return new Response();
    };
    for (const text of ['Hello Grady', '見積書'.repeat(10_000)]) {
      await classicOutlook({ origin: server.url, plan: 'lead-1', text, fetch }).send();
    }
    assert.deepEqual(
      requests.map(({ keepalive }) => keepalive),
      [true, false],
    );
  });

  it('neither marks nor sends anything of a mail that nobody chose to log', async () => {
    const outlook = classicOutlook({ origin: server.url, plan: 'none', fetch: counted });
    await outlook.send();
    assert.deepEqual(outlook.headers, {});
    assert.equal(requests, 0);
    assert.deepEqual(outlook.answers, [true]);
  });
});
