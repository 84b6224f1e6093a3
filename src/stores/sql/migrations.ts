import type { MigrationProvider } from 'kysely';
import { leads } from './migrations/0001-leads.ts';
import { outbox } from './migrations/0005-outbox.ts';
import { denials } from './migrations/0007-denials.ts';
import { lateWords } from './migrations/0008-late-words.ts';
import { mailsOnly } from './migrations/0009-mails-only.ts';
import { toldByDay } from './migrations/0010-told-by-day.ts';
import { triedChanges } from './migrations/0011-tried-changes.ts';
import { oneOfTwoAlike } from './migrations/0012-one-of-two-alike.ts';
import { taskChanges } from './migrations/0013-task-changes.ts';
import { auditItems } from './migrations/0014-audit-items.ts';
import type { Dialect } from './schema.ts';

/** Every step from an empty database to today's. A step that has been released is never changed. */
export function migrations(dialect: Dialect): MigrationProvider {
  return {
    async getMigrations() {
      return {
        '0001-leads': leads(dialect),
        '0005-outbox': outbox(dialect),
        '0007-denials': denials(dialect),
        '0008-late-words': lateWords(dialect),
        '0009-mails-only': mailsOnly(),
        '0010-told-by-day': toldByDay(),
        '0011-tried-changes': triedChanges(),
        '0012-one-of-two-alike': oneOfTwoAlike(dialect),
        '0013-task-changes': taskChanges(dialect),
        '0014-audit-items': auditItems(),
      };
    },
  };
}
