import type { ManifestWords } from '../src/words/manifest/en.ts';
import { APP, type Installation, iconUrl, MOBILE_ICONS, RIBBON_ICONS, tokenResource } from './app.ts';
import { ENGLISH, OTHER_LANGUAGES } from './languages.ts';

/**
 * The add-in-only manifest (XML): the same add-in for Outlook on Mac, on phones and in older editions. The order of
 * its elements is part of the format.
 */
export function addinOnlyManifest(installation: Installation): string {
  const { publicUrl, clientId } = installation;
  const paneUrl = publicUrl + APP.pane.path;
  const needs = `<bt:Sets DefaultMinVersion="${APP.mailboxVersion}"><bt:Set Name="Mailbox"/></bt:Sets>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>${APP.addinOnlyId}</Id>
  <Version>${APP.version}.0</Version>
  <ProviderName>${APP.developer}</ProviderName>
  <DefaultLocale>${ENGLISH.locales[0]}</DefaultLocale>
  ${said('DisplayName', 'addinOnlyName')}
  ${said('Description', 'description')}
  <IconUrl DefaultValue="${iconUrl(installation, 64)}"/>
  <HighResolutionIconUrl DefaultValue="${iconUrl(installation, 128)}"/>
  <SupportUrl DefaultValue="${publicUrl}"/>
  <AppDomains><AppDomain>${publicUrl}</AppDomain></AppDomains>
  <Hosts><Host Name="Mailbox"/></Hosts>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="${APP.mailboxVersion}"/></Sets></Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead">
      <DesktopSettings><SourceLocation DefaultValue="${paneUrl}"/><RequestedHeight>250</RequestedHeight></DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or"><Rule xsi:type="ItemIs" ItemType="Message" FormType="Read"/></Rule>
  <DisableEntityHighlighting>false</DisableEntityHighlighting>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Requirements>${needs}</Requirements>
      <Hosts>
        <Host xsi:type="MailHost">
          <Runtimes>
            <Runtime resid="OnSend.Page"><Override type="javascript" resid="OnSend.Script"/></Runtime>
          </Runtimes>
          <DesktopFormFactor>
            <SupportsSharedFolders>true</SupportsSharedFolders>
            <FunctionFile resid="OnSend.Page"/>
            ${commandSurface('Read')}
            ${commandSurface('Compose')}
            <ExtensionPoint xsi:type="LaunchEvent">
              <LaunchEvents>
                <LaunchEvent Type="OnMessageSend" FunctionName="${APP.onSend.action}" SendMode="PromptUser"/>
              </LaunchEvents>
              <SourceLocation resid="OnSend.Page"/>
            </ExtensionPoint>
          </DesktopFormFactor>
          <MobileFormFactor>${mobileSurface()}</MobileFormFactor>
        </Host>
      </Hosts>
      ${resources(installation)}
      <WebApplicationInfo>
        <Id>${clientId}</Id>
        <Resource>${tokenResource(installation)}</Resource>
        <Scopes><Scope>openid</Scope><Scope>profile</Scope></Scopes>
      </WebApplicationInfo>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;
}

function commandSurface(mode: 'Read' | 'Compose'): string {
  const icon = RIBBON_ICONS.map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join('');
  return `<ExtensionPoint xsi:type="Message${mode}CommandSurface">
              <OfficeTab id="TabDefault">
                <Group id="lead${mode}">
                  <Label resid="Group.Label"/>
                  <Control xsi:type="Button" id="openLead${mode}">
                    <Label resid="Button.Label"/>
                    <Supertip><Title resid="Button.Label"/><Description resid="Button.${mode}Tip"/></Supertip>
                    <Icon>${icon}</Icon>
                    <Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane.Url"/><SupportsPinning>true</SupportsPinning></Action>
                  </Control>
                </Group>
              </OfficeTab>
            </ExtensionPoint>`;
}

function mobileSurface(): string {
  const icons = Object.entries(MOBILE_ICONS).flatMap(([size, scaled]) =>
    scaled.map((pixels, nth) => `<bt:Image size="${size}" scale="${nth + 1}" resid="Icon.${pixels}"/>`),
  );
  return `
            <ExtensionPoint xsi:type="MobileMessageReadCommandSurface">
              <Group id="leadReadMobile">
                <Label resid="Group.Label"/>
                <Control xsi:type="MobileButton" id="openLeadMobile">
                  <Label resid="Button.Label"/>
                  <Icon xsi:type="bt:MobileIconList">${icons.join('')}</Icon>
                  <Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane.Url"/></Action>
                </Control>
              </Group>
            </ExtensionPoint>
          `;
}

function resources(installation: Installation): string {
  const { publicUrl } = installation;
  const sizes = new Set([...RIBBON_ICONS, ...Object.values(MOBILE_ICONS).flat()]);
  const images = [...sizes].map(
    (size) => `<bt:Image id="Icon.${size}" DefaultValue="${iconUrl(installation, size)}"/>`,
  );
  const url = (id: string, path: string) => `<bt:Url id="${id}" DefaultValue="${publicUrl}${path}"/>`;
  return `<Resources>
        <bt:Images>${images.join('')}</bt:Images>
        <bt:Urls>${url('Pane.Url', APP.pane.path)}${url('OnSend.Page', APP.onSend.path)}${url('OnSend.Script', APP.onSend.script)}</bt:Urls>
        <bt:ShortStrings>
          <bt:String id="Group.Label" DefaultValue="${APP.group}"/>
          ${said('bt:String id="Button.Label"', 'button')}
        </bt:ShortStrings>
        <bt:LongStrings>
          ${said('bt:String id="Button.ReadTip"', 'readTip')}
          ${said('bt:String id="Button.ComposeTip"', 'composeTip')}
        </bt:LongStrings>
      </Resources>`;
}

/** An element whose text is told in every language. */
function said(tag: string, word: keyof ManifestWords): string {
  const [name = ''] = tag.split(' ');
  const override = name.startsWith('bt:') ? 'bt:Override' : 'Override';
  const others = OTHER_LANGUAGES.flatMap(({ locales, words }) =>
    locales.map((locale) => `<${override} Locale="${locale}" Value="${escaped(words[word])}"/>`),
  );
  return `<${tag} DefaultValue="${escaped(ENGLISH.words[word])}">${others.join('')}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
