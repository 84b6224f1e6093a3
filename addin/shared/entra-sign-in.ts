import type { IPublicClientApplication } from '@azure/msal-browser';
import { NetworkProblem } from './api.ts';
import type { DialogToken } from './dialog-sign-in.ts';
import type { SignInWish } from './sign-in.ts';
import { SignedOut } from './signed-out.ts';

type Broker = Pick<IPublicClientApplication, 'acquireTokenSilent' | 'acquireTokenPopup'>;

/** How to reach Entra ID; `nested` is undefined in an Outlook that does not lend its sign-in. */
type Ways = {
  nested: (() => Promise<Broker>) | undefined;
  inWindow(userAddress: string): Promise<DialogToken>;
  scopes: string[];
  now(): number;
  /** Resolves when Outlook has been silent for too long. */
  tooLong(): Promise<void>;
};

const sparedMs = 60_000;

/**
 * Tokens of Entra ID for our API: by nested app authentication, in which Outlook lends its own sign-in; where that does
 * not work, by a window of our own. Kept in memory only.
 */
export class EntraSignIn {
  private readonly ways: Ways;
  private broker: Promise<Broker> | undefined;
  // Outlooks that say they can and cannot are known only by trying.
  private nestedWorks = true;
  private fromWindow: DialogToken | undefined;
  private wasSignedIn = false;

  constructor(ways: Ways) {
    this.ways = ways;
  }

  /**
   * @throws SignedOut when nobody can be signed in without asking, or the asking failed; NetworkProblem offline
   */
  async token(userAddress: string, wish: SignInWish): Promise<string> {
    const token = (await this.lent(wish)) ?? (await this.own(userAddress, wish));
    this.wasSignedIn = true;
    return token;
  }

  private async lent(wish: SignInWish): Promise<string | undefined> {
    const { nested, scopes } = this.ways;
    if (!nested || !this.nestedWorks) return undefined;
    try {
      this.broker ??= nested();
      const broker = await this.inTime(this.broker);
      const request = { scopes, forceRefresh: wish.renew === true };
      const silent = await this.inTime(broker.acquireTokenSilent(request)).catch((error) => {
        if (!isInteractionNeeded(error)) throw error;
        return undefined;
      });
      if (silent) return silent.accessToken;
      if (!wish.interactive) throw this.signedOut();
      return (await broker.acquireTokenPopup(request)).accessToken;
    } catch (error) {
      if (error instanceof SignedOut) throw error;
      const code = codeOf(error);
      if (code === 'user_canceled') throw new SignedOut('The window was closed', { expired: this.wasSignedIn });
      if (code === 'no_network_connectivity') throw new NetworkProblem(false, error);
      this.nestedWorks = false;
      return undefined;
    }
  }

  private async own(userAddress: string, { renew, interactive }: SignInWish): Promise<string> {
    if (renew) this.fromWindow = undefined;
    const { now, inWindow } = this.ways;
    if (this.fromWindow && this.fromWindow.expiresAt > now() + sparedMs) return this.fromWindow.token;
    if (!interactive) throw this.signedOut();
    this.fromWindow = await inWindow(userAddress);
    return this.fromWindow.token;
  }

  /** Where Outlook never answers, a window of our own is the way out. */
  private inTime<Value>(answer: Promise<Value>): Promise<Value> {
    const silence = this.ways.tooLong().then(() => {
      throw new Error('Outlook did not answer');
    });
    return Promise.race([answer, silence]);
  }

  private signedOut(): SignedOut {
    return new SignedOut('Somebody has to sign in', { expired: this.wasSignedIn });
  }
}

function isInteractionNeeded(error: unknown): boolean {
  return error instanceof Error && error.name === 'InteractionRequiredAuthError';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'errorCode' in error ? error.errorCode : undefined;
}
