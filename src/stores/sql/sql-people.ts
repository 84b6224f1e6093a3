import type { People } from '../../leads/desk.ts';
import type { Person, Role } from '../../leads/person.ts';
import { foldText } from '../../leads/text.ts';
import type { SqlDatabase } from './database.ts';

/** Colleagues in the same database as the leads. */
export class SqlPeople implements People {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async find(id: string): Promise<Person | undefined> {
    const columns = ['id', 'tenantId', 'name', 'email', 'role'] as const;
    const row = await this.#database.read.selectFrom('people').select(columns).where('id', '=', id).executeTakeFirst();
    return row && { ...row, role: row.role as Role };
  }

  async remember(person: Person): Promise<Person> {
    const { id, tenantId, name, email, role } = person;
    const known = await this.find(id);
    if (known && known.name === name && known.tenantId === tenantId && known.email === email) return known;
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
