import { mustBeAllowed } from '../leads/permissions.ts';
import type { Handler } from './handler.ts';

/** Teams shows no more than these while somebody types. */
const MOST_SHOWN = 15;

/** Colleagues by the beginning of a name or address, the address beside the name: two people may share one. */
export const peopleSearch: Handler<'people.search'> = {
  work: async ({ desk, actor }, { q }) => {
    mustBeAllowed(actor, 'read');
    const people = await desk.people.search(q, MOST_SHOWN);
    const shared = new Set(people.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at));
    const title = ({ name, email }: (typeof people)[number]) =>
      shared.has(name) && email ? `${name} (${email})` : name;
    return { kind: 'choices', choices: people.map((person) => ({ title: title(person), value: person.id })) };
  },
};
