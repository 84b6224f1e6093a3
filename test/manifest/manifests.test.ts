import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addinOnlyManifest } from '../../manifest/addin-only-manifest.ts';
import { manifestProblems, type Parts } from '../../manifest/check-manifests.ts';
import { unifiedManifest } from '../../manifest/unified-manifest.ts';

const INSTALLATION = {
  publicUrl: 'https://leads.contoso.com',
  botId: '00000000-0000-4000-8000-0000000000b0',
  clientId: '00000000-0000-4000-8000-0000000000c0',
};
const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('the manifests', () => {
  const parts = (more: Partial<Parts> = {}): Parts => ({
    unified: unifiedManifest(INSTALLATION),
    addinOnly: addinOnlyManifest(INSTALLATION),
    icons: folder('manifest/icons'),
    pages: folder('dist/public'),
    ...more,
  });
  /** The unified manifest after something in it was changed as text. */
  const changed = (from: string, to: string): Parts['unified'] => {
    const text = JSON.stringify(unifiedManifest(INSTALLATION));
    assert.ok(text.includes(from), from);
    return JSON.parse(text.replaceAll(from, to));
  };
  const xml = (from: string, to: string): string => {
    const text = addinOnlyManifest(INSTALLATION);
    assert.ok(text.includes(from), from);
    return text.replaceAll(from, to);
  };

  it('have no problem as they are', async () => assert.deepEqual(await manifestProblems(parts()), []));

  const broken: [string, Partial<Parts>, RegExp][] = [
    [
      'a name that is too long',
      { unified: changed('"short":"Lead Desk"', `"short":"${'x'.repeat(31)}"`) },
      /manifest\.json: .*short/,
    ],
    [
      'an address there is nothing at',
      { unified: changed('/outlook/pane.html', '/outlook/panel.html') },
      /panel\.html/,
    ],
    ['a command the bot does not know', { unified: changed('"my leads"', '"my opportunities"') }, /my opportunities/],
    [
      'a button without an action',
      { unified: changed('"actionId":"showLeadPane"', '"actionId":"showPane"') },
      /openLead asks for showPane/,
    ],
    ['an id the twin does not have', { unified: changed('5b8f1d11', '5b8f1d12') }, /two copies/],
    ['another version', { unified: changed('"version":"0.1.0"', '"version":"0.2.0"') }, /the version is 0\.2\.0\.0/],
    [
      'an address that is not public',
      {
        unified: changed('https://leads.contoso.com', 'https://localhost:3978'),
        addinOnly: xml('https://leads.contoso.com', 'https://localhost:3978'),
      },
      /not a public https address/,
    ],
    ['a resource nobody gives', { addinOnly: xml('resid="Pane.Url"', 'resid="Panel.Url"') }, /no resource Panel\.Url/],
    ['XML that is not closed', { addinOnly: xml('</Resources>', '') }, /manifest\.xml: /],
    [
      'a page only one of them has',
      { addinOnly: xml('/outlook/pane.html', '/outlook/pane.css') },
      /not in manifest\.xml/,
    ],
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
});
