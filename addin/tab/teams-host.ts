import { app, authentication, nestedAppAuth, pages } from '@microsoft/teams-js';
import type { TabHost, TabTheme } from './tab-host.ts';

// A frame that is not of Microsoft 365 never answers.
const patienceMs = 3000;

/** Teams, Outlook or the Microsoft 365 app. @throws when the page around this one is none of them */
export async function teamsHost(): Promise<TabHost> {
  await inTime(app.initialize());
  const context = await inTime(app.getContext());
  const { user, page } = context;
  return {
    kind: 'teams',
    locale: context.app.locale,
    userAddress: user?.loginHint ?? user?.userPrincipalName,
    leadId: page.subPageId || undefined,
    theme: themeOf(context.app.theme),
    onTheme: (follow) => app.registerOnThemeChangeHandler((theme) => follow(themeOf(theme))),
    ready: () => app.notifySuccess(),
    failed: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
    token: () => authentication.getAuthToken(),
    nestsSignIn: nestedAppAuth.isNAAChannelRecommended(),
    ...(pages.isSupported() && {
      shareLead: (leadId: string, label: string) =>
        pages.shareDeepLink({ subPageId: leadId, subPageLabel: label, subPageWebUrl: webUrl(leadId) }),
    }),
    ...(pages.backStack.isSupported() && {
      onBack: (back: () => boolean) => pages.backStack.registerBackButtonHandler(back),
    }),
  };
}

/** Where the link leads whoever has no Teams. */
function webUrl(leadId: string): string {
  return `${location.origin}/leads/${leadId}`;
}

function themeOf(theme: string): TabTheme {
  return theme === 'dark' || theme === 'contrast' ? theme : 'light';
}

function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('The page around the tab does not answer')), patienceMs);
  });
  return Promise.race([asked, late]);
}
