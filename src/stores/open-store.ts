import type { Log } from '../platform/log.ts';
import { openDatabase } from './sql/database.ts';
import { SoleAnswers } from './sql/sole-answers.ts';
import { SqlAnswers } from './sql/sql-answers.ts';
import { SqlAttachments } from './sql/sql-attachments.ts';
import { SqlConversations } from './sql/sql-conversations.ts';
import { SqlDenials } from './sql/sql-denials.ts';
import { SqlLeadStore } from './sql/sql-lead-store.ts';
import { SqlNotifications } from './sql/sql-notifications.ts';
import { SqlOutbox } from './sql/sql-outbox.ts';
import { SqlPeople } from './sql/sql-people.ts';
import { SqlPostedCards } from './sql/sql-posted-cards.ts';
import { SqlPrivacy } from './sql/sql-privacy.ts';
import { SqlReminders } from './sql/sql-reminders.ts';
import { SqlSubscriptions } from './sql/sql-subscriptions.ts';

/** Opens what Lead Desk keeps. @throws when the database cannot be opened or brought up to date */
export async function openStore(url: string, log: Log) {
  const database = await openDatabase(url, log);
  return {
    store: new SqlLeadStore(database),
    people: new SqlPeople(database),
    privacy: new SqlPrivacy(database),
    attachments: new SqlAttachments(database),
    denials: new SqlDenials(database),
    answers: new SqlAnswers(database),
    /** Answers to activities of Teams, likewise. */
    turns: database.dialect === 'sqlite' ? new SoleAnswers(database) : new SqlAnswers(database, 'turns'),
    outbox: new SqlOutbox(database),
    postedCards: new SqlPostedCards(database),
    conversations: new SqlConversations(database),
    subscriptions: new SqlSubscriptions(database),
    notifications: new SqlNotifications(database),
    reminders: new SqlReminders(database),
  };
}
