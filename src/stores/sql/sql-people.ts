import { sql } from 'kysely';
import type { People } from '../../leads/desk.ts';
import type { Person, Role } from '../../leads/person.ts';
import { foldText } from '../../leads/text.ts';
import type { SqlDatabase } from './database.ts';

const COLUMNS = ['id', 'tenantId', 'name', 'email', 'role'] as const;

/** For so long somebody is taken for who they were when last looked up: another process may have given them a role. */
const RECENT_MS = 2000;
const MOST_RECENT = 10_000;

/** Colleagues in the same database as the leads. */
export class SqlPeople implements People {
  readonly #database: SqlDatabase;
  readonly #recent = new Map<string, { person: Person; until: number }>();

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async find(id: string): Promise<Person | undefined> {
    const row = await this.#database.read.selectFrom('people').select(COLUMNS).where('id', '=', id).executeTakeFirst();
    return row && { ...row, role: row.role as Role };
  }

  async search(q: string, limit: number): Promise<Person[]> {
    const beginning = `${foldText(q.trim()).replace(/[!%_]/g, '!$&')}%`;
    const starts = (column: 'nameKey' | 'email') =>
      sql<boolean>`lower(${sql.ref(column)}) like ${beginning} escape '!'`;
    const rows = await this.#database.read
      .selectFrom('people')
      .select(COLUMNS)
      .where((is) =>
        is.or([starts('nameKey'), starts('email'), sql<boolean>`"nameKey" like ${`% ${beginning}`} escape '!'`]),
      )
      .orderBy('nameKey')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, role: row.role as Role }));
  }

  async remember(person: Person): Promise<Person> {
    const { id, tenantId, name, email, role } = person;
    const same = (known: Person) => known.name === name && known.tenantId === tenantId && known.email === email;
    const recent = this.#recent.get(id);
    if (recent && recent.until > Date.now() && same(recent.person)) return recent.person;
    const known = await this.find(id);
    if (known && same(known)) {
      if (this.#recent.size >= MOST_RECENT) this.#recent.clear();
      this.#recent.set(id, { person: known, until: Date.now() + RECENT_MS });
      return known;
    }
    const current = { tenantId, name, email, nameKey: foldText(name) };
    await this.#database.commits.run((tx) =>
      tx
        .insertInto('people')
        .values({ id, role, ...current })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(current))
        .execute(),
    );
    return { ...person, role: known?.role ?? role };
  }
}
