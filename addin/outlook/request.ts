import { type ActionAnswer, ApiProblem, act } from '../shared/api.ts';
import type { Press } from '../shared/card-view.ts';
import { accessToken } from '../shared/sign-in.ts';
import { timeZone } from '../shared/time-zone.ts';
import { locale, theme, userAddress } from './mailbox.ts';
import { mailFor, type Subject } from './subject.ts';

/**
 * Sends a press, with the mail it is about, and answers with the next card.
 * @throws SignedOut, ApiProblem, NetworkProblem, MailboxProblem, TooMuchChosen
 */
export async function send({ verb, data }: Pick<Press, 'verb' | 'data'>, about?: Subject): Promise<ActionAnswer> {
  const view = { host: 'outlook', locale: locale(), timeZone: timeZone(), theme: themeNow() } as const;
  const mail = about && (await mailFor(about, data));
  const request = { verb, data, ...(mail && { mail }), view };
  const token = await accessToken(userAddress());
  try {
    return await act(token, request);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    // It may only have expired a moment ago. A card carries the id of what it creates, so nothing is done twice.
    return act(await accessToken(userAddress(), { renew: true }), request);
  }
}

function themeNow(): 'light' | 'dark' {
  return theme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}
