import { LeadError } from './lead-error.ts';
import type { LeadStatus } from './lead-status.ts';
import type { DuplicateReason } from './match-keys.ts';

/** A record that is likely the same as what somebody is about to make, and why. */
export type Duplicate = {
  kind: 'lead' | 'contact' | 'account';
  id: string;
  name: string;
  companyName: string | null;
  email: string | null;
  /** Of a lead. */
  status?: LeadStatus;
  reasons: DuplicateReason[];
};

/** Refused because of likely duplicates; the same request with `duplicates: 'allow'` goes through. */
export class DuplicatesFound extends LeadError {
  readonly candidates: readonly Duplicate[];

  constructor(code: 'duplicate-lead' | 'duplicate-customer', candidates: readonly Duplicate[]) {
    super(code);
    this.candidates = candidates;
  }
}

/** Whether likely duplicates stop the work or are accepted. */
export type OnDuplicates = 'ask' | 'allow';
