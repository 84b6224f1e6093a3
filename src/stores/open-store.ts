import type { Log } from '../platform/log.ts';
import { openDatabase } from './sql/database.ts';
import { SqlAnswers } from './sql/sql-answers.ts';
import { SqlAttachments } from './sql/sql-attachments.ts';
import { SqlLeadStore } from './sql/sql-lead-store.ts';
import { SqlPeople } from './sql/sql-people.ts';
import { SqlPrivacy } from './sql/sql-privacy.ts';

/** Opens what Lead Desk keeps. @throws when the database cannot be opened or brought up to date */
export async function openStore(url: string, log: Log) {
  const database = await openDatabase(url, log);
  return {
    store: new SqlLeadStore(database),
    people: new SqlPeople(database),
    privacy: new SqlPrivacy(database),
    attachments: new SqlAttachments(database),
    answers: new SqlAnswers(database),
  };
}
