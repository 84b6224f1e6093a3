import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCommand } from '../../../bot/commands/read-command.ts';
import { isVerb, VERBS } from '../../../src/cards/verbs.ts';
import { COMMAND_IDS, type CommandId } from '../../../src/words/teams-commands.ts';
import { LANGUAGES } from '../../../src/words/words.ts';
import { TYPED } from './typed.ts';

describe('what somebody types', () => {
  for (const [verb, data, ...texts] of TYPED) {
    for (const text of texts) {
      it(`is ${verb} ${JSON.stringify(data)}: ${text || 'nothing'}`, () => {
        assert.deepEqual(readCommand(text), { verb, data });
      });
    }
  }

  const MEANT: Record<CommandId, [string, Record<string, string>]> = {
    'new-lead': ['lead.new', { said: 'Jane Doe, Contoso, jane@contoso.com' }],
    'my-leads': ['lead.list', { view: 'my-open' }],
    'open-leads': ['lead.list', { view: 'open' }],
    find: ['lead.list', { view: 'all', q: 'contoso' }],
    lead: ['lead.list', { view: 'all', q: 'jane doe', open: 'true' }],
    qualify: ['lead.list', { view: 'open', q: 'jane doe', intent: 'qualify', open: 'true' }],
    disqualify: ['lead.list', { view: 'open', q: 'jane doe', intent: 'disqualify', open: 'true' }],
    'bulk-qualify': ['leads.qualify', {}],
    assign: ['lead.list', { view: 'open', q: 'jane doe', intent: 'assign', open: 'true', to: 'megan' }],
    'notify-here': ['notify.here', {}],
    'stop-notifying': ['notify.stop', {}],
    help: ['help', {}],
  };
  for (const [language, { commands }] of LANGUAGES) {
    if (language === 'qps') continue;
    for (const id of COMMAND_IDS) {
      it(`is understood as help tells it, in ${language}: ${commands[id].example}`, () => {
        const { verb, data } = readCommand(commands[id].example);
        const lower = Object.fromEntries(
          Object.entries(data).map(([name, value]) => [name, name === 'said' ? value : value.toLowerCase()]),
        );
        assert.deepEqual([verb, lower], MEANT[id]);
      });
    }
  }

  it('is a verb with data it takes, whatever it is, and small words around it change nothing', () => {
    const pieces = fc.constantFrom(
      'new',
      'lead',
      'find',
      'assign',
      'to',
      'qualify',
      'bulk',
      'Jane',
      '私の',
      '<at>',
      '😀',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 9 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { verb, data } = readCommand(typed);
        assert.ok(isVerb(verb));
        assert.ok(VERBS[verb].safeParse(data).success, JSON.stringify(data));
        assert.deepEqual(readCommand(`  ${typed}\n`), { verb, data });
      }),
    );
  });

  it('takes no longer for being long', () => {
    const started = process.cpuUsage();
    for (const piece of ['qualif ', 'new ', '検索', 'a', 'を', "l'"]) readCommand(piece.repeat(100_000));
    assert.ok(process.cpuUsage(started).user < 3_000_000);
  });
});
