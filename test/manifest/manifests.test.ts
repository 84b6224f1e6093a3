import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addinOnlyManifest } from '../../manifest/addin-only-manifest.ts';
import { manifestProblems, type Parts } from '../../manifest/check-manifests.ts';
import { languageFiles } from '../../manifest/language-file.ts';
import { unifiedManifest } from '../../manifest/unified-manifest.ts';

const INSTALLATION = {
  publicUrl: 'https://leads.contoso.com',
  botId: '00000000-0000-4000-8000-0000000000b0',
  clientId: '00000000-0000-4000-8000-0000000000c0',
};
const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('the manifests', () => {
  const languages = languageFiles(INSTALLATION);
  const parts = (more: Partial<Parts> = {}): Parts => ({
    unified: unifiedManifest(INSTALLATION),
    languages,
    addinOnly: addinOnlyManifest(INSTALLATION),
    icons: folder('manifest/icons'),
    pages: folder('dist/public'),
    ...more,
  });
  /** The unified manifest after something in it was changed as text. */
  const json = (from: string, to: string): Partial<Parts> => {
    const text = JSON.stringify(unifiedManifest(INSTALLATION));
    assert.ok(text.includes(from), from);
    return { unified: JSON.parse(text.replaceAll(from, to)) };
  };
  const xml = (from: string, to: string): Partial<Parts> => {
    const text = addinOnlyManifest(INSTALLATION);
    assert.ok(text.includes(from), from);
    return { addinOnly: text.replaceAll(from, to) };
  };
  const both = (from: string, to: string) => ({ ...json(from, to), ...xml(from, to) });
  const german = (more: Record<string, string>) => ({
    languages: { ...languages, 'de.json': { ...languages['de.json'], ...more } },
  });

  it('have no problem as they are', async () => assert.deepEqual(await manifestProblems(parts()), []));

  const broken: [string, Partial<Parts>, RegExp][] = [
    // The schema, and the form of the XML.
    ['a name that is too long', json('"short":"Lead Desk"', `"short":"${'x'.repeat(31)}"`), /manifest\.json: .*short/],
    ['XML that is not closed', xml('</Resources>', ''), /manifest\.xml: /],
    ['a resource nobody gives', xml('resid="Pane.Url"', 'resid="Panel.Url"'), /no resource Panel\.Url/],
    [
      'an element that is missing',
      xml('<Permissions>ReadWriteItem</Permissions>', ''),
      /<OfficeApp> lacks <Permissions>/,
    ],
    [
      'an element out of place',
      xml('<FunctionFile resid="OnSend.Page"/>', '<GetStarted/>'),
      /cannot hold <GetStarted>/,
    ],
    [
      'elements in the wrong order',
      xml(
        '<SupportsSharedFolders>true</SupportsSharedFolders>\n            <FunctionFile resid="OnSend.Page"/>',
        '<FunctionFile resid="OnSend.Page"/><SupportsSharedFolders>true</SupportsSharedFolders>',
      ),
      /holds <SupportsSharedFolders> too late/,
    ],
    ['a text the XML cannot hold', xml('LongStrings', 'ShortStrings'), /lacks <bt:LongStrings>/],
    // The code.
    [
      'an address there is nothing at',
      both('/outlook/pane.html', '/outlook/panel.html'),
      /panel\.html: the server has no/,
    ],
    ['a command the bot does not know', json('"my leads"', '"my opportunities"'), /“my opportunities”/],
    [
      'a button without an action',
      json('"actionId":"showLeadPane"', '"actionId":"showPane"'),
      /openLeadRead asks for showPane/,
    ],
    [
      'an event without an action',
      json('"type":"messageSending","actionId":"onMessageSending"', '"type":"messageSending","actionId":"onSend"'),
      /messageSending asks for onSend/,
    ],
    ['a function no script gives', both('onMessageSending', 'onSending'), /does not give Outlook onSending/],
    [
      'a page that does not load the script',
      both('/outlook/on-send.html', '/outlook/pane.html'),
      /page of onSend does not load/,
    ],
    ['a script Office may not run', both('/outlook/on-send.js', '/outlook/on-send-2.js'), /not allow Office to run/],
    [
      'an address that is not public',
      both('https://leads.contoso.com', 'https://localhost:3978'),
      /not a public https address/,
    ],
    [
      'a command the bot does not know in one language',
      german({ 'bots[0].commandLists[0].commands[1].title': 'Wetterbericht' }),
      /“Wetterbericht”/,
    ],
    ['a message command the bot has not', json('"searchLeads"', '"findLeads"'), /no message command findLeads/],
    ['a search the bot cannot read', json('"name":"q"', '"name":"query"'), /does not read the parameter query/],
    [
      'links of others that shall unfold',
      json('["leads.contoso.com"],"supports', '["contoso.com"],"supports'),
      /links to contoso\.com/,
    ],
    ['a tab there is nothing at', json('/tab/index.html', '/tabs/index.html'), /the server has no \/tabs/],
    // Each other.
    ['an id the twin does not have', json('5b8f1d11', '5b8f1d12'), /two copies/],
    ['the same name twice', xml('Lead Desk for Outlook on Mac and mobile', 'Lead Desk'), /the name must be another/],
    ['another version', json('"version":"0.1.0"', '"version":"0.2.0"'), /the version is “0\.2\.0\.0”/],
    ['a page only one of them has', xml('/outlook/pane.html', '/outlook/sign-in.html'), /mailRead button’s page/],
    [
      'a button only one of them has',
      xml('MessageComposeCommandSurface', 'AppointmentOrganizerCommandSurface'),
      /the mailCompose button is .*“missing” in manifest\.xml/,
    ],
    [
      'no button on phones',
      xml('MobileMessageReadCommandSurface', 'MobileOnlineMeetingCommandSurface'),
      /the mobile button is .*“missing”/,
    ],
    ['a pin only one of them has', json('"pinnable":true', '"pinnable":false'), /button’s pin is “false”/],
    [
      'a send that one of them holds back',
      xml('SendMode="PromptUser"', 'SendMode="Block"'),
      /onMessageSending promptUser .*onMessageSending block/,
    ],
    [
      'no event in one of them',
      json('"autoRunEvents"', '"keyboardShortcuts"'),
      /what runs on messageSending is “missing”/,
    ],
    ['more rights for one of them', json('MailboxItem.ReadWrite.User', 'MailboxItem.Read.User'), /the permission is/],
    [
      'shared folders for one of them',
      xml('<SupportsSharedFolders>true', '<SupportsSharedFolders>false'),
      /shared folders is “true”/,
    ],
    ['another sign-in', xml('/botid-', '/'), /the app that signs people in/],
    ['an icon only one of them has', xml('lead-desk-50.png', 'lead-desk-48.png'), /mobile button’s icons/],
    // Languages.
    ['a language without its file', { languages: {} }, /names de\.json, which there is not/],
    ['a language nobody names', json('{"languageTag":"de","file":"de.json"},', ''), /does not name de\.json/],
    [
      'a text that is too long in one language',
      german({ 'description.short': 'x'.repeat(81) }),
      /de\.json: description\.short is longer than 80/,
    ],
    ['a text that has no such place', german({ 'bots[0].commandLists[0].topic': 'x' }), /topic cannot be translated/],
    [
      'a text only one of them tells',
      german({ 'description.full': 'Etwas anderes' }),
      /the description is “Etwas anderes”/,
    ],
    ['a locale the twin forgot', xml('Locale="pt-PT"', 'Locale="pt-AO"'), /the mailRead button’s tip is “Mostra/],
  ];
  for (const [what, more, reason] of broken) {
    it(`are refused for ${what}, and the reason is told`, async () => {
      assert.match((await manifestProblems(parts(more))).join('\n'), reason);
    });
  }

  it('are refused for an icon that is missing or of another size', async () => {
    const icons = mkdtempSync(join(tmpdir(), 'lead-desk-icons-'));
    cpSync(folder('manifest/icons'), icons, { recursive: true });
    rmSync(join(icons, 'lead-desk-80.png'));
    cpSync(join(icons, 'lead-desk-16.png'), join(icons, 'lead-desk-192.png'));
    const problems = (await manifestProblems(parts({ icons }))).join('\n');
    assert.match(problems, /no icon .*lead-desk-80\.png/);
    assert.match(problems, /lead-desk-192\.png is 16 × 16, not 192 × 192/);
    writeFileSync(join(icons, 'lead-desk-80.png'), '');
    assert.match((await manifestProblems(parts({ icons }))).join('\n'), /lead-desk-80\.png is no PNG/);
    rmSync(icons, { recursive: true });
  });

  it('tell every language what the add-in does, in its ribbons as in its store', () => {
    for (const [file, texts] of Object.entries(languages)) {
      assert.ok(texts['extensions[0].ribbons[1].tabs[0].groups[0].controls[0].supertip.description'], file);
      assert.ok(texts['bots[0].commandLists[1].commands[0].description'], file);
      assert.equal(texts['name.short'], 'Lead Desk');
    }
    assert.match(addinOnlyManifest(INSTALLATION), /Locale="ja-JP" Value="リード"/);
  });
});
