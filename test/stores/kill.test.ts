import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../temporary-desk.ts';

const WRITER = `
    import { createLead } from './src/leads/create-lead.ts';
  import { qualifyLead } from './src/leads/close-lead.ts';
  import { actor, openDesk } from './test/temporary-desk.ts';
  const desk = await openDesk(process.argv.at(-1));
  const records = { createAccount: false, createContact: true, createOpportunity: true, currency: 'USD' };
  for (;;) {
    const { lead } = await createLead(desk, actor('alex'), { lastName: 'Doe' }, { via: 'api' });
    await qualifyLead(desk, actor('alex'), lead.id, records, 1);
    process.stdout.write(lead.id + '\\n');
  }
`;

describe('a server killed in the middle of its work', () => {
  it('has every qualification it acknowledged, whole, and none half-done', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-kill-'));
    const url = `file:${join(folder, 'test.db')}`;
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      const writer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', WRITER, '--', url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      let killAt = 20 + round * 7;
      writer.stdout.on('data', (chunk) => {
        text += chunk;
        if (text.split('\n').length > killAt) {
          killAt = Number.POSITIVE_INFINITY;
          writer.kill('SIGKILL');
        }
      });
      await once(writer, 'close');
      acknowledged.push(...text.split('\n').slice(0, -1));
    }
    const { store } = await openDesk(url);
    assert.ok(acknowledged.length >= 60);
    for (const id of acknowledged) {
      const lead = await store.lead(id);
      assert.equal(lead?.status, 'qualified');
      assert.ok(await store.opportunity(lead?.opportunityId ?? ''));
    }
    let cursor: string | null = null;
    do {
      const page = await store.leads({ limit: 100, ...(cursor && { cursor }) });
      for (const lead of page.items) assert.equal(Boolean(lead.opportunityId), lead.status === 'qualified');
      cursor = page.next;
    } while (cursor);
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
