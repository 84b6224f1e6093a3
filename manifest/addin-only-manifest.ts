import { APP, type Installation, iconUrl, MOBILE_ICONS, paneUrl, RIBBON_ICONS } from './app.ts';

/** The add-in-only manifest (XML): the same pane for Outlook on Mac, on phones and in older editions. */
export function addinOnlyManifest(installation: Installation): string {
  const sizes = [...new Set([...RIBBON_ICONS, ...Object.values(MOBILE_ICONS).flat()])];
  const images = sizes.map((size) => `<bt:Image id="Icon.${size}" DefaultValue="${iconUrl(installation, size)}"/>`);
  const ribbon = RIBBON_ICONS.map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join('');
  const mobile = Object.entries(MOBILE_ICONS).flatMap(([size, scaled]) =>
    scaled.map((pixels, nth) => `<bt:Image size="${size}" scale="${nth + 1}" resid="Icon.${pixels}"/>`),
  );
  const pane = '<SourceLocation resid="Pane.Url"/>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>${APP.addinOnlyId}</Id>
  <Version>${APP.version}.0</Version>
  <ProviderName>${APP.developer}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="${APP.addinOnlyName}"/>
  <Description DefaultValue="${APP.description}"/>
  <IconUrl DefaultValue="${iconUrl(installation, 64)}"/>
  <HighResolutionIconUrl DefaultValue="${iconUrl(installation, 128)}"/>
  <SupportUrl DefaultValue="${installation.publicUrl}"/>
  <AppDomains><AppDomain>${installation.publicUrl}</AppDomain></AppDomains>
  <Hosts><Host Name="Mailbox"/></Hosts>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="${APP.mailboxVersion}"/></Sets></Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead">
      <DesktopSettings>
        <SourceLocation DefaultValue="${paneUrl(installation)}"/>
        <RequestedHeight>250</RequestedHeight>
      </DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or"><Rule xsi:type="ItemIs" ItemType="Message" FormType="Read"/></Rule>
  <DisableEntityHighlighting>false</DisableEntityHighlighting>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Requirements><bt:Sets DefaultMinVersion="${APP.mailboxVersion}"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>
      <Hosts>
        <Host xsi:type="MailHost">
          <DesktopFormFactor>
            <ExtensionPoint xsi:type="MessageReadCommandSurface">
              <OfficeTab id="TabDefault">
                <Group id="leadRead">
                  <Label resid="Group.Label"/>
                  <Control xsi:type="Button" id="openLead">
                    <Label resid="Button.Label"/>
                    <Supertip><Title resid="Button.Label"/><Description resid="Button.Tip"/></Supertip>
                    <Icon>${ribbon}</Icon>
                    <Action xsi:type="ShowTaskpane">${pane}<SupportsPinning>true</SupportsPinning></Action>
                  </Control>
                </Group>
              </OfficeTab>
            </ExtensionPoint>
          </DesktopFormFactor>
          <MobileFormFactor>
            <ExtensionPoint xsi:type="MobileMessageReadCommandSurface">
              <Group id="leadReadMobile">
                <Label resid="Group.Label"/>
                <Control xsi:type="MobileButton" id="openLeadMobile">
                  <Label resid="Button.Label"/>
                  <Icon xsi:type="bt:MobileIconList">${mobile.join('')}</Icon>
                  <Action xsi:type="ShowTaskpane">${pane}</Action>
                </Control>
              </Group>
            </ExtensionPoint>
          </MobileFormFactor>
        </Host>
      </Hosts>
      <Resources>
        <bt:Images>${images.join('')}</bt:Images>
        <bt:Urls><bt:Url id="Pane.Url" DefaultValue="${paneUrl(installation)}"/></bt:Urls>
        <bt:ShortStrings>
          <bt:String id="Group.Label" DefaultValue="${APP.group}"/>
          <bt:String id="Button.Label" DefaultValue="${APP.button}"/>
        </bt:ShortStrings>
        <bt:LongStrings><bt:String id="Button.Tip" DefaultValue="${APP.tip}"/></bt:LongStrings>
      </Resources>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;
}
