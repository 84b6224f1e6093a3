// npm run package: checks the manifests offline and writes dist/lead-desk.zip and dist/lead-desk.xml
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { addinOnlyManifest } from './addin-only-manifest.ts';
import type { Installation } from './app.ts';
import { iconFile } from './check-icons.ts';
import { manifestProblems } from './check-manifests.ts';
import { languageFiles } from './language-file.ts';
import { unifiedManifest } from './unified-manifest.ts';

/** An address and ids that belong to nobody, to check the package before there is an installation. */
const SAMPLE = {
  PUBLIC_URL: 'https://leads.contoso.com',
  MicrosoftAppId: '00000000-0000-4000-8000-0000000000b0',
  ENTRA_CLIENT_ID: '00000000-0000-4000-8000-0000000000c0',
};

const { env } = process;
const missing = Object.keys(SAMPLE).filter((name) => !env[name]);
const setting = (name: keyof typeof SAMPLE) => env[name] || SAMPLE[name];
const installation: Installation = {
  publicUrl: setting('PUBLIC_URL').replace(/\/+$/, ''),
  botId: setting('MicrosoftAppId'),
  clientId: setting('ENTRA_CLIENT_ID'),
};
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const unified = unifiedManifest(installation);
const addinOnly = addinOnlyManifest(installation);
const languages = languageFiles(installation);
const icons = folder('./icons');
const problems = await manifestProblems({ unified, languages, addinOnly, icons, pages: folder('../dist/public') });
problems.push(...(await officeProblems()));

if (problems.length) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const { color, outline, color32x32 = '' } = unified.icons;
  const pictures = [color, outline, color32x32].map((name) => [name, readFileSync(join(icons, iconFile(name)))]);
  const texts = Object.entries({ 'manifest.json': unified, ...languages }).map(([name, content]) => [
    name,
    strToU8(JSON.stringify(content, null, 2)),
  ]);
  writeFileSync(folder('../dist/lead-desk.zip'), zipSync(Object.fromEntries([...texts, ...pictures])));
  writeFileSync(folder('../dist/lead-desk.xml'), addinOnly);
  process.stdout.write(`dist/lead-desk.zip and dist/lead-desk.xml are for ${installation.publicUrl}\n`);
  if (missing.length) process.stdout.write(`Set ${missing.join(', ')} for an installation of your own.\n`);
}

/** What Microsoft's own tool says: it validates the JSON offline and reads the XML; only its service validates that. */
async function officeProblems(): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'lead-desk-manifest-'));
  try {
    const [json, xml] = [join(scratch, 'manifest.json'), join(scratch, 'manifest.xml')];
    writeFileSync(json, JSON.stringify(unified));
    writeFileSync(xml, addinOnly);
    const { id } = await OfficeAddinManifest.readManifestFile(json);
    const twin = await OfficeAddinManifest.readManifestFile(xml);
    return id && twin.id ? [] : ['office-addin-manifest reads no id'];
  } catch (error) {
    return [`office-addin-manifest: ${error instanceof Error ? error.message : error}`];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
