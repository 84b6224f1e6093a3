import { randomUUID } from 'node:crypto';
import { ActivityTypes, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { ServiceClientCredentialsFactory, UserTokenClient } from 'botframework-connector';
import type { Log } from '../src/platform/log.ts';
import { words } from '../src/words/words.ts';
import { TeamsAdapter } from './teams-adapter.ts';
import type { Reach } from './teams-origin.ts';

/** The bot's credentials as botbuilder names them; none in local mode. */
export type Credentials = {
  MicrosoftAppId?: string | undefined;
  MicrosoftAppPassword?: string | undefined;
  MicrosoftAppType?: string | undefined;
  MicrosoftAppTenantId?: string | undefined;
  CertificateThumbprint?: string | undefined;
  CertificatePrivateKey?: string | undefined;
};

/** Who signs what Teams sends, and what signs what is sent to Teams, where it is not Microsoft's: tests have their own. */
export type Channel = {
  openIdMetadata: string;
  issuer: string;
  credentials: ServiceClientCredentialsFactory;
  isConnector: (url: URL) => boolean;
};

/** The adapter between HTTP and turns. A turn that fails is answered with a reference, never with what went wrong. */
export function createAdapter(credentials: Credentials | undefined, reach: Reach, log: Log, channel?: Channel) {
  const adapter = new TeamsAdapter(authentication(credentials, channel), reach);
  adapter.onTurnError = (context, error) => answerFault(context, error, log);
  return adapter;
}

/** Nobody signs in through the Bot Framework's token service, so no turn needs a client for it. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }
}

function authentication(credentials: Credentials = {}, channel?: Channel) {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = credentials;
  const { CertificateThumbprint, CertificatePrivateKey } = credentials;
  const given = {
    ...{ MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId },
    ...{ CertificateThumbprint, CertificatePrivateKey },
    ToBotFromChannelOpenIdMetadataUrl: channel?.openIdMetadata,
    ToBotFromChannelTokenIssuer: channel?.issuer,
  };
  // The SDK tells what is not set from what is set to undefined.
  return new Authentication(JSON.parse(JSON.stringify(given)), channel?.credentials);
}

async function answerFault(context: TurnContext, error: Error, log: Log): Promise<void> {
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, 'turn failed');
  const message = words(context.activity.locale ?? 'en').brokeHere(reference);
  const isInvoke = context.activity.type === ActivityTypes.Invoke;
  // An invoke without an invokeResponse becomes HTTP 501, which Teams shows as "Unable to reach app".
  const body = {
    statusCode: 500,
    type: 'application/vnd.microsoft.error',
    value: { code: 'InternalError', message },
  };
  const answer = isInvoke
    ? { type: ActivityTypes.InvokeResponse, value: { status: 200, body } }
    : { type: ActivityTypes.Message, text: message, textFormat: 'plain' };
  await context.sendActivity(answer).catch((second) => log.error({ err: second, reference }, 'could not answer'));
}
