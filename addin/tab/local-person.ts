/** On this machine alone: whom to be in a browser, where nobody says. */
export const LOCAL_NAMES = ['alex', 'megan', 'miriam', 'adele', 'admin'] as const;
const PERSON_KEY = 'lead-desk.person';

let person: string | undefined;

export function localPerson(): string {
  const asked = person ?? new URLSearchParams(location.search).get('person') ?? stored();
  person = LOCAL_NAMES.find((name) => name === asked) ?? LOCAL_NAMES[0];
  return person;
}

/** Starts anew as somebody else. */
export function becomePerson(name: string): void {
  try {
    localStorage.setItem(PERSON_KEY, name);
  } catch {
    // Forbidden: the address says it as well.
  }
  location.search = String(new URLSearchParams({ person: name }));
}

/** Trusted by a service on this machine only. `person` is a name or a mail address. */
export function localToken(person: string): string {
  return `local:${person.split('@')[0]?.toLowerCase()}`;
}

function stored(): string | null {
  try {
    return localStorage.getItem(PERSON_KEY);
  } catch {
    return null;
  }
}
