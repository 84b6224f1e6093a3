import assert from 'node:assert/strict';
import Database from 'libsql';
import { temporaryDesk } from '../temporary-desk.ts';

describe('a reminder written by a version that did not say when to tell', () => {
  it('comes when the task is due, or by day once its lead’s tasks are looked at', async () => {
    const { desk, file, close } = await temporaryDesk();
    const dueAt = '2026-12-01T23:59:00.000Z';
    const db = new Database(file);
    for (const taskId of ['left', 'looked-at']) {
      db.prepare('insert into reminders("taskId", "leadId", "personId", "dueAt") values (?, ?, ?, ?)').run(
        ...[taskId, `lead of ${taskId}`, 'p', dueAt],
      );
    }
    db.close();
    const tellAt = '2026-12-01T09:00:00.000Z';
    const leadId = 'lead of looked-at';
    await desk.reminders.set(leadId, [{ taskId: 'looked-at', leadId, personId: 'p', dueAt, tellAt }]);
    assert.equal(await desk.reminders.tellDue(new Date(tellAt), 10), 1);
    assert.equal(await desk.reminders.tellDue(new Date('2026-12-01T23:58:00Z'), 10), 0);
    assert.equal(await desk.reminders.tellDue(new Date(dueAt), 10), 1);
    await close();
  });
});
