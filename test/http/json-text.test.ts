import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { JsonText } from '../../src/http/json-text.ts';

const MEGABYTE = 1024 * 1024;

function textOf(json: string, cut: number): JsonText {
  const bytes = Buffer.from(json);
  const text = new JsonText();
  for (let at = 0; at < bytes.length; at += cut) text.add(bytes.subarray(at, at + cut));
  return text;
}

describe('a text of JSON', () => {
  it('says the same whether it is parsed here or apart, wherever it was cut', async () => {
    assert.equal(await new JsonText().value(), undefined);
    for (const letters of ['a', 'ü', '日', '👋', '\\n']) {
      for (const length of [10, MEGABYTE]) {
        const json = `{"a":["${letters.repeat(length)}",1,null]}`;
        assert.deepEqual(await textOf(json, 65_537).value(), JSON.parse(json));
      }
    }
  });

  it('that is none says so, short or long, and those beside it are parsed', async () => {
    const good = `["${'x'.repeat(2 * MEGABYTE)}"]`;
    const bad = `["${'x'.repeat(2 * MEGABYTE)}`;
    const dropped = textOf(good, 65_536);
    const values = [good, bad, good, '[1', good].map((json) => textOf(json, 65_536).value());
    dropped.drop();
    const results = await Promise.allSettled(values);
    assert.deepEqual(
      results.map((one) => (one.status === 'fulfilled' ? 'value' : one.reason.name)),
      ['value', 'SyntaxError', 'value', 'SyntaxError', 'value'],
    );
  });

  it('that was long keeps no process alive', async () => {
    const script = `const { JsonText } = await import(${JSON.stringify(new URL('../../src/http/json-text.ts', import.meta.url).href)});
      const text = new JsonText();
      const waiting = setInterval(() => undefined, 1000);
      text.add(Buffer.from('"' + 'x'.repeat(${2 * MEGABYTE}) + '"'));
      process.stdout.write(String((await text.value()).length));
      clearInterval(waiting);`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import=tsx',
      '--input-type=module',
      '-e',
      script,
    ]);
    assert.equal(stdout, String(2 * MEGABYTE));
  });

  it('comes to the server in pieces, whether it is one long text or many, and whole', async () => {
    const many = Array.from({ length: 5000 }, (_, nth) => ({ [nth]: `${nth}`.repeat(400), list: [nth, null] }));
    const texts = [
      `"${'ü'.repeat(5 * MEGABYTE)}"`,
      JSON.stringify(many),
      `{"__proto__":"${'x'.repeat(MEGABYTE)}","constructor":{"a":"${'y'.repeat(MEGABYTE)}"}}`,
    ];
    let longest = 0;
    const { emit } = Worker.prototype;
    Worker.prototype.emit = function (this: Worker, name: 'message', value: unknown) {
      if (name === 'message') longest = Math.max(longest, JSON.stringify(value).length);
      return emit.call(this, name, value);
    } as typeof emit;
    try {
      for (const json of texts) assert.equal(JSON.stringify(await textOf(json, 65_536).value()), json);
    } finally {
      Worker.prototype.emit = emit;
    }
    assert.ok(longest > 0 && longest < MEGABYTE, `${longest}`);
  });

  it('with names of a megabyte is none of ours', async () => {
    for (const names of [['n'.repeat(2 * MEGABYTE)], Array.from({ length: 20_000 }, (_, nth) => `${nth}`.repeat(20))]) {
      const json = JSON.stringify({ list: [Object.fromEntries(names.map((name) => [name, 1]))] });
      await assert.rejects(textOf(json, 65_536).value(), SyntaxError);
    }
  });

  it('that is long does not keep the server from anything else', async () => {
    const turns: string[] = [];
    const parsed = textOf(`["${'x'.repeat(30 * MEGABYTE)}"]`, 65_536)
      .value()
      .then(() => turns.push('parsed'));
    await new Promise((next) => setImmediate(next));
    turns.push('another request');
    await parsed;
    assert.deepEqual(turns, ['another request', 'parsed']);
  });
});
