import { type ActionAnswer, type ActionRequest, ApiProblem, act, choicesFor } from '../shared/api.ts';
import type { PeopleSearch } from '../shared/person-field.ts';
import { SignedOut } from '../shared/signed-out.ts';
import { timeZone } from '../shared/time-zone.ts';
import { hostNow, signedIn, token } from './session.ts';
import { themeNow } from './tab-host.ts';
import { t } from './tab-words.ts';

/** Sends a card's verb and answers with the next card. @throws SignedOut, ApiProblem, NetworkProblem */
export function sendVerb(verb: string, data: Record<string, unknown>): Promise<ActionAnswer> {
  return known((token) => act(token, { verb, data, view: viewNow() }));
}

/** Finds colleagues while one types their name. */
export function peopleSearch(): PeopleSearch {
  const find = (q: string) =>
    known((token) => choicesFor(token, { verb: 'people.search', data: { q }, view: viewNow() }));
  return { find, words: t };
}

async function known<Answer>(ask: (token: string) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(await token()).catch(async (error) => {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      // A card carries the id of what it creates, so nothing is done twice.
      return ask(await token({ renew: true }));
    });
  } catch (error) {
    const refused = error instanceof ApiProblem && error.status === 401;
    if (refused) signedIn.value = 'expired';
    if (error instanceof SignedOut) signedIn.value = error.expired ? 'expired' : 'out';
    throw error;
  }
}

function viewNow(): ActionRequest['view'] {
  return { host: 'tab', locale: hostNow().locale, timeZone: timeZone(), theme: themeNow() };
}
