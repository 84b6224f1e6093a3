// Written into the page itself, so that its leads are asked for before anything else is. What draws them comes meanwhile.
import { languageOf } from '../shared/turn-page.ts';
import { pathOfTable, patienceMs } from './first-table.ts';
import { localPerson, localToken } from './local-person.ts';
import { listQuery, placeFromUrl } from './tab-place.ts';

const { documentElement } = document;
const isFramed = window.parent !== window;
const { signIn } = documentElement.dataset;

// Within Microsoft 365 the host says who it is, and in what language; with Entra ID it takes a library. All that is
// fetched at once instead.
for (const [which, holds] of [
  ['when="framed"', isFramed],
  ['when="entra"', signIn === 'entra'],
  [`language="${languageOf(navigator.language)}"`, !isFramed],
] as const) {
  if (!holds) continue;
  for (const link of document.querySelectorAll<HTMLLinkElement>(`link[data-${which}]`)) link.rel = 'modulepreload';
}
if (signIn === 'local' && !isFramed && window.leadDeskAsked === undefined) {
  const path = pathOfTable(listQuery(placeFromUrl(location.search)));
  const token = localToken(localPerson());
  const answer = fetch(`/api${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    signal: AbortSignal.timeout(patienceMs),
  });
  // Whoever takes it sees why it failed; nobody may.
  answer.catch(() => undefined);
  window.leadDeskAsked = { path, token, answer };
}
