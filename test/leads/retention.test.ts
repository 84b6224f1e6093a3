import assert from 'node:assert/strict';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { changeTimelineItem, completeTask, removeTimelineItem } from '../../src/leads/change-timeline.ts';
import { disqualifyLead, qualifyLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { auditDenial } from '../../src/leads/denial.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { emailMessage } from '../../src/leads/email-message.ts';
import { logEmail } from '../../src/leads/log-email.ts';
import { erase } from '../../src/leads/privacy.ts';
import { eraseExpired } from '../../src/leads/retention.ts';
import { postedCard } from '../outbox/temporary-worker.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

describe('retention', () => {
  it('erases disqualified leads nobody has touched for so long, and nothing else', async () => {
    const { desk, close } = await temporaryDesk();
    const alex = actor('alex');
    const on = (day: string): Desk => ({ ...desk, now: () => new Date(`${day}T12:00:00Z`) });
    const made = async (day: string, lastName: string) =>
      (await createLead(on(day), alex, { lastName, topic: 'Mixers', companyName: lastName }, { via: 'api' })).lead.id;
    const lost = (day: string, id: string) => disqualifyLead(on(day), alex, id, { reason: 'lost' }, '*');

    const expired = await made('2026-01-01', 'Expired');
    await lost('2026-01-02', expired);
    const recent = await made('2026-01-01', 'Recent');
    await lost('2026-03-30', recent);
    const annotated = await made('2026-01-01', 'Annotated');
    await lost('2026-01-02', annotated);
    await addToTimeline(on('2026-03-30'), alex, annotated, { kind: 'note', text: 'May come back' });
    const open = await made('2026-01-01', 'Open');
    const customer = await made('2026-01-01', 'Customer');
    const all = { createAccount: true, createContact: true, createOpportunity: false, currency: 'USD' };
    await qualifyLead(on('2026-01-02'), alex, customer, all, '*');
    const won = await made('2026-01-01', 'Won');
    await qualifyLead(on('2026-01-02'), alex, won, { currency: 'USD' }, '*');

    assert.deepEqual(await desk.privacy.untouchedSince(new Date('2026-03-01')), [expired]);
    assert.equal(await eraseExpired(on('2026-04-01'), 60), 1);
    assert.equal(await desk.store.lead(expired), undefined);
    for (const id of [recent, annotated, open, customer, won]) assert.ok(await desk.store.lead(id), id);
    assert.equal(await eraseExpired(on('2026-04-01'), 60), 0);
    await close();
  });

  it('counts when somebody touched a lead, not the day what they wrote is about', async () => {
    const { desk, close } = await temporaryDesk();
    const alex = actor('alex');
    const on = (day: string): Desk => ({ ...desk, now: () => new Date(`${day}T12:00:00Z`) });
    const [long, recently, today] = [on('2026-01-01'), on('2026-03-30'), on('2026-04-01')];
    const lost = async (lastName: string) => {
      const { lead } = await createLead(long, alex, { lastName, topic: lastName }, { via: 'api' });
      const { id } = await addToTimeline(long, alex, lead.id, { kind: 'note', text: 'Wants a quote' });
      const task = { kind: 'task', text: 'Call', dueAt: '2026-01-20T12:00:00Z' };
      const { id: taskId } = await addToTimeline(long, alex, lead.id, task);
      await disqualifyLead(long, alex, lead.id, { reason: 'lost' }, '*');
      return { leadId: lead.id, noteId: id, taskId };
    };
    const happened = '2026-01-15T12:00:00Z';

    const mailed = await lost('Mailed');
    const mail = emailMessage.parse({
      ...{ internetMessageId: '<a@fabrikam.example>', from: { address: 'jane@fabrikam.example' }, sentAt: happened },
      subject: 'Hello',
    });
    await logEmail(recently, alex, mailed.leadId, { ...mail, text: 'Hello', html: null });
    const called = await lost('Called');
    const call = { kind: 'phone-call', text: 'Asked again', direction: 'incoming', occurredAt: happened };
    await addToTimeline(recently, alex, called.leadId, call);
    const edited = await lost('Edited');
    await changeTimelineItem(recently, alex, edited.noteId, { text: 'Wants two quotes' });
    const completed = await lost('Completed');
    await completeTask(recently, alex, completed.taskId);
    const tidied = await lost('Tidied');
    await removeTimelineItem(recently, alex, tidied.noteId);
    const annotated = await lost('Annotated');
    for (const text of ['Met ann@contoso.example', 'May come back']) {
      await addToTimeline(recently, alex, annotated.leadId, { kind: 'note', text });
    }
    await erase(recently, actor('admin'), { email: 'ann@contoso.example' });
    const refused = await lost('Refused');
    const attempt = { by: actor('adele'), tried: 'lead.delete', leadId: refused.leadId };
    await desk.denials.record(auditDenial(attempt, recently.now().toISOString()));

    assert.equal(await eraseExpired(today, 60), 1);
    assert.equal(await desk.store.lead(refused.leadId), undefined);
    for (const { leadId } of [mailed, called, edited, completed, tidied, annotated]) {
      assert.ok(await desk.store.lead(leadId), leadId);
    }
    await close();
  });

  it('has the cards of what it erased looked at, not every card there is for each', async () => {
    const { desk, close } = await temporaryDesk();
    const alex = actor('alex');
    const long: Desk = { ...desk, now: () => new Date('2026-01-01T12:00:00Z') };
    const now = new Date('2026-04-01T12:00:00Z');
    const posted = async (lastName: string) => {
      const { lead } = await createLead(long, alex, { lastName, topic: lastName }, { via: 'api', duplicates: 'allow' });
      await desk.postedCards.add(postedCard(lead.id, `19:${lead.id}`), now);
      return lead.id;
    };
    for (let nth = 0; nth < 5; nth++) await posted('Open');
    const expired: string[] = [];
    for (let nth = 0; nth < 5; nth++) expired.push(await posted('Expired'));
    for (const id of expired) await disqualifyLead(long, alex, id, { reason: 'lost' }, '*');

    assert.equal(await eraseExpired({ ...desk, now: () => now }, 60), 5);
    const erasures = (await desk.outbox.waiting(now, 1000)).filter(({ action }) => action === 'erase');
    assert.deepEqual(erasures.map(({ leadId }) => leadId).sort(), expired.sort());
    await close();
  });
});
