import assert from 'node:assert/strict';
import { type AuthenticationResult, ClientAuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import { NetworkProblem } from '../../addin/shared/api.ts';
import { EntraSignIn } from '../../addin/shared/entra-sign-in.ts';
import { SignedOut } from '../../addin/shared/signed-out.ts';

const ADDRESS = 'alex@contoso.example';
const MINUTE = 60_000;

/** A broker that answers in turn, a window that gives tokens of an hour, and a clock. */
function outlook({
  silent = [],
  popup = [],
  nested = true,
}: {
  silent?: Answer[];
  popup?: Answer[];
  nested?: boolean;
}) {
  const asked: { way: string; forceRefresh?: boolean | undefined; address?: string }[] = [];
  let time = 0;
  let windows = 0;
  let giveUp: () => void = () => undefined;
  const answer = async (answers: Answer[]): Promise<AuthenticationResult> => {
    const next = answers.shift();
    if (typeof next === 'string') return { accessToken: next } as AuthenticationResult;
    if (next) throw next;
    return new Promise(() => undefined);
  };
  const signIn = new EntraSignIn({
    nested: nested
      ? async () => ({
          acquireTokenSilent({ forceRefresh }) {
            asked.push({ way: 'silent', forceRefresh });
            return answer(silent);
          },
          acquireTokenPopup() {
            asked.push({ way: 'popup' });
            return answer(popup);
          },
        })
      : undefined,
    async inWindow(address) {
      windows += 1;
      asked.push({ way: 'window', address });
      return { token: `window-${windows}`, expiresAt: time + 60 * MINUTE };
    },
    scopes: ['api://client/access_as_user'],
    now: () => time,
    tooLong: () =>
      new Promise((resolve) => {
        giveUp = resolve;
      }),
  });
  return {
    asked,
    ways: () => asked.map(({ way }) => way),
    token: (wish = {}) => signIn.token(ADDRESS, wish),
    pass: (ms: number) => {
      time += ms;
    },
    giveUp: () => giveUp(),
  };
}

type Answer = string | Error;
const asksSomebody = () => new InteractionRequiredAuthError('interaction_required', '');
const refuses = (code: string) => new ClientAuthError(code, '');
const isSignedOut = (expired: boolean) => (error: unknown) => error instanceof SignedOut && error.expired === expired;

describe('signing in with Entra ID', () => {
  it('takes the token Outlook lends, and opens no window', async () => {
    const { token, asked } = outlook({ silent: ['lent'] });
    assert.equal(await token(), 'lent');
    assert.deepEqual(asked, [{ way: 'silent', forceRefresh: false }]);
  });

  it('asks for a fresh token when the service refused the last one', async () => {
    const { token, asked } = outlook({ silent: ['old', 'fresh'] });
    await token();
    assert.equal(await token({ renew: true }), 'fresh');
    assert.equal(asked[1]?.forceRefresh, true);
  });

  it('opens a window only after somebody pressed a button', async () => {
    const { token, ways } = outlook({ silent: [asksSomebody(), asksSomebody()], popup: ['asked'] });
    await assert.rejects(token(), isSignedOut(false));
    assert.deepEqual(ways(), ['silent']);
    assert.equal(await token({ interactive: true }), 'asked');
    assert.deepEqual(ways(), ['silent', 'silent', 'popup']);
  });

  it('tells a sign-in that expired from one that never was', async () => {
    const { token } = outlook({ silent: ['lent', asksSomebody()] });
    await token();
    await assert.rejects(token(), isSignedOut(true));
  });

  it('opens no second window when somebody closes the first', async () => {
    const { token, ways } = outlook({ silent: [asksSomebody()], popup: [refuses('user_canceled')] });
    await assert.rejects(token({ interactive: true }), isSignedOut(false));
    assert.deepEqual(ways(), ['silent', 'popup']);
  });

  it('does not take being offline for being signed out', async () => {
    const { token } = outlook({ silent: [refuses('no_network_connectivity'), 'back'] });
    await assert.rejects(token(), NetworkProblem);
    assert.equal(await token(), 'back');
  });

  it('falls back to a window of its own where Outlook promises to lend its sign-in and does not', async () => {
    const { token, ways, asked } = outlook({ silent: [new Error('not implemented')] });
    await assert.rejects(token(), isSignedOut(false));
    assert.equal(await token({ interactive: true }), 'window-1');
    assert.equal(asked.at(-1)?.address, ADDRESS);
    assert.equal(await token(), 'window-1');
    assert.deepEqual(ways(), ['silent', 'window']);
  });

  it('falls back as well where Outlook never answers', async () => {
    const { token, giveUp } = outlook({});
    const asking = token({ interactive: true });
    await Promise.resolve();
    for (let turns = 0; turns < 10; turns += 1) {
      giveUp();
      await Promise.resolve();
    }
    assert.equal(await asking, 'window-1');
  });

  it('keeps the token of its window for as long as it is good, and asks again after it expired or was refused', async () => {
    const { token, pass, ways } = outlook({ nested: false });
    await assert.rejects(token(), isSignedOut(false));
    await token({ interactive: true });
    pass(58 * MINUTE);
    assert.equal(await token(), 'window-1');
    pass(MINUTE);
    await assert.rejects(token(), isSignedOut(true));
    assert.equal(await token({ interactive: true }), 'window-2');
    await assert.rejects(token({ renew: true }), isSignedOut(true));
    assert.deepEqual(ways(), ['window', 'window']);
  });
});
