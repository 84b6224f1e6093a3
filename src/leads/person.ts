/** The roles of Dynamics 365 Sales that Lead Desk knows; what each may do is in `permissions.ts`. */
export const ROLES = ['sales-team-member', 'salesperson', 'sales-manager', 'system-administrator'] as const;
export type Role = (typeof ROLES)[number];

/** The door somebody came in by; recorded with everything they do. */
export type Surface = 'teams' | 'outlook' | 'tab' | 'api';

/** Somebody as named on a record. */
export type PersonRef = { id: string; name: string };

/** A colleague. `id` is the Entra object id, `email` the address at work. */
export type Person = PersonRef & { tenantId: string; email: string | null; role: Role };

/** A colleague doing something, and where. */
export type Actor = Person & { surface: Surface; requestId?: string };

export function personRef({ id, name }: PersonRef): PersonRef {
  return { id, name };
}
