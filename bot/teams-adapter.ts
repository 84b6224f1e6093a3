import {
  type Activity,
  CloudAdapter,
  type ConversationParameters,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import {
  AppCredentials,
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
} from 'botframework-connector';
import { inTime, TooLate } from './in-time.ts';
import { lazyConnector } from './lazy-connector.ts';
import { foreign, type Reach } from './teams-origin.ts';

const PATIENCE_MS = 10_000;

type Logic = (context: TurnContext) => Promise<void>;
type Authenticated = Awaited<ReturnType<BotFrameworkAuthentication['authenticateRequest']>>;
type Refusal = 'unauthorized' | 'not-permitted' | 'sign-in-unavailable';

/** An activity that is not taken, or a message that is not sent, and why. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs';
  readonly code: Refusal;
  constructor(code: Refusal, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.code = code;
  }
}

/** The SDK's adapter, for conversations of ours only, whoever starts talking; and with an end to its patience. */
export class TeamsAdapter extends CloudAdapter {
  readonly #reach: Reach;

  constructor(authentication: BotFrameworkAuthentication, reach: Reach) {
    super(authentication);
    this.#reach = reach;
  }

  /** Who sent an activity. @throws NotOurs */
  async authenticate(activity: Activity, authorization: string): Promise<Authenticated> {
    const known = await inTime(
      this.botFrameworkAuthentication.authenticateRequest(activity, authorization),
      PATIENCE_MS,
    ).catch((error) => {
      throw refusal(error);
    });
    this.#mustBeOurs(activity);
    return known;
  }

  /** Works on an activity; resolves to what an invoke is answered with. */
  answer(known: Authenticated, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    const { connectorFactory } = known;
    const lazy = connectorFactory && { connectorFactory: lazyConnector(connectorFactory) };
    return this.processActivity({ ...known, ...lazy }, activity, logic);
  }

  /** What signs a request to the connector of a conversation; undefined in local mode. @throws NotOurs */
  async authorization(origin: Parameters<typeof foreign>[0], appId: string): Promise<string | undefined> {
    this.#mustBeOurs(origin);
    const claims = [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim];
    const identity = new ClaimsIdentity(claims.map((type) => ({ type, value: appId })));
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    const { credentials } = await factory.create(origin.serviceUrl ?? '');
    // The token is kept by the credentials until it is about to end.
    const isSigned = credentials instanceof AppCredentials && credentials.appId;
    return isSigned ? `Bearer ${await inTime(credentials.getToken(), PATIENCE_MS)}` : undefined;
  }

  protected override processProactive(
    identity: Parameters<CloudAdapter['processProactive']>[0],
    activity: Partial<Activity>,
    audience: string | undefined,
    logic: Logic,
  ): Promise<void> {
    this.#mustBeOurs(activity);
    return super.processProactive(identity, activity, audience, logic);
  }

  override createConversationAsync(
    appId: string,
    channelId: string,
    serviceUrl: string,
    audience: string,
    parameters: ConversationParameters,
    logic: Logic,
  ): Promise<void> {
    this.#mustBeOurs({ channelId, serviceUrl, conversation: { tenantId: parameters.tenantId } });
    return super.createConversationAsync(appId, channelId, serviceUrl, audience, parameters, logic);
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return inTime(super.sendActivities(context, activities), PATIENCE_MS);
  }

  override updateActivity(context: TurnContext, activity: Partial<Activity>) {
    return inTime(super.updateActivity(context, activity), PATIENCE_MS);
  }

  #mustBeOurs(origin: Parameters<typeof foreign>[0]): void {
    const why = foreign(origin, this.#reach);
    if (why) throw new NotOurs('not-permitted', why);
  }
}

/** The SDK fails in many ways over a bad token; what says nothing of the token is that its keys are not to be had. */
function refusal(error: unknown): NotOurs {
  const isAboutKeys =
    error instanceof TooLate ||
    (error instanceof AuthenticationError && error.statusCode >= 500) ||
    (error instanceof Error && error.name === 'FetchError');
  const reason = error instanceof Error ? error.name : 'unknown';
  return new NotOurs(isAboutKeys ? 'sign-in-unavailable' : 'unauthorized', reason, { cause: error });
}
