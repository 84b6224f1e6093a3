import type { Kysely } from 'kysely';
import type { People } from '../../leads/desk.ts';
import type { Person, Role } from '../../leads/person.ts';
import type { Tables } from './schema.ts';

/** Colleagues in the same database as the leads. */
export class SqlPeople implements People {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async find(id: string): Promise<Person | undefined> {
    const row = await this.#db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { ...row, role: row.role as Role };
  }

  async remember(person: Person): Promise<Person> {
    const { id, tenantId, name, email, role } = person;
    const known = await this.find(id);
    if (known && known.name === name && known.tenantId === tenantId && known.email === email) return known;
    await this.#db
      .insertInto('people')
      .values({ id, tenantId, name, email, role })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ tenantId, name, email }))
      .execute();
    return { ...person, role: known?.role ?? role };
  }
}
