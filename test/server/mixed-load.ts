import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

/** What a client was told of a lead, and what it asked for without an answer. */
type Known = {
  name: string;
  createKey: string;
  /** Missing until the creation was answered. */
  id?: string;
  version: number;
  status: string;
  deleted: boolean;
  /** Texts of notes and ids of mails that were acknowledged. */
  notes: Set<string>;
  mails: Set<string>;
  asked?: Asked | undefined;
};
type Asked = { kind: 'create' | 'change' | 'delete' } | { kind: 'note'; text: string } | { kind: 'mail'; id: string };

const RECORDS = {
  createAccount: true,
  createContact: true,
  createOpportunity: true,
  currency: 'USD',
  duplicates: 'allow',
};

/** One client that works on leads of its own, one request after the other, and remembers every answer. */
export class MixedLoad {
  readonly leads: Known[] = [];
  #url = '';
  #turn = 0;

  /** Works until the server is gone. */
  async run(url: string): Promise<void> {
    this.#url = url;
    try {
      for (;;) await this.#step();
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      // The server was killed: whatever was under way has no answer.
    }
  }

  /** Asks a fresh server for everything it acknowledged, and asks again for what it did not. */
  async check(url: string): Promise<void> {
    this.#url = url;
    for (const lead of this.leads) {
      if (lead.deleted && !lead.id) continue;
      if (lead.deleted) {
        assert.equal((await this.#call('GET', `/api/leads/${lead.id}`)).status, 404);
        continue;
      }
      await this.#checkLead(lead);
    }
  }

  async #step(): Promise<void> {
    const turn = this.#turn++;
    const lead = this.leads.findLast(({ deleted }) => !deleted);
    if (!lead || turn % 7 === 0) return this.#create();
    switch (turn % 7) {
      case 1:
        return this.#change(lead, 'PATCH', '', { jobTitle: `turn ${turn}` }, { 'if-match': '*' });
      case 2:
        return this.#note(lead, `note ${turn} ${lead.name}`);
      case 3:
        return this.#mail(lead, `<${turn}-${lead.name}@contoso.com>`);
      case 4:
        return turn % 2 ? this.#qualify(lead) : this.#change(lead, 'POST', '/disqualify', { reason: 'lost' });
      case 5:
        return turn % 3 ? undefined : this.#change(lead, 'POST', '/reactivate', {});
      default:
        return turn % 4 ? undefined : this.#delete(lead);
    }
  }

  async #create(): Promise<void> {
    const name = `Doe-${randomUUID()}`;
    const lead: Known = {
      ...{ name, createKey: randomUUID(), version: 1, status: 'open', deleted: false },
      ...{ notes: new Set<string>(), mails: new Set<string>(), asked: { kind: 'create' } },
    };
    this.leads.push(lead);
    await this.#askToCreate(lead);
  }

