import assert from 'node:assert/strict';
import { KeptForms } from '../../addin/outlook/kept-forms.ts';
import type { Subject } from '../../addin/outlook/subject.ts';

const PRESSED = { verb: 'lead.disqualify', data: {}, hasInputs: true };
const execute = (verb: string) => ({ type: 'Action.Execute', verb });
const leadCard = (topic: string, verb = 'mail.log') => ({ body: [topic], actions: [execute(verb)] });
const form = (title: string, verb = 'lead.create') => ({ body: [title], actions: [execute(verb)] });

describe('what was typed beside a mail', () => {
  let typed: typeof import('../../addin/outlook/half-typed.ts');
  let mails = 0;
  const mail = () => {
    mails += 1;
    return { keptAs: `<${mails}@contoso.example>` } as Subject;
  };
  before(async () => {
    const kept = new Map<string, string>();
    const localStorage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    };
    const Office = { context: { mailbox: { userProfile: { emailAddress: 'alex@contoso.example' } } } };
    Object.assign(globalThis, { localStorage, Office });
    typed = await import('../../addin/outlook/half-typed.ts');
  });
  after(() => {
    for (const name of ['localStorage', 'Office']) Reflect.deleteProperty(globalThis, name);
  });

  it('stands on the form that was refused', () => {
    for (const refused of ['invalid-input', 'duplicate-lead', 'duplicate-customer']) {
      const about = mail();
      const card = form('Mend this');
      typed.settleTyped(about, PRESSED, { card, refused });
      assert.deepEqual(typed.typedBefore(about, form('New lead')), { card, values: {}, isRefused: true });
    }
  });

  it('stays on the form that was refused, with all it held, when it is mended', () => {
    const about = mail();
    const card = { ...form('Mend this'), topic: 'Typed before it was refused' };
    const values = { email: 'grady.archie@fabrikam.example' };
    typed.keepTyped(about, { card, values, isRefused: true });
    assert.deepEqual(typed.typedBefore(about, form('New lead')), { card, values, isRefused: true });
  });

  it('stays while another lead is looked at, and is given up with Cancel', () => {
    const show = (leadId: string) => ({ verb: 'lead.show', data: { leadId }, hasInputs: false });
    const candidate = { ...execute('lead.show'), data: { leadId: 'other' } };
    const making = mail();
    const begun = { card: { ...form('New lead'), body: [candidate] }, values: { topic: 'Machines' } };
    typed.keepTyped(making, begun);
    typed.settleTyped(making, show('other'), { card: leadCard('Other') });
    assert.deepEqual(typed.typedBefore(making, form('Now')), { card: form('Now'), values: begun.values });

    const changing = mail();
    const save = { ...execute('lead.update'), data: { leadId: 'lead-1' } };
    const begunToo = { card: { body: [candidate], actions: [save] }, values: { topic: 'Machines' } };
    typed.keepTyped(changing, begunToo);
    typed.settleTyped(changing, show('other'), { card: leadCard('Other') });
    assert.deepEqual(typed.typedBefore(changing, leadCard('Now')), begunToo);
    typed.settleTyped(changing, show('lead-1'), { card: leadCard('Now') });
    assert.equal(typed.typedBefore(changing, leadCard('Now')), undefined);
  });

  it('comes back where opening the mail asks which lead is meant, and offers a new one', () => {
    const about = mail();
    const begun = { card: form('New lead'), values: { topic: 'Machines' } };
    typed.keepTyped(about, begun);
    assert.deepEqual(typed.typedBefore(about, { actions: [execute('lead.show'), execute('lead.new')] }), begun);
  });

  it('is gone once a refusal was answered with the lead as it stands', () => {
    for (const refused of ['lead-changed', 'lead-closed', 'lead-not-found', 'not-permitted']) {
      const about = mail();
      typed.keepTyped(about, { card: form('Disqualify', 'lead.disqualify'), values: { note: 'Too small' } });
      typed.settleTyped(about, PRESSED, { card: leadCard('Then'), refused });
      assert.equal(typed.typedBefore(about, leadCard('Now')), undefined);
    }
  });

  it('stays as it was while the leads are away, until it has arrived by whatever button', () => {
    const about = mail();
    const note = { card: form('Add note', 'note.add'), values: { text: 'Called' } };
    const away = { card: form('Away', 'note.add'), refused: 'store-unavailable' };
    typed.keepTyped(about, note);
    typed.settleTyped(about, PRESSED, away);
    assert.deepEqual(typed.typedBefore(about, leadCard('Now')), note);
    // "Try again" carries what was typed and has no inputs.
    const again = { ...PRESSED, hasInputs: false };
    typed.settleTyped(about, again, away);
    assert.deepEqual(typed.typedBefore(about, leadCard('Now')), note);
    typed.settleTyped(about, again, { card: leadCard('Now'), changed: 'lead-1' });
    assert.equal(typed.typedBefore(about, leadCard('Now')), undefined);
  });

  it('is gone where somebody made the lead meanwhile', () => {
    const about = mail();
    typed.keepTyped(about, { card: form('New lead'), values: { topic: 'Machines' } });
    assert.equal(typed.typedBefore(about, leadCard('Made')), undefined);
  });

  it('is kept for a week, apart for every user, and of the twenty latest mails', () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => stored.set(name, value),
    } as unknown as Storage;
    const [alex, megan] = ['alex@contoso.example', 'megan@contoso.example'].map((user) => new KeptForms(user, storage));
    const now = Date.now();
    const begun = (at: number) => ({ card: {}, values: { topic: 'Machines' }, at });
    alex?.keep('week', begun(now - 8 * 24 * 60 * 60_000));
    assert.equal(alex?.of('week'), undefined);
    for (let nth = 0; nth < 21; nth++) alex?.keep(`mail ${nth}`, begun(now + nth));
    assert.deepEqual([alex?.of('mail 0'), alex?.of('mail 1')], [undefined, begun(now + 1)]);
    assert.deepEqual(alex?.of('mail 20'), begun(now + 20));
    assert.equal(megan?.of('mail 20'), undefined);
    megan?.keep('mail 20', begun(now));
    assert.deepEqual(alex?.of('mail 20'), begun(now + 20));
  });

  it('is put on the lead as it is today where files of the mail were chosen', () => {
    const about = mail();
    const values = { files: '0,2' };
    typed.keepTyped(about, { card: leadCard('Then'), values });
    assert.deepEqual(typed.typedBefore(about, leadCard('Now')), { card: leadCard('Now'), values });
    // Somebody logged the mail meanwhile.
    assert.equal(typed.typedBefore(about, leadCard('Now', 'lead.edit')), undefined);
  });
});
