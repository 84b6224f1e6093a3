import type { JWTPayload } from 'jose';
import type { People } from '../leads/desk.ts';
import { type Person, ROLES, type Role } from '../leads/person.ts';
import { KeysUnavailable, TokenRefused } from '../platform/entra-tokens.ts';
import { HttpError } from './problem.ts';
import type { SignIn } from './sign-in.ts';

const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 320;

type Options = {
  people: People;
  check: (token: string) => Promise<JWTPayload>;
  defaultRole: Role;
};

/** Sign-in with access tokens of Entra ID; the person and the role the token shows are remembered. */
export function entraSignIn({ people, check, defaultRole }: Options): SignIn {
  return async (authorization, surface) => {
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw unauthorized('Sign in: send a bearer token of Entra ID.');
    const claims = await check(token).catch((error) => {
      throw refusal(error);
    });
    return { ...(await people.signedIn(personOf(claims, defaultRole))), surface };
  };
}

function unauthorized(detail: string): HttpError {
  return new HttpError('unauthorized', detail, [], { 'www-authenticate': 'Bearer' });
}

function refusal(error: unknown): unknown {
  if (error instanceof KeysUnavailable) {
    return new HttpError('sign-in-unavailable', 'Nobody can be signed in at the moment; try again.', [], {
      'retry-after': '5',
    });
  }
  if (!(error instanceof TokenRefused)) return error;
  if (error.kind === 'invalid') return unauthorized('Sign in again: this token is not valid here.');
  const why = {
    scope: 'The token lacks the scope access_as_user.',
    client: 'The app that sent the token is not one of the allowed clients.',
    guest: 'Guests of the organisation have no access.',
  }[error.message];
  return new HttpError('not-permitted', why ?? 'This token may not be used here.');
}

/** Whoever a token shows, in the words of both generations of tokens. */
export function personOf(claims: JWTPayload, defaultRole: Role): Person {
  const id = String(claims.oid).toLowerCase();
  const address = [claims.preferred_username, claims.upn, claims.email, claims.unique_name].find(
    (name) => typeof name === 'string' && name.includes('@') && name.length <= LONGEST_ADDRESS,
  );
  const email = address ? String(address).toLowerCase() : null;
  const name = typeof claims.name === 'string' ? claims.name.normalize('NFC').trim().slice(0, LONGEST_NAME) : '';
  return {
    id,
    tenantId: String(claims.tid).toLowerCase(),
    name: name || (email ?? id),
    email,
    role: roleOf(claims.roles) ?? defaultRole,
  };
}

/** The app role of a token as one of ours, however its value is written (`SalesManager`, `sales-manager`); the one that may most. */
function roleOf(roles: unknown): Role | undefined {
  const plain = (name: unknown) =>
    String(name)
      .toLowerCase()
      .replace(/[^a-z]/g, '');
  const given = new Set(Array.isArray(roles) ? roles.map(plain) : []);
  return ROLES.findLast((role) => given.has(plain(role)));
}
