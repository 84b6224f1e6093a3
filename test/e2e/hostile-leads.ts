import { XSS_PAYLOADS } from '../trust/xss-payloads.ts';
import { api } from './pages.ts';

export type HostileLead = { id: string; fullName: string; companyName: string; topic: string };

const GROUP = 6;
/** The payloads a few at a time, so that a card, a timeline or a mail holds several of them. */
export const GROUPS: readonly string[][] = Array.from({ length: Math.ceil(XSS_PAYLOADS.length / GROUP) }, (_, nth) =>
  XSS_PAYLOADS.slice(nth * GROUP, (nth + 1) * GROUP),
);

/** Words in every field of a lead that takes text: one to a short field, all of them to a long one. */
function fieldsWith(words: readonly string[]) {
  const nth = (n: number, most = 100) => (words[n % words.length] ?? '').slice(0, most);
  const all = words.join('\n');
  return {
    ...{ firstName: nth(0, 50), lastName: nth(1, 50), companyName: nth(2), topic: all.slice(0, 300), jobTitle: nth(3) },
    ...{ businessPhone: nth(4, 50), mobilePhone: nth(5, 50), productInterest: nth(0), sourceCampaign: nth(1) },
    ...{ description: all, qualificationComments: all },
    address: {
      ...{ street: nth(2), city: nth(3, 80), stateOrProvince: nth(4, 50), postalCode: nth(5, 20), country: nth(0, 80) },
    },
  };
}

/** A mail of somebody who means no good: the words are its people, its subject, its text and the names of its files. */
export function hostileMail(words: readonly string[], address: string, html?: string) {
  const file = { contentType: 'text/plain', size: 1, content: 'eA==' };
  const [first = '', second = first, third = second] = words;
  return {
    from: { name: first, address },
    to: [{ name: second, address: 'alex@contoso.example' }],
    cc: [{ name: third, address: 'sales@contoso.example' }],
    subject: words.join(' '),
    sentAt: '2026-11-20T10:00:00Z',
    conversationId: `hostile-${address}`,
    internetMessageId: `<hostile-${address}>`,
    ...(html === undefined ? { text: `We would like an offer.\n\n${words.join('\n')}` } : { html }),
    attachments: words.map((name) => ({ ...file, name: `${name}.txt` })),
  };
}

/** HTML with the words in the text, where a tag may swallow all that follows, and in an attribute. */
export function hostileHtml(words: string): string {
  return `<p>We would like an offer.</p><p title="${words}">${words}</p>`;
}

export function addressOf(group: number): string {
  return `person-${group}@hostile-${group}.example`;
}

/** A lead for each payload, which is in all its fields. */
export function seedLeadPerPayload(url: string): Promise<HostileLead[]> {
  const create = (words: string) => api<HostileLead>(url, '/leads?duplicates=allow', fieldsWith([words]));
  return Promise.all(XSS_PAYLOADS.map(create));
}

/** A lead whose fields hold the words, changed once, with all of them in a note. */
export async function seedLeadWith(url: string, words: readonly string[], email: string): Promise<HostileLead> {
  const fields = { ...fieldsWith(words), email };
  const { id } = await api<HostileLead>(url, '/leads?duplicates=allow', { ...fields, topic: 'Before' });
  await api(url, `/leads/${id}/timeline`, { kind: 'note', text: words.join('\n') });
  return api<HostileLead>(url, `/leads/${id}`, { topic: fields.topic }, 'PATCH');
}

/** A lead for each group, changed once, with every kind of entry on its timeline for each of the group's payloads. */
export async function seedLeadPerGroup(url: string): Promise<HostileLead[]> {
  const leads: HostileLead[] = [];
  for (const [nth, words] of GROUPS.entries()) {
    const fields = { ...fieldsWith(words), email: addressOf(nth) };
    const lead = await api<HostileLead>(url, '/leads?duplicates=allow', { ...fields, topic: 'Before' });
    const when = { startAt: '2027-01-20T10:00:00Z', endAt: '2027-01-20T11:00:00Z' };
    for (const [at, text] of words.entries()) {
      const entry = (kind: string, more: object = {}) =>
        api(url, `/leads/${lead.id}/timeline`, { kind, subject: text, text, ...more });
      const email = hostileMail([text], `mail-${at}-${addressOf(nth)}`, hostileHtml(text));
      await Promise.all([
        ...['note', 'task', 'phone-call'].map((kind) => entry(kind)),
        entry('appointment', { ...when, location: text }),
        api(url, '/emails/log', { leadId: lead.id, email }),
      ]);
    }
    leads.push(await api<HostileLead>(url, `/leads/${lead.id}`, { topic: fields.topic }, 'PATCH'));
  }
  return leads;
}
