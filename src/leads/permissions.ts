import { LeadError } from './lead-error.ts';
import type { Actor, PersonRef, Role } from './person.ts';

/** Everything one can do with leads. `change` covers edit, qualify, disqualify and reactivate. */
export const PERMISSIONS = [
  'read',
  'create',
  'change',
  'annotate',
  'assign',
  'delete',
  'bulk',
  'audit',
  'administer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

type Reach = 'all' | 'own' | 'own-and-unassigned';

/** Who may do what; a permission that is missing is refused. */
export const PERMISSION_TABLE: Record<Role, Partial<Record<Permission, Reach>>> = {
  'sales-team-member': { read: 'all', annotate: 'all' },
  salesperson: {
    read: 'all',
    create: 'all',
    change: 'all',
    annotate: 'all',
    assign: 'own-and-unassigned',
    delete: 'own',
    bulk: 'own-and-unassigned',
    audit: 'own',
  },
  'sales-manager': {
    read: 'all',
    create: 'all',
    change: 'all',
    annotate: 'all',
    assign: 'all',
    delete: 'all',
    bulk: 'all',
    audit: 'all',
  },
  'system-administrator': {
    read: 'all',
    create: 'all',
    change: 'all',
    annotate: 'all',
    assign: 'all',
    delete: 'all',
    bulk: 'all',
    audit: 'all',
    administer: 'all',
  },
};

/** Whether somebody may do something, to `lead` where it is about one. */
export function may(
  { id, role }: Pick<Actor, 'id' | 'role'>,
  permission: Permission,
  lead?: { ownerId: string | null },
): boolean {
  const reach = PERMISSION_TABLE[role][permission];
  if (!reach) return false;
  if (reach === 'all' || !lead) return true;
  return lead.ownerId === id || (reach === 'own-and-unassigned' && lead.ownerId === null);
}

/** @throws LeadError `not-permitted` */
export function mustBeAllowed(actor: Actor, permission: Permission, lead?: { ownerId: string | null }): void {
  if (!may(actor, permission, lead)) throw new LeadError('not-permitted');
}

/** Everybody may change what they wrote themselves; managers and administrators what anybody wrote. */
export function mayChangeEntry(
  { id, role }: Pick<Actor, 'id' | 'role'>,
  { createdBy }: { createdBy: PersonRef },
): boolean {
  return createdBy.id === id || role === 'sales-manager' || role === 'system-administrator';
}
