import type { People } from '../leads/desk.ts';
import type { Actor, Person, Surface } from '../leads/person.ts';
import { HttpError } from './problem.ts';

/** Turns an Authorization header into whoever is asking. @throws HttpError `unauthorized` */
export type SignIn = (authorization: string | undefined, surface: Surface) => Promise<Actor>;

/** Sign-in of local mode: `Bearer local:alex`. */
export function localSignIn(people: People, localPeople: Record<string, Person>): SignIn {
  return async (authorization, surface) => {
    const name = /^Bearer local:([a-z]+)$/.exec(authorization ?? '')?.[1];
    const person = name && Object.hasOwn(localPeople, name) ? localPeople[name] : undefined;
    if (!person) throw new HttpError('unauthorized', 'Sign in: send a bearer token that this server accepts.');
    return { ...(await people.remember(person)), surface };
  };
}
