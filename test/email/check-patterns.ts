// Looks in every regular expression of ours for a text that makes it run without end: npm run patterns
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';

const FOLDERS = ['src', 'bot', 'addin'];
const PATIENCE_MS = 1000;

/** Pattern by where it stands: those written as such, and those that modules make of word lists as they load. */
const patterns = new Map<string, string>();
const watched = new Proxy(RegExp, {
  construct(target, given: [string, string?]) {
    const made = new target(...given);
    const place = /\/(src\/[^:?)]+)/.exec(new Error().stack?.split('\n').at(2) ?? '')?.[1];
    if (place) patterns.set(String(made), place);
    return made;
  },
});
const original = globalThis.RegExp;
globalThis.RegExp = watched;
const { draftLead } = await import('../../src/email/draft-lead.ts');
const { asMessage, goldContext, goldMails } = await import('./score.ts');
for (const mail of goldMails('all')) draftLead(asMessage(mail), goldContext());
globalThis.RegExp = original;

for (const folder of FOLDERS) {
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (name.endsWith('.ts')) collect(join(folder, name));
  }
}

const counts = { safe: 0, polynomial: 0, exponential: 0, unknown: 0 };
for (const [text, place] of patterns) {
  const end = text.lastIndexOf('/');
  const found = checkSync(text.slice(1, end), text.slice(end + 1).replace(/[dgvy]/g, ''), { timeout: PATIENCE_MS });
  const kind = found.status === 'vulnerable' ? found.complexity.type : found.status;
  counts[kind] += 1;
  if (kind === 'exponential') process.stdout.write(`${place}: some text keeps ${text} busy without end\n`);
}
process.stdout.write(`${patterns.size} patterns: ${JSON.stringify(counts)}\n`);
// What takes a power of the length is bounded by that of a line, which the reading of a mail cuts; the endless does not end.
process.exitCode = counts.exponential ? 1 : 0;

function collect(path: string): void {
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) patterns.set(node.text, path);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
}
