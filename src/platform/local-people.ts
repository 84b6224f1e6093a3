import type { Person } from '../leads/person.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';

const person = (nth: number, name: string, address: string, role: Person['role']): Person => ({
  id: `00000000-0000-4000-8000-00000000000${nth}`,
  tenantId: TENANT,
  name,
  email: `${address}@contoso.example`,
  role,
});

/** The colleagues of local mode, by the word after `local:` in their token; `.m365agentsplayground.yml` has the same. */
export const LOCAL_PEOPLE: Record<string, Person> = {
  alex: person(1, 'Alex Wilber', 'alex', 'salesperson'),
  megan: person(2, 'Megan Bowen', 'megan', 'salesperson'),
  miriam: person(3, 'Miriam Graham', 'miriam', 'sales-manager'),
  adele: person(4, 'Adele Vance', 'adele', 'sales-team-member'),
  admin: person(5, 'MOD Administrator', 'admin', 'system-administrator'),
};
