import { fullName, type Lead } from '../../leads/lead.ts';
import { foldText } from '../../leads/text.ts';
import { type TimelineItem, timelineMoment } from '../../leads/timeline.ts';
import type { LeadRow, TimelineRow } from './schema.ts';

export function toLeadRow(lead: Lead): LeadRow {
  const { id, version, status, topic, companyName, email, source, rating, ownerId, createdAt } = lead;
  const name = fullName(lead);
  const phones = [lead.businessPhone, lead.mobilePhone].map((phone) => phone?.replace(/\D/g, ''));
  const words = [name, companyName, email, topic, ...phones].filter(Boolean).join(' ');
  return {
    ...{ id, version, status, topic, fullName: name, companyName, source, rating, ownerId, createdAt },
    email: email?.toLowerCase() ?? null,
    searchText: foldText(words),
    lead: JSON.stringify(lead),
  };
}

export function fromLeadRow({ lead }: Pick<LeadRow, 'lead'>): Lead {
  return JSON.parse(lead);
}

export function toTimelineRow(item: TimelineItem): TimelineRow {
  const mail = item.kind === 'email' ? item : undefined;
  return {
    id: item.id,
    leadId: item.leadId,
    kind: item.kind,
    happenedAt: timelineMoment(item),
    messageKey: mail?.messageKey ?? null,
    conversationId: mail?.conversationId ?? null,
    item: JSON.stringify(item),
  };
}

export function fromTimelineRow({ item }: Pick<TimelineRow, 'item'>): TimelineItem {
  return JSON.parse(item);
}
