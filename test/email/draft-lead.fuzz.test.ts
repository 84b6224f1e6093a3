import assert from 'node:assert/strict';
import { draftLead } from '../../src/email/draft-lead.ts';
import { leadDraft } from '../../src/leads/lead-fields.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { mutated, randomFrom } from './mutate.ts';
import { asMessage, goldContext, goldMails } from './score.ts';

const MAILS = Number(process.env.FUZZ_MAILS ?? 2000);
const HIDDEN = /[^\P{Cc}\n]|[\p{Co}\p{Cs}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
const MARKUP =
  /<\s*[/!]?\s*(?:script|style|iframe|img|svg|a|b|i|p|br|div|span|table|tr|td|form|object|embed)\b|javascript:/i;

describe('draftLead on broken and hostile mails', () => {
  it('never throws, never hangs and never lets markup or hidden characters into a field', function () {
    this.timeout(60_000 + MAILS * 30);
    const context = goldContext();
    const mails = goldMails('all').map(asMessage);
    for (let seed = 1; seed <= MAILS; seed++) {
      const random = randomFrom(seed);
      const mail = mutated(mails[Math.floor(random() * mails.length)] as (typeof mails)[0], mails, random);
      const told = `seed ${seed}`;
      let read: ReturnType<typeof draftLead> | undefined;
      const seconds = cpuSeconds(() => {
        read = draftLead(mail, context);
      });
      assert.ok(seconds < 5, `${told} took too long`);
      assert.ok(read);
      const { draft, provenance } = read;
      assert.deepEqual(Object.keys(provenance).sort(), Object.keys(draft).sort(), told);
      for (const [field, value] of Object.entries(draft)) {
        assert.ok(value !== '', `${told}: ${field} is empty`);
        assert.doesNotMatch(value, HIDDEN, `${told}: ${field}`);
        assert.doesNotMatch(value, MARKUP, `${told}: ${field}`);
        if (!field.endsWith('Phone')) assert.doesNotMatch(value, /^[=+\-@]/, `${told}: ${field}`);
        if (field !== 'description') assert.doesNotMatch(value, /\n/, `${told}: ${field}`);
      }
      const { street, city, stateOrProvince, postalCode, country, ...fields } = draft;
      const address = { street, city, stateOrProvince, postalCode, country };
      const parsed = leadDraft.safeParse({ lastName: 'Doe', ...fields, address: JSON.parse(JSON.stringify(address)) });
      assert.ok(parsed.success, `${told}: the lead form refuses the draft: ${parsed.error?.message}`);
    }
  });
});
