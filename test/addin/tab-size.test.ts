import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const FOLDER = 'dist/public/tab';
const MOST = 150 * 1024;

/** The scripts a file imports before it runs, itself included; those it asks for later are left out. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (name) loadedWith(name, seen);
  return seen;
}

function bytes(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`${FOLDER}/${file}`)).length, 0);
}

describe('the scripts of the Leads tab', () => {
  const built = (name: string) =>
    readdirSync(FOLDER).filter((file) => new RegExp(`^${name}-[A-Z\\d]{8}\\.js$`).test(file));
  const page = readFileSync(`${FOLDER}/index.html`, 'utf8');
  const [, early = ''] = /async [^>]*src="\/tab\/(first-sight-[A-Z\d]{8}\.js)"/.exec(page) ?? [];
  const [, entry = ''] = /data-when="tab" href="\/tab\/(tab-[A-Z\d]{8}\.js)"/.exec(page) ?? [];

  it('that show the table are 150 KB at most, gzipped, with what Teams and another language add', () => {
    const inTeams = [built('teams-host'), built('ja')].flat();
    assert.equal(inTeams.length, 3);
    const files = new Set([entry, ...inTeams].flatMap((file) => [...loadedWith(file)]));
    files.add(early);
    assert.ok(bytes(files) <= MOST, `${bytes(files)} bytes`);
  });

  it('that draw the first rows are one file of 12 KB that waits for no other', () => {
    assert.deepEqual([...loadedWith(early)], [early]);
    assert.ok(bytes([early]) <= 12 * 1024, `${bytes([early])} bytes`);
  });

  it('that ask for the leads are in the page itself, which has 3 KB with them', () => {
    assert.match(page, /<script>[^<]*leadDeskAsked/);
    assert.ok(gzipSync(page).length <= 3072, `${gzipSync(page).length} bytes`);
  });

  it('of another language come along with the leads, whichever it is', () => {
    const others = readdirSync('src/words/tab').filter((file) => file !== 'en.ts');
    const named = [...page.matchAll(/data-language="(\w+)"/g)].map(([, language]) => language);
    assert.deepEqual(named.sort(), others.flatMap((file) => [file.slice(0, -3), file.slice(0, -3)]).sort());
  });

  it('for charts, cards and signing in come only when they are asked for', () => {
    const first = [...loadedWith(entry)].map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8')).join('');
    for (const name of ['draw-bars', 'pipeline-page', 'lead-panel', 'teams-host', 'entra-tab']) {
      const [file = ''] = built(name);
      assert.ok(file, name);
      assert.ok(!loadedWith(entry).has(file), name);
      assert.match(
        first + readFileSync(`${FOLDER}/${built('pipeline-page')[0]}`, 'utf8'),
        new RegExp(`import\\("\\./${file}"\\)`),
      );
    }
  });
});
