import assert from 'node:assert/strict';
import Database from 'libsql';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { changeTimelineItem } from '../../src/leads/change-timeline.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { erase } from '../../src/leads/privacy.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

describe('a trail written by a version that did not say of which entry it tells', () => {
  it('is read as ever, and of it all goes that may tell of an entry that is erased', async () => {
    const { desk, file, close } = await temporaryDesk();
    const alex = actor('alex');
    const { lead } = await createLead(desk, alex, { lastName: 'Doe' }, { via: 'api' });
    const named = await addToTimeline(desk, alex, lead.id, { kind: 'note', text: 'Likes coffee' });
    await changeTimelineItem(desk, alex, named.id, { text: 'Copy bob@litware.example' });
    await addToTimeline(desk, alex, lead.id, { kind: 'note', text: 'Likes tea' });
    const actions = async () => (await desk.store.audit(lead.id, { limit: 9 })).items.map(({ action }) => action);
    const before = await actions();
    const db = new Database(file);
    db.exec('update audit set "itemId" = null');
    db.close();
    assert.deepEqual(await actions(), before);
    await addToTimeline(desk, alex, lead.id, { kind: 'note', text: 'Likes cake' });
    await erase(desk, actor('admin'), { email: 'bob@litware.example' });
    assert.deepEqual(await actions(), ['timeline-add', 'create']);
    await close();
  });
});
