import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { LeadError } from '../../src/leads/lead-error.ts';
import { errorForLog } from '../../src/platform/log.ts';

describe('an error in the log', () => {
  it('says what failed and where, and why that was, without what it quotes', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const told = errorForLog(new Error('Key (email)=(jane@contoso.com) of "Jane Doe" is there', { cause }));
    const text = JSON.stringify(told);
    assert.doesNotMatch(text, /jane/i);
    assert.match(text, /log\.test\.ts/);
    assert.match(text, /ECONNREFUSED 127/);
  });

  it('quotes nothing either when there is no place to name, or what was thrown is no error', () => {
    const placeless = new Error('cannot read "Jane Doe"');
    placeless.stack = 'Error: cannot read "Jane Doe"';
    assert.doesNotMatch(JSON.stringify(errorForLog(placeless)), /Jane/);
    assert.doesNotMatch(JSON.stringify(errorForLog('Jane Doe')), /Jane/);
    assert.ok(errorForLog(undefined));
  });

  it('is told in a line while the store is away: why, and not where, as there are many of them', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    assert.deepEqual(errorForLog(new LeadError('store-unavailable', [], cause)), {
      ...{ type: 'LeadError', code: 'store-unavailable', message: 'store-unavailable' },
      cause: { type: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' },
    });
    assert.match(errorForLog(new LeadError('lead-changed')).stack ?? '', /log\.test\.ts/);
  });

  it('is told in a line on this machine, too', () => {
    const module = new URL('../../src/platform/log.ts', import.meta.url).href;
    const script = `import { createLog } from ${JSON.stringify(module)};
      const err = Object.assign(new Error('store-unavailable', { cause: new Error('timeout') }), { code: 'store-unavailable' });
      createLog({ level: 'info', local: true }).error({ err }, 'request failed');`;
    const { stdout } = spawnSync(process.execPath, ['--import=tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    assert.match(stdout, /^[\d:]{8} error: request failed: store-unavailable: timeout\n$/);
  });
});