  async #askToCreate(lead: Known): Promise<void> {
    const draft = { firstName: 'Jane', lastName: lead.name, companyName: `Contoso ${lead.name}`.slice(0, 100) };
    const { status, body } = await this.#call('POST', '/api/leads', draft, { 'idempotency-key': lead.createKey });
    if (isUnderWay(status, body)) return;
    assert.equal(status, 201);
    Object.assign(lead, { id: body.id, asked: undefined });
  }

  async #qualify(lead: Known): Promise<void> {
    lead.asked = { kind: 'change' };
    const { results } = (await this.#call('POST', '/api/leads/qualify', { ...RECORDS, leadIds: [lead.id] })).body;
    if (results[0].lead) Object.assign(lead, { version: results[0].lead.version, status: results[0].lead.status });
    lead.asked = undefined;
  }

  async #change(lead: Known, method: string, path: string, body: object, headers = {}): Promise<void> {
    lead.asked = { kind: 'change' };
    const answer = await this.#call(method, `/api/leads/${lead.id}${path}`, body, headers);
    assert.ok([200, 409].includes(answer.status), JSON.stringify(answer.body));
    if (answer.status === 200) Object.assign(lead, { version: answer.body.version, status: answer.body.status });
    lead.asked = undefined;
  }

  async #note(lead: Known, text: string): Promise<void> {
    lead.asked = { kind: 'note', text };
    const key = { 'idempotency-key': Buffer.from(text).toString('hex') };
    const { status, body } = await this.#call('POST', `/api/leads/${lead.id}/timeline`, { kind: 'note', text }, key);
    if (isUnderWay(status, body)) return;
    assert.equal(status, 201);
    lead.notes.add(text);
    lead.asked = undefined;
  }

  async #mail(lead: Known, id: string): Promise<void> {
    lead.asked = { kind: 'mail', id };
    const from = { name: 'Jane', address: 'jane@contoso.com' };
    const email = { internetMessageId: id, from, sentAt: '2026-11-20T10:00:00Z', subject: 'Machines', text: 'Hello' };
    const { status } = await this.#call('POST', '/api/emails/log', { email, leadId: lead.id });
    assert.ok(status === 201 || status === 200);
    lead.mails.add(id);
    lead.asked = undefined;
  }

  async #delete(lead: Known): Promise<void> {
    lead.asked = { kind: 'delete' };
    const { status } = await this.#call('DELETE', `/api/leads/${lead.id}`, undefined, { 'if-match': '*' });
    assert.equal(status, 204);
    Object.assign(lead, { deleted: true, asked: undefined });
  }

  async #checkLead(lead: Known): Promise<void> {
    const { asked } = lead;
    if (asked?.kind === 'create') await this.#askToCreate(lead);
    const found = await this.#call('GET', `/api/leads?view=all&q=${encodeURIComponent(lead.name)}`);
    if (asked?.kind === 'delete' && found.body.items.length === 0) {
      Object.assign(lead, { deleted: true, asked: undefined });
      return;
    }
    const ids: string[] = found.body.items.map(({ id }: { id: string }) => id);
    if (!lead.id) {
      assert.ok(ids.length <= 1, 'a creation nobody was told of happened once or not at all');
      Object.assign(lead, { deleted: true });
      return;
    }
    assert.deepEqual(ids, [lead.id], 'the lead is there, once');
    if (asked?.kind === 'note') await this.#note(lead, asked.text);
    if (asked?.kind === 'mail') await this.#mail(lead, asked.id);
    const [now] = found.body.items;
    const allowed = asked?.kind === 'change' ? [lead.version, lead.version + 1] : [lead.version];
    assert.ok(allowed.includes(now.version), `version ${now.version}, told ${lead.version}`);
    if (now.version === lead.version) assert.equal(now.status, lead.status);
    await this.#checkWhole(lead, now);
    Object.assign(lead, { version: now.version, status: now.status, asked: undefined });
  }

  /** Nothing is half-done: records, timeline and audit trail say the same as the lead. */
  async #checkWhole(lead: Known, now: { id: string; status: string; version: number; opportunityId: string | null }) {
    if (now.status === 'qualified') assert.ok(now.opportunityId);
    if (now.opportunityId) {
      const { status, body } = await this.#call('GET', `/api/opportunities/${now.opportunityId}`);
      assert.equal(status, 200);
      for (const path of [`accounts/${body.accountId}`, `contacts/${body.contactId}`]) {
        assert.equal((await this.#call('GET', `/api/${path}`)).status, 200);
      }
    }
    const timeline: { kind: string; text: string; internetMessageId?: string; event?: string }[] = (
      await this.#call('GET', `/api/leads/${now.id}/timeline?limit=100`)
    ).body.items;
    // A note whose request nobody can tell of yet is there or not.
    const { asked } = lead;
    if (asked?.kind === 'note' && timeline.some(({ text }) => text === asked.text)) lead.notes.add(asked.text);
    const of = (kind: string) => timeline.filter((item) => item.kind === kind);
    assert.deepEqual(
      of('note')
        .map(({ text }) => text)
        .sort(),
      [...lead.notes].sort(),
    );
    assert.deepEqual(
      of('email')
        .map((item) => item.internetMessageId)
        .sort(),
      [...lead.mails].sort(),
    );
    const audit: { at: string; action: string }[] = (await this.#call('GET', `/api/leads/${now.id}/audit?limit=100`))
      .body.items;
    const moves = new Set(
      audit.filter(({ action }) => !action.startsWith('timeline')).map(({ at, action }) => at + action),
    );
    assert.equal(moves.size, now.version, 'one entry of the audit trail for every version');
  }

  async #call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const all = { authorization: 'Bearer local:miriam', ...headers };
    const response = await fetch(this.#url + path, {
      method,
      headers: all,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }
}

/** Beside other servers, nobody can tell for a minute that the one which took the request has died. */
function isUnderWay(status: number, body: { type?: string }): boolean {
  return status === 409 && body.type === '/problems/idempotency-conflict';
}
