import type { PreviewState } from './preview-state.ts';
import { officeThemes } from './themes.ts';

export const addinId = 'lead-desk-preview';
/** `OutlookWebApp` among the host applications that office.js knows. */
const outlookOnTheWeb = 64;

/**
 * The first answer office.js asks for. No `IdentityAPI` among the requirement sets, and `NestedAppAuth` only when asked
 * for: there is nobody here who could sign a token, and the pane should see that.
 */
export function appContext(state: PreviewState, roamingSettings: Record<string, string>): Record<string, unknown> {
  return {
    _id: addinId,
    _appInstanceId: addinId,
    _addinName: 'Lead Desk',
    _appName: outlookOnTheWeb,
    _appVersion: '16.01',
    _hostFullVersion: '16.0.0.0',
    _appUILocale: state.language,
    _dataLocale: state.language,
    _docUrl: location.origin,
    _clientMode: 0,
    _settings: roamingSettings,
    _reason: 'documentOpened',
    _osfControlType: 1,
    // office.js parses it as XML and complains of an empty text.
    _eToken: '<t/>',
    _correlationId: addinId,
    _requirementMatrix: JSON.stringify({ Mailbox: state.sets, ...(state.nested && { NestedAppAuth: '1.1' }) }),
    _appDomains: [location.origin],
    _officeTheme: officeThemes[state.theme],
  };
}

/** The name of the pane's window, in which office.js looks for its host. */
export function hostWindowName(conversationId: string, state: PreviewState): string {
  return JSON.stringify({
    baseFrameName: 'lead-desk',
    hostInfo: hostInfo(state),
    xdmInfo: `${conversationId}|${addinId}|${location.origin}/`,
    serializerVersion: '1',
  });
}

/** A page's address as Outlook asks for it. */
export function pageAddress(path: string, state: PreviewState): string {
  return `${path}?${new URLSearchParams({ _host_Info: hostInfo(state) })}`;
}

function hostInfo({ language }: PreviewState): string {
  return `Outlook|Web|16.01|${language}|${addinId}|||0`;
}
