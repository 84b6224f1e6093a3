import { type ActionAnswer, ApiProblem, act } from '../shared/api.ts';
import { SignedOut } from '../shared/signed-out.ts';
import { timeZone } from '../shared/time-zone.ts';
import { hostNow, signedIn, token } from './session.ts';
import { themeNow } from './tab-host.ts';

/** Sends a card's verb and answers with the next card. @throws SignedOut, ApiProblem, NetworkProblem */
export async function sendVerb(verb: string, data: Record<string, unknown>): Promise<ActionAnswer> {
  const view = { host: 'tab', locale: hostNow().locale, timeZone: timeZone(), theme: themeNow() } as const;
  try {
    return await act(await token(), { verb, data, view }).catch(async (error) => {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      // A card carries the id of what it creates, so nothing is done twice.
      return act(await token({ renew: true }), { verb, data, view });
    });
  } catch (error) {
    const refused = error instanceof ApiProblem && error.status === 401;
    if (refused) signedIn.value = 'expired';
    if (error instanceof SignedOut) signedIn.value = error.expired ? 'expired' : 'out';
    throw error;
  }
}
