import type { Generated } from 'kysely';

/** Which SQL the database speaks, where Kysely alone cannot bridge the two. */
export type Dialect = 'sqlite' | 'postgres';

/** Rows as the database has them; columns carry the names of the wire. JSON columns hold text in both dialects. */
export type LeadRow = {
  /** Rises with every lead; what a search sorts by. */
  seq: Generated<number>;
  id: string;
  version: number;
  status: string;
  source: string | null;
  rating: string | null;
  industry: string | null;
  ownerId: string | null;
  currency: string | null;
  /** The estimated value in minor units of the currency, for sums. */
  estimatedMinorUnits: number | null;
  createdAt: string;
  modifiedAt: string;
  /** Name, company and topic folded to plain lower-case letters, for sorting. */
  nameKey: string;
  companyKey: string;
  topicKey: string;
  /** The words a search finds the lead by: of its fields, and of its notes. */
  fieldWords: string;
  noteWords: string;
  /** The whole lead as JSON; the other columns are what queries need of it. */
  lead: string;
};

export type TimelineRow = {
  id: string;
  leadId: string;
  kind: string;
  happenedAt: string;
  createdById: string;
  messageKey: string | null;
  conversationId: string | null;
  item: string;
};

/** What makes two records likely the same: `email:…`, `phone:…`, `name-company:…`, `name-domain:…`, `company:…`. */
export type MatchKeyRow = { matchKey: string; kind: 'lead' | 'contact' | 'account'; recordId: string };

export type RecordRow = { id: string; originatingLeadId: string | null; record: string };

export type PersonRow = {
  id: string;
  tenantId: string;
  name: string;
  email: string | null;
  role: string;
  nameKey: string;
};

export type AuditRow = {
  seq: Generated<number>;
  leadId: string;
  at: string;
  byId: string;
  byName: string;
  surface: string;
  requestId: string | null;
  action: string;
  /** JSON: [{field, old, new}]. */
  changes: string;
  /** Of which entry of the timeline it tells, where that is known. */
  itemId: string | null;
};

export type AttachmentRow = {
  id: string;
  itemId: string;
  leadId: string;
  name: string;
  contentType: string;
  size: number;
  contentId: string | null;
  hash: string;
};
/** Bytes by their SHA-256; chunks under another key were taken in and belong to nothing yet. */
export type BlobRow = { hash: string; size: number };
export type BlobChunkRow = { hash: string; nth: number; bytes: Uint8Array };

export type AnswerRow = { scope: string; fingerprint: string; at: string; answer: string | null };

export type ErasureRow = { id: string; at: string; byId: string; subject: string; erased: string };

/** A change that nobody has followed up yet; triggers write it. `posted` is a card that appeared, `task` a task that changed. */
export type OutboxRow = { seq: Generated<number>; leadId: string; action: string; byId: string; at: string };
/** Who follows up a lead's changes, or until when those up to `tried` wait. */
export type OutboxLeadRow = { leadId: string; holder: string | null; until: string; attempts: number; tried: number };

export type ConversationRow = {
  id: string;
  kind: string;
  tenantId: string;
  /** Whose personal chat it is. */
  personId: string | null;
  serviceUrl: string;
  channelId: string;
  botId: string;
  locale: string;
  timeZone: string;
  /** JSON: ids within the channel. */
  members: string;
};

export type PostedCardRow = {
  conversationId: string;
  activityId: string;
  leadId: string;
  audience: string;
  personId: string | null;
  locale: string;
  timeZone: string;
  reason: string | null;
  shown: string | null;
};

/** `filters` is JSON. */
export type SubscriptionRow = { conversationId: string; filters: string; byId: string; at: string };

export type NotificationRow = {
  key: string;
  kind: string;
  leadId: string;
  byId: string;
  personId: string | null;
  conversationId: string | null;
  taskId: string | null;
  state: string;
  detail: string | null;
  attempts: number;
  at: string;
  due: string;
};

export type ReminderRow = {
  taskId: string;
  leadId: string;
  personId: string;
  dueAt: string;
  /** Null where it is when the task is due. */
  tellAt: string | null;
  firedAt: string | null;
};

export type Tables = {
  outbox: OutboxRow;
  outboxLeads: OutboxLeadRow;
  conversations: ConversationRow;
  postedCards: PostedCardRow;
  subscriptions: SubscriptionRow;
  turns: AnswerRow;
  notifications: NotificationRow;
  reminders: ReminderRow;
  leads: LeadRow;
  timeline: TimelineRow;
  matchKeys: MatchKeyRow;
  accounts: RecordRow;
  contacts: RecordRow;
  opportunities: RecordRow;
  people: PersonRow;
  audit: AuditRow;
  attachments: AttachmentRow;
  blobs: BlobRow;
  blobChunks: BlobChunkRow;
  answers: AnswerRow;
  erasures: ErasureRow;
};
