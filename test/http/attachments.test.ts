import assert from 'node:assert/strict';
import { request } from 'node:http';
import { createLead } from '../../src/leads/create-lead.ts';
import { actor } from '../temporary-desk.ts';
import { temporaryServer } from './temporary-server.ts';

describe('attachments over HTTP', () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let lead: string;
  beforeEach(async () => {
    server = await temporaryServer();
    lead = (await createLead(server.desk, actor('alex'), { lastName: 'Doe' }, { via: 'api' })).lead.id;
  });
  afterEach(() => server.stop());

  const send = (path: string, init: RequestInit = {}, who = 'alex') =>
    fetch(server.url + path, { ...init, headers: { authorization: `Bearer local:${who}`, ...init.headers } });
  const upload = async (body: BodyInit, headers: Record<string, string> = {}, more = '') => {
    const response = await send(`/api/leads/${lead}/attachments${more}`, { method: 'POST', body, headers });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

  it('takes the bytes of one file and gives them back as a download', async () => {
    const html = '<script>alert(1)</script>';
    const name = `attachment; filename*=UTF-8''${encodeURIComponent('Angebot für Größe.html')}`;
    const made = await upload(html, { 'content-type': 'text/html', 'content-disposition': name });
    assert.equal(made.status, 201);
    assert.equal(made.body.results[0].attachment.name, 'Angebot für Größe.html');
    const got = await send(made.headers.get('location') ?? '');
    assert.equal(await got.text(), html);
    assert.match(got.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''Angebot%20f%C3%BCr/);
    assert.equal(got.headers.get('x-content-type-options'), 'nosniff');
    assert.match(got.headers.get('content-security-policy') ?? '', /sandbox/);
    const { items } = await (await send(`/api/leads/${lead}/timeline?kind=note`)).json();
    assert.deepEqual(items[0].attachments, [made.body.results[0].attachment]);
    assert.equal((await send(`/api/attachments/${lead}`)).status, 404);
  });

  it('refuses other files under the key of an upload, and answers the same ones again', async () => {
    const named = (name: string) => ({
      'idempotency-key': 'k1',
      'content-disposition': `attachment; filename="${name}"`,
    });
    const first = await upload('one', named('a.txt'));
    assert.deepEqual((await upload('one', named('a.txt'))).body, first.body);
    for (const [bytes, name] of [
      ['three', 'a.txt'],
      ['two', 'b.txt'],
    ] as const) {
      const other = await upload(bytes, named(name));
      assert.deepEqual([other.status, other.body.type], [422, '/problems/idempotency-mismatch']);
    }
    const { items } = await (await send(`/api/leads/${lead}/timeline?kind=note`)).json();
    assert.equal(items.length, 1);
  });

  it('takes a form with several files, one result each, onto an entry that is there', async () => {
    const first = await upload('a');
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(1_000_000, 'x')]), 'large.bin');
    form.append('comment', 'not a file');
    form.append('file', new Blob(['MZ']), 'setup.exe');
    form.append('file', new Blob(['b']), 'b.txt');
    const { status, body } = await upload(form, {}, `?itemId=${first.body.item.id}`);
    assert.equal(status, 201);
    const told = body.results.map((result: { attachment?: { size: number }; error?: { code: string } }) =>
      result.attachment ? result.attachment.size : result.error?.code,
    );
    assert.deepEqual(told, [1_000_000, 'file-type-not-allowed', 1]);
    assert.equal(body.item.attachments.length, 3);
  });

  it('says what is wrong with a file, a form and a body', async () => {
    const empty = await upload('', { 'content-disposition': 'attachment; filename="a.txt"' });
    assert.deepEqual([empty.status, empty.body.errors], [422, [{ field: 'a.txt', message: 'is empty' }]]);
    assert.equal((await upload('x', { 'content-type': 'multipart/form-data' })).status, 400);
    assert.equal((await upload('x', { 'content-type': 'multipart/form-data; boundary=b' })).status, 400);
    assert.equal((await upload(new FormData())).status, 400);
    const large = new FormData();
    for (const name of ['a', 'b']) large.append('file', new Blob([Buffer.alloc(20 * 1024 * 1024)]), name);
    assert.equal((await upload(large)).status, 413);
    const tooLarge = await upload(Buffer.alloc(26 * 1024 * 1024));
    assert.deepEqual([tooLarge.status, tooLarge.body.type], [422, '/problems/attachment-refused']);
    const { items } = await (await send(`/api/leads/${lead}/timeline?kind=note`)).json();
    assert.equal(items.length, 0);
  });

  it('refuses a form with more files than it takes, and keeps none of them', async () => {
    for (const size of [1, 100_000]) {
      const form = new FormData();
      for (let n = 1; n <= 22; n++) form.append('file', new Blob([Buffer.alloc(size, n)]), `${n}.bin`);
      const { status, body } = await upload(form);
      assert.deepEqual([status, body.type], [413, '/problems/body-too-large']);
      assert.match(body.detail, /20 files/);
    }
    const { items } = await (await send(`/api/leads/${lead}/timeline?kind=note`)).json();
    assert.equal(items.length, 0);
    const most = new FormData();
    for (let n = 1; n <= 20; n++) most.append('file', new Blob([Buffer.alloc(1, n)]), `${n}.bin`);
    assert.equal((await upload(most)).body.results.length, 20);
  });

  it('answers a form that breaks off in a file that waits for its turn', async () => {
    for (const files of [3, 22]) {
      const form = new FormData();
      for (let n = 1; n <= files; n++) form.append('file', new Blob(['crema']), `${n}.txt`);
      const whole = new Response(form);
      const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
      const { status } = await upload((await whole.arrayBuffer()).slice(0, -60), headers);
      assert.equal(status, 400);
    }
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const headers = { authorization: 'Bearer local:alex', 'content-type': 'text/plain', 'content-length': '1000000' };
    const broken = request(`${server.url}/api/leads/${lead}/attachments`, { method: 'POST', headers });
    broken.on('error', () => undefined);
    const arrived = new Promise<void>((resolve) => {
      const { attachments } = server.desk;
      const { receive } = attachments;
      attachments.receive = async (bytes, most) => {
        const answer = receive.call(attachments, bytes, most);
        answer.catch(() => resolve());
        return answer;
      };
    });
    broken.write('crema'.repeat(100_000), () => broken.destroy());
    await arrived;
    const { items } = await (await send(`/api/leads/${lead}/timeline?kind=note`)).json();
    assert.equal(items.length, 0);
  });
});
