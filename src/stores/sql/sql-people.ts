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
    return this.#recently(id) ?? (await this.#read(id));
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

  remember(person: Person): Promise<Person> {
    return this.#keep(person, false);
  }

  signedIn(person: Person): Promise<Person> {
    return this.#keep(person, true);
  }

  async #keep(person: Person, roleIsShown: boolean): Promise<Person> {
    const { id, tenantId, name, email } = person;
    const current = (known: Person | undefined): Person => {
      const role = roleIsShown ? person.role : (known?.role ?? person.role);
      return { id, tenantId, name, email, role };
    };
    const recent = this.#recently(id);
    if (recent && same(recent, current(recent))) return recent;
    const known = await this.#read(id);
    const kept = current(known);
    if (!known || !same(known, kept)) await this.#write(kept, roleIsShown);
    if (this.#recent.size >= MOST_RECENT) this.#recent.clear();
    this.#recent.set(id, { person: kept, until: Date.now() + RECENT_MS });
    return kept;
  }

  #recently(id: string): Person | undefined {
    const recent = this.#recent.get(id);
    return recent && recent.until > Date.now() ? recent.person : undefined;
  }

  async #read(id: string): Promise<Person | undefined> {
    const sql = 'select id, "tenantId", name, email, role from people where id = ?';
    const [row] = await this.#database.rows<Person>(sql, [id]);
    return row;
  }

  /** A role that is not shown is not written over: another process may be giving a new one at this moment. */
  async #write(person: Person, roleIsShown: boolean): Promise<void> {
    const { id, role, ...rest } = { ...person, nameKey: foldText(person.name) };
    await this.#database.commits.run((tx) =>
      tx
        .insertInto('people')
        .values({ id, role, ...rest })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(roleIsShown ? { ...rest, role } : rest))
        .execute(),
    );
  }
}

function same(one: Person, other: Person): boolean {
  return COLUMNS.every((column) => one[column] === other[column]);
}
