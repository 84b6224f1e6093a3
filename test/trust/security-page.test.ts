import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

describe('the page about security', () => {
  it('names a test for every threat, and the tests are there', () => {
    const rows = readFileSync('SECURITY.md', 'utf8')
      .split('\n')
      .filter((line) => /^\| .*: /.test(line) && !line.startsWith('|---'));
    assert.ok(rows.length >= 15);
    for (const row of rows) {
      const [, file, title] = /`(test\/[\w/-]+\.test\.ts)`: (.+?) \|$/.exec(row) ?? [];
      assert.ok(file && title, row);
      assert.ok(readFileSync(file, 'utf8').includes(title), `${file} has no test “${title}”`);
    }
  });
});
