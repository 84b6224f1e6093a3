import { randomUUID } from 'node:crypto';
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Log } from '../src/platform/log.ts';

/** The bot's credentials as botbuilder names them; none in local mode. */
export type Credentials = {
  MicrosoftAppId?: string | undefined;
  MicrosoftAppPassword?: string | undefined;
  MicrosoftAppType?: string | undefined;
  MicrosoftAppTenantId?: string | undefined;
};

/** The adapter between HTTP and turns. A turn that fails is answered with a reference, never with what went wrong. */
export function createAdapter(credentials: Credentials | undefined, log: Log): CloudAdapter {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = credentials ?? {};
  const given = { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(JSON.parse(JSON.stringify(given))));
  adapter.onTurnError = async (context, error) => {
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference }, 'turn failed');
    const message = `Something broke on our side. Reference ${reference}.`;
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
  };
  return adapter;
}
