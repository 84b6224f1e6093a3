import { VERBS } from '../../src/cards/verbs.ts';
import type { Person } from '../../src/leads/person.ts';

type Recorded = { method: string; path: string; body: unknown };
type World = { leadId: string; serviceUrl: string; person: Person | undefined };

/** Requests as the surfaces send them: what Teams delivers, every verb by pane and chat, and the addresses of the API. */
export function recorded({ leadId, serviceUrl, person }: World): Recorded[] {
  const mail = {
    ...{ internetMessageId: '<1@fabrikam.example>', conversationId: 'c1', subject: 'Mixers', direction: 'received' },
    from: { name: 'Jane Doe', address: 'jane@fabrikam.example' },
    to: [{ name: 'Alex Wilber', address: 'alex@contoso.example' }],
    ...{ sentAt: '2026-11-20T10:00:00Z', text: 'Hello\nJane Doe\nFabrikam\n+1 425 555 0100', html: '<p>Hello</p>' },
    attachments: [
      { id: 'a1', name: 'a.txt', contentType: 'text/plain', size: 5, isInline: false, content: 'SGVsbG8=' },
    ],
  };
  const data = {
    leadId,
    version: 1,
    topic: 'Mixers',
    lastName: 'Doe',
    text: 'Hi',
    currency: 'USD',
    reason: 'lost',
    q: 'doe',
  };
  const view = { host: 'outlook', locale: 'en', timeZone: 'UTC' };
  const activity = (more: object) => ({
    ...{ id: '1', type: 'message', channelId: 'msteams', serviceUrl, locale: 'en', localTimezone: 'UTC' },
    from: { id: '29:alex', name: person?.name, aadObjectId: person?.id },
    recipient: { id: '28:bot', name: 'Lead Desk' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: person?.tenantId },
    channelData: { tenant: { id: person?.tenantId } },
    ...more,
  });
  const query = { commandId: 'find', parameters: [{ name: 'q', value: 'doe' }], queryOptions: { skip: 0, count: 10 } };
  const activities = [
    ...['new lead Jane Doe, Contoso', 'my leads', 'find doe', 'qualify doe', 'help', 'bulk qualify', 'notify here'].map(
      (text) => ({ text }),
    ),
    {
      text: '<at>Lead Desk</at> help',
      entities: [{ type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Lead Desk</at>' }],
    },
    { value: { verb: 'note.add', leadId, text: 'Hi' }, replyToId: 'm1' },
    { type: 'installationUpdate', action: 'add' },
    { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] },
    { type: 'invoke', name: 'composeExtension/query', value: query },
    {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'new', messagePayload: { body: { content: 'Hi' } } },
    },
    { type: 'invoke', name: 'composeExtension/submitAction', value: { commandId: 'new', data } },
    {
      type: 'invoke',
      name: 'composeExtension/queryLink',
      value: { url: `https://leads.contoso.example/leads/${leadId}` },
    },
    { type: 'invoke', name: 'task/fetch', value: { data: { verb: 'lead.edit', leadId } } },
    { type: 'invoke', name: 'task/submit', value: { data: { verb: 'lead.update', ...data } } },
    {
      type: 'invoke',
      name: 'application/search',
      value: { queryText: 'a', dataset: 'people', queryOptions: { skip: 0, top: 5 } },
    },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'm1' },
    ...Object.keys(VERBS).map((verb) => ({
      ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: 'm1' },
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    })),
  ];
  const post = (path: string, body: unknown): Recorded => ({ method: 'POST', path, body });
  const lead = { lastName: 'Doe', companyName: 'Contoso', email: 'jane@contoso.example', address: { city: 'Seattle' } };
  return [
    ...activities.map((more) => post('/api/messages', activity(more))),
    ...Object.keys(VERBS).map((verb) => post('/api/actions', { verb, data, mail, view })),
    post('/api/leads?duplicates=allow', lead),
    {
      method: 'PATCH',
      path: `/api/leads/${leadId}`,
      body: { ...lead, rating: 'hot', budgetAmount: '12.50', currency: 'EUR' },
    },
    post(`/api/leads/${leadId}/timeline`, {
      kind: 'phone-call',
      text: 'Hi',
      direction: 'outgoing',
      durationMinutes: 5,
    }),
    post(`/api/leads/${leadId}/qualify`, {
      createAccount: true,
      createContact: true,
      currency: 'USD',
      duplicates: 'allow',
    }),
    post('/api/leads/disqualify', { leadIds: [leadId], reason: 'lost' }),
    post('/api/emails/draft', mail),
    post('/api/emails/log', { email: mail, leadId }),
    post('/api/inquiries', { key: 'x', ...lead }),
    post('/api/leads/import', 'Last Name,Company\nDoe,Litware\n'),
    post('/api/erasures', { email: 'nobody@fabrikam.example' }),
  ];
}
