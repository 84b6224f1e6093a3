import type { Address } from './sample-mail.ts';

export type Person = Address & { id: string };

/** Who can look at the mailbox. The same five people work in the product's own examples. */
export const people = [
  { id: 'alex', name: 'Alex Wilber', address: 'alex@contoso.example' },
  { id: 'megan', name: 'Megan Bowen', address: 'megan@contoso.example' },
  { id: 'miriam', name: 'Miriam Graham', address: 'miriam@contoso.example' },
  { id: 'adele', name: 'Adele Vance', address: 'adele@contoso.example' },
  { id: 'admin', name: 'Admin', address: 'admin@contoso.example' },
] as const satisfies readonly Person[];

export const alex: Person = people[0];
export const megan: Person = people[1];
export const sales: Address = { name: 'Contoso Sales', address: 'sales@contoso.example' };

export function personById(id: string | null): Person {
  return people.find((person) => person.id === id) ?? alex;
}

/** Two letters at most, for the round mark beside a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('') || '?';
}
