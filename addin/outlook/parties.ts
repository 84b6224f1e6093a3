/// <reference types="office-js" />
import type { EmailMessage } from '../../src/leads/email-message.ts';

const maximumParties = 1000;

/** Somebody of a mail, as the lead service takes it. */
export function party(details: Office.EmailAddressDetails | undefined): EmailMessage['from'] {
  return { name: (details?.displayName ?? '').slice(0, 500), address: details?.emailAddress ?? '' };
}

export function parties(details: Office.EmailAddressDetails[] | undefined): EmailMessage['to'] {
  return (details ?? []).slice(0, maximumParties).map(party);
}

export function sameAddress(one: string | undefined, other: string): boolean {
  return Boolean(one) && one?.toLowerCase() === other.toLowerCase();
}
