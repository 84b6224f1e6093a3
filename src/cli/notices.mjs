import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is installed with the product, from the lock file's own view. @typedef {{ path: string, name: string, version: string }} Installed */

const list = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable', '--long'], { encoding: 'utf8' });
/** @type {Map<string, Installed>} */
const packages = new Map();
for (const line of list.split('\n').slice(1)) {
  const [path = '', id = ''] = line.split(':');
  const [, name, version] = /^(.+)@([^@]+)$/.exec(id) ?? [];
  if (name && version) packages.set(id, { path, name, version });
}

const notices = [...packages.values()]
  .sort((one, other) => one.name.localeCompare(other.name, 'en') || one.version.localeCompare(other.version, 'en'))
  .map(({ path, name, version }) => {
    const { license, licenses } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const terms =
      license?.type ??
      license ??
      licenses?.map((/** @type {{ type: string }} */ one) => one.type).join(' OR ') ??
      termsOf(readme(path)) ??
      'unknown';
    const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying|mit-license)/i.test(entry));
    const text = file ? readFileSync(join(path, file), 'utf8').trim() : 'The package holds no licence text.';
    return `${name} ${version} (${terms})\n\n${text}\n`;
  });
/** Some packages name their terms in the last lines of what there is to read about them, and nowhere else. @param {string} path */
function readme(path) {
  const file = readdirSync(path).find((entry) => /^readme/i.test(entry));
  return file ? readFileSync(join(path, file), 'utf8') : '';
}

/** The name of a licence that is the whole of a section of its own. @param {string} text */
function termsOf(text) {
  return /^#+ *licen[cs]e\s+([\w.-]+)\s*$/im.exec(text)?.[1];
}

const rule = `${'-'.repeat(72)}\n`;
writeFileSync(
  'THIRD_PARTY_NOTICES',
  `What Lead Desk is installed with, and on what terms.\n\n${rule}${notices.join(rule)}`,
);
process.stdout.write(`${notices.length} packages\n`);
