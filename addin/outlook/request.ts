import { type ActionAnswer, type ActionRequest, ApiProblem, act, choicesFor } from '../shared/api.ts';
import type { Press } from '../shared/card-view.ts';
import type { PersonChoice } from '../shared/person-field.ts';
import { accessToken } from '../shared/sign-in.ts';
import { timeZone } from '../shared/time-zone.ts';
import { locale, theme, userAddress } from './mailbox.ts';
import { mailFor, type Subject } from './subject.ts';

/**
 * Sends a press, with the mail it is about, and answers with the next card.
 * @throws SignedOut, ApiProblem, NetworkProblem, MailboxProblem, TooMuchChosen
 */
export async function send({ verb, data }: Pick<Press, 'verb' | 'data'>, about?: Subject): Promise<ActionAnswer> {
  const mail = about && (await mailFor(about, data));
  return signedIn((token) => act(token, { verb, data, ...(mail && { mail }), view: viewNow() }));
}

/** Colleagues called so. @throws SignedOut, ApiProblem, NetworkProblem */
export function findPeople(q: string): Promise<PersonChoice[]> {
  return signedIn((token) => choicesFor(token, { verb: 'people.search', data: { q }, view: viewNow() }));
}

async function signedIn<Answer>(ask: (token: string) => Promise<Answer>): Promise<Answer> {
  const token = await accessToken(userAddress());
  try {
    return await ask(token);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    // It may only have expired a moment ago. A card carries the id of what it creates, so nothing is done twice.
    return ask(await accessToken(userAddress(), { renew: true }));
  }
}

function viewNow(): ActionRequest['view'] {
  return { host: 'outlook', locale: locale(), timeZone: timeZone(), theme: themeNow() };
}

function themeNow(): 'light' | 'dark' {
  return theme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}
