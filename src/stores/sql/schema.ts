/** Rows as the database has them; columns carry the names of the wire. JSON columns hold text in both dialects. */
export type LeadRow = {
  id: string;
  version: number;
  status: string;
  topic: string;
  fullName: string;
  companyName: string | null;
  email: string | null;
  source: string | null;
  rating: string | null;
  ownerId: string | null;
  createdAt: string;
  /** Everything a search looks through, folded to plain lower-case letters. */
  searchText: string;
  /** The whole lead as JSON; the other columns are what queries need of it. */
  lead: string;
};

export type TimelineRow = {
  id: string;
  leadId: string;
  kind: string;
  happenedAt: string;
  messageKey: string | null;
  conversationId: string | null;
  item: string;
};

export type RecordRow = { id: string; originatingLeadId: string | null; record: string };

export type PersonRow = { id: string; tenantId: string; name: string; email: string | null; role: string };

export type Tables = {
  leads: LeadRow;
  timeline: TimelineRow;
  accounts: RecordRow;
  contacts: RecordRow;
  opportunities: RecordRow;
  people: PersonRow;
};
