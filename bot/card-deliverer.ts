import { showLead } from '../src/actions/show-lead.ts';
import type { Card } from '../src/cards/card.ts';
import { doneCard } from '../src/cards/done-card.ts';
import { refreshFor } from '../src/cards/refresh.ts';
import type { TeamsApp, View } from '../src/cards/view.ts';
import type { Desk } from '../src/leads/desk.ts';
import type { Actor, Role } from '../src/leads/person.ts';
import type { Conversation } from '../src/outbox/conversations.ts';
import type { Deliverer, DrawnCard } from '../src/outbox/deliverer.ts';
import type { PostReason } from '../src/outbox/posted-cards.ts';
import { words } from '../src/words/words.ts';
import { cardDigest } from './card-digest.ts';
import type { SendCard } from './send-card.ts';

/** Of a lead's trail, to find one among. */
const MOST_ENTRIES = 100;

type Options = {
  desk: Desk;
  defaultRole: Role;
  send: SendCard;
  app?: TeamsApp | undefined;
};

/** Draws leads' cards for those who read them, and gets them into Teams. */
export function cardDeliverer({ desk, defaultRole, send, app }: Options): Deliverer {
  async function reader(personId: string | null): Promise<Actor> {
    const known = personId ? await desk.people.find(personId) : undefined;
    const nobody = { id: personId ?? '', tenantId: '', name: '', email: null, role: defaultRole };
    return { ...(known ?? nobody), surface: 'teams' };
  }

  /** Who gave a lead to somebody last, where the trail still tells. */
  async function giverOf(leadId: string, personId: string | null): Promise<string | undefined> {
    const { items } = await desk.store.audit(leadId, { limit: MOST_ENTRIES });
    const given = items.find(
      ({ action, by, changes }) =>
        action === 'assign' &&
        by.id !== personId &&
        changes.some(({ field, new: owner }) => field === 'ownerId' && owner === personId),
    );
    return given?.by.name;
  }

  return {
    async draw(leadId, { audience, personId, locale, timeZone, reason }): Promise<DrawnCard> {
      const view: View = { host: 'teams', audience, locale, timeZone, ...(app && { teams: app }) };
      const lead = await desk.store.lead(leadId);
      const w = words(locale);
      const told = async (why: PostReason) =>
        why === 'assigned' ? w.posted.assigned(await giverOf(leadId, personId)) : w.posted[why];
      if (!lead) {
        const card = doneCard(view, w.problem['lead-not-found']);
        return { leadId, card, digest: cardDigest(card), last: true };
      }
      const actor = await reader(personId);
      const card = await showLead({ desk, actor, view }, lead, {
        ...(reason && { told: await told(reason) }),
        tasksFirst: reason === 'task-due',
      });
      return { leadId, card, digest: cardDigest(card), last: false };
    },
    update: (message, conversation, drawn) => send(message, conversation, shown(conversation, drawn)),
    post: (_notification, conversation, drawn) =>
      send({ conversationId: conversation.id }, conversation, shown(conversation, drawn)),
  };
}

function shown({ kind, members }: Conversation, { card, leadId, last }: DrawnCard): Card {
  // Whatever the outbox carries was drawn here.
  return kind === 'personal' || last ? (card as Card) : refreshFor(card as Card, leadId, members);
}
