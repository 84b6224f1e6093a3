import type { Attachments } from './attachment.ts';
import type { Denial, Denials } from './denial.ts';
import type { LeadStore } from './lead-store.ts';
import type { Person } from './person.ts';
import type { Privacy } from './privacy.ts';

/** The colleagues Lead Desk has met. */
export interface People {
  find(id: string): Promise<Person | undefined>;
  /** Keeps name, address and tenant current; the role of somebody known is not changed by being seen again. */
  remember(person: Person): Promise<Person>;
  /** Keeps all of it current, the role too: for whom the directory itself has shown. */
  signedIn(person: Person): Promise<Person>;
  /** By the beginning of a name or address, alphabetically; everybody for an empty query. */
  search(q: string, limit: number): Promise<Person[]>;
}

/** Everything the use cases need from outside. Clock and ids are passed in, so that tests decide them. */
export type Desk = {
  store: LeadStore;
  people: People;
  privacy: Privacy;
  attachments: Attachments;
  denials: Denials;
  now: () => Date;
  newId: () => string;
  /** The organisation's mail domains, lower case. */
  ownDomains: readonly string[];
  /** Providers of private mailboxes beside the well-known ones. */
  freeMailDomains: readonly string[];
  /** Told of everything that was refused to somebody for who they are. */
  denied?: (denial: Denial) => void;
};
