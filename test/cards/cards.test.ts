import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { ENGLISH, OTHER_LANGUAGES } from '../../manifest/languages.ts';
import type { Action, Card } from '../../src/cards/card.ts';
import { leadCard } from '../../src/cards/lead-card.ts';
import { VERBS, type Verb } from '../../src/cards/verbs.ts';
import { actor } from '../temporary-desk.ts';
import { complaints } from './complaints.ts';
import { everyCard } from './every-card.ts';
import { sampleLead } from './samples.ts';

const HOSTILE = '[click](https://evil.example) <img src=x onerror=alert(1)> **x** <at>Alex</at>';
const EXAMPLES = new URL('../../examples/cards/', import.meta.url);

describe('every card', () => {
  const longest = (locale: string) => everyCard((plain, max) => plain.padEnd(max, ' 漢字'), locale);

  for (const [name, card] of Object.entries(everyCard())) {
    it(`is drawn by the official renderer without complaint: ${name}`, () => assert.deepEqual(complaints(card), []));
  }

  it('notices a misspelt property and an element the renderer does not know', () => {
    const wrong = {
      ...everyCard().help,
      body: [{ type: 'TextBlock', txt: 'x' }, { type: 'Badge' }],
    } as unknown as Card;
    assert.match(complaints(wrong).join('\n'), /has no "txt"/);
    assert.match(complaints(wrong).join('\n'), /Badge/);
  });

  it('stays under 28 KB as UTF-16 with the longest texts there can be', () => {
    for (const { tag } of [ENGLISH, ...OTHER_LANGUAGES]) {
      for (const [name, card] of Object.entries(longest(tag))) {
        const bytes = Buffer.byteLength(JSON.stringify(card), 'utf16le');
        assert.ok(bytes <= 28 * 1024, `${name} in ${tag} has ${bytes} bytes`);
      }
    }
  });

  it('has at most five actions in a row, each a verb with data it takes', () => {
    for (const [name, card] of Object.entries(everyCard())) {
      for (const row of actionRows(card)) {
        assert.ok(row.length <= 5, name);
        for (const action of row) {
          if (action.type !== 'Action.Execute') continue;
          const parsed = VERBS[action.verb as Verb].safeParse(action.data);
          assert.ok(parsed.success, `${name}: ${action.verb} ${JSON.stringify(action.data)}`);
          assert.deepEqual(action.fallback.data, { verb: action.verb, ...action.data });
          assert.equal(action.fallback.associatedInputs, action.associatedInputs, `${name}: ${action.title}`);
        }
      }
    }
  });

  it('keeps text from people out of everything that reads Markdown', () => {
    for (const [name, card] of Object.entries(everyCard(() => HOSTILE))) {
      for (const block of find(card, 'TextBlock'))
        assert.ok(!String(block.text).includes('evil'), `${name}: ${block.text}`);
      for (const input of find(card, 'Input.Toggle')) assert.ok(!String(input.title).includes('evil'), name);
    }
  });

  it('gives every input a label, and every required one a reason', () => {
    for (const card of Object.values(everyCard())) {
      for (const input of find(card, 'Input.')) {
        assert.ok(input.label || input.title, JSON.stringify(input));
        if (input.isRequired) assert.ok(input.errorMessage, JSON.stringify(input));
      }
    }
  });

  it('shows nobody a button their role does not have', () => {
    const verbsOf = (card: Card | undefined) =>
      actionRows(card)
        .flat()
        .flatMap((a) => (a.type === 'Action.Execute' ? [a.verb] : []));
    const verbs = (name: string) => verbsOf(everyCard()[name]);
    assert.deepEqual(verbs('lead-open-sales-team-member'), ['note.add', 'call.log', 'task.add']);
    assert.ok(verbs('lead-open-salesperson').includes('lead.qualify'));
    assert.ok(verbs('lead-qualified-salesperson').includes('lead.reactivate'));
    assert.ok(!verbs('lead-qualified-salesperson').includes('lead.qualify'));
    assert.ok(verbs('lead-open-in-channel').includes('lead.qualify'));
    const view = { host: 'teams', audience: 'one', locale: 'en', timeZone: 'UTC' } as const;
    const [assign, all] = [['lead.assign'], ['lead.assign', 'lead.history', 'lead.delete']];
    for (const [ownerId, expected] of [
      [actor('alex').id, { adele: [], alex: all, miriam: all }],
      [actor('megan').id, { adele: [], alex: [], miriam: all }],
      [null, { adele: [], alex: assign, miriam: all }],
    ] as const) {
      for (const [who, offered] of Object.entries(expected) as [keyof typeof expected, string[]][]) {
        const card = leadCard({ ...sampleLead((plain) => plain), ownerId }, actor(who), view, { timeline: [] });
        const found = verbsOf(card).filter((verb) => all.includes(verb));
        assert.deepEqual(found, offered, `${who}, lead of ${ownerId}`);
      }
    }
  });

  it('is in examples/cards as it is drawn', () => {
    const files = readdirSync(EXAMPLES).sort();
    const cards = everyCard();
    assert.deepEqual(
      files,
      Object.keys(cards)
        .map((name) => `${name}.json`)
        .sort(),
    );
    for (const [name, card] of Object.entries(cards)) {
      const example = JSON.parse(readFileSync(new URL(`${name}.json`, EXAMPLES), 'utf8'));
      assert.deepEqual(example, card, `${name}: run "npm run examples"`);
    }
  });
});

type Found = Record<string, unknown>;

function find(value: unknown, type: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((item) => find(item, type));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && String(value.type).startsWith(type) ? [value as Found] : [];
  return [...own, ...Object.values(value).flatMap((inner) => find(inner, type))];
}

function actionRows(card: unknown): Action[][] {
  if (Array.isArray(card)) return card.flatMap(actionRows);
  if (typeof card !== 'object' || card === null) return [];
  const own = 'actions' in card && Array.isArray(card.actions) ? [card.actions as Action[]] : [];
  return [...own, ...Object.values(card).flatMap(actionRows)];
}
