import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readCommand } from '../bot/commands.ts';
import { ABOUT_PAGES } from '../src/http/page-routes.ts';
import type { unifiedManifest } from './unified-manifest.ts';

export type Unified = ReturnType<typeof unifiedManifest>;
/** What is packed, and the folders the server answers its addresses from. */
export type Parts = { unified: Unified; addinOnly: string; icons: string; pages: string };

const ICONS = { color: 192, outline: 32, color32x32: 32 } as const;
const FILES: Record<string, string> = {
  'color.png': 'lead-desk-192.png',
  'color32.png': 'lead-desk-32.png',
  'outline.png': 'outline.png',
};

/** The picture behind a name in the package. */
export function iconFile(name: string): string {
  return FILES[name] ?? name;
}

/** Everything that is wrong with the manifests, by themselves, with each other and with the code; empty when nothing is. */
export async function manifestProblems(parts: Parts): Promise<string[]> {
  return [
    ...(await schemaProblems(parts)),
    ...structureProblems(parts),
    ...parityProblems(parts),
    ...commandProblems(parts),
    ...actionProblems(parts),
    ...addressProblems(parts),
    ...iconProblems(parts),
  ];
}

async function schemaProblems({ unified }: Parts): Promise<string[]> {
  const problems = await AppManifestUtils.validateAgainstSchema(unified as never);
  return problems.map((problem) => `manifest.json: ${problem}`);
}

/** Every name an XML element refers to (`resid`) has to stand among the resources, once. */
function structureProblems({ addinOnly }: Parts): string[] {
  const valid = XMLValidator.validate(addinOnly);
  if (valid !== true) return [`manifest.xml: ${valid.err.msg} in line ${valid.err.line}`];
  const given = [...addinOnly.matchAll(/<bt:\w+ id="([^"]+)" DefaultValue/g)].map(([, id]) => id ?? '');
  const asked = [...addinOnly.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id ?? '');
  return [
    ...asked.filter((id) => !given.includes(id)).map((id) => `manifest.xml: there is no resource ${id}`),
    ...given.filter((id, nth) => given.indexOf(id) !== nth).map((id) => `manifest.xml: resource ${id} is there twice`),
    ...given.filter((id) => !asked.includes(id)).map((id) => `manifest.xml: nobody uses resource ${id}`),
  ];
}

function parityProblems({ unified, addinOnly }: Parts): string[] {
  const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false }).parse(
    addinOnly,
  );
  const app = parsed.OfficeApp;
  const extension = unified.extensions?.[0];
  const hidden = extension?.alternates?.map(({ hide }) => hide?.customOfficeAddin?.officeAddinId) ?? [];
  const same = (what: string, json: unknown, xml: unknown) =>
    json === xml ? [] : [`${what} is ${json} in manifest.json and ${xml} in manifest.xml`];
  return [
    ...(hidden.includes(app?.Id) ? [] : [`manifest.json does not hide ${app?.Id}: people would see two copies`]),
    ...(app?.Id === unified.id ? ['manifest.xml: the id must be another than that of manifest.json'] : []),
    ...(app?.DisplayName?.DefaultValue === unified.name.short ? ['manifest.xml: the name must be another'] : []),
    ...same('the version', `${unified.version}.0`, app?.Version),
    ...same('the description', unified.description.full, app?.Description?.DefaultValue),
    ...same('the Mailbox version', mailboxVersion(unified), app?.Requirements?.Sets?.Set?.MinVersion),
    ...paneUrls(unified)
      .filter((url) => !addinOnly.includes(`"${url}"`))
      .map((url) => `${url} is in manifest.json but not in manifest.xml`),
  ];
}

function mailboxVersion({ extensions }: Unified): string | undefined {
  return extensions?.[0]?.requirements?.capabilities?.find(({ name }) => name === 'Mailbox')?.minVersion;
}

function paneUrls({ extensions }: Unified): string[] {
  return (extensions ?? []).flatMap(({ runtimes }) => (runtimes ?? []).map(({ code }) => code.page));
}

/** Whatever Teams offers to type has to be understood. */
function commandProblems({ unified }: Parts): string[] {
  const titles = (unified.bots ?? []).flatMap((bot) => bot.commandLists ?? []).flatMap(({ commands }) => commands);
  return titles
    .filter(({ title }) => 'asked' in readCommand(title).data)
    .map(({ title }) => `manifest.json: the bot does not understand the command “${title}”`);
}

function actionProblems({ unified }: Parts): string[] {
  return (unified.extensions ?? []).flatMap(({ runtimes, ribbons }) => {
    const known = (runtimes ?? []).flatMap(({ actions }) => (actions ?? []).map(({ id }) => id));
    const controls = (ribbons ?? [])
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ groups }) => groups ?? [])
      .flatMap((group) => group.controls ?? []);
    return controls
      .filter(({ actionId }) => !known.includes(actionId ?? ''))
      .map(({ id, actionId }) => `manifest.json: the button ${id} asks for ${actionId}, which no runtime has`);
  });
}

/** Pages with an address of their own; the others are files. */
const PAGES = new Set(['', ...ABOUT_PAGES.keys()]);

/** Every page and picture named is one the server has, over https. */
function addressProblems({ unified, addinOnly, icons, pages }: Parts): string[] {
  const named = [
    ...new Set(
      `${JSON.stringify([unified.extensions, unified.developer])}${addinOnly}`.match(/https?:\/\/[^"<\s]+/g) ?? [],
    ),
  ];
  const base = unified.developer.websiteUrl;
  return named
    .filter((url) => !/^https?:\/\/(?:www\.w3\.org|schemas\.microsoft\.com)\//.test(url))
    .flatMap((url) => {
      if (!url.startsWith(base)) return [`${url} is not below ${base}`];
      if (!url.startsWith('https://') || /^https:\/\/(?:localhost|127\.)/.test(url))
        return [`${url} is not a public https address`];
      const path = url.slice(base.length);
      if (PAGES.has(path)) return [];
      const file = path.startsWith('/icons/') ? join(icons, path.slice('/icons/'.length)) : join(pages, path);
      return existsSync(file) ? [] : [`${url}: the server has no ${path}`];
    });
}

function iconProblems({ unified, addinOnly, icons }: Parts): string[] {
  const packed = Object.entries(ICONS).map(([kind, size]) => {
    const name = unified.icons[kind as keyof typeof ICONS] ?? '';
    return { file: join(icons, iconFile(name)), size };
  });
  const served = [
    ...`${JSON.stringify([unified.extensions, unified.developer])}${addinOnly}`.matchAll(
      /\/icons\/([\w-]+-(\d+)\.png)/g,
    ),
  ].map(([, name = '', size]) => ({ file: join(icons, name), size: Number(size) }));
  const problems = [...packed, ...served].flatMap(({ file, size }) => {
    if (!existsSync(file)) return [`there is no icon ${file}`];
    const picture = pngSize(readFileSync(file));
    if (!picture) return [`the icon ${file} is no PNG picture`];
    const { width, height } = picture;
    return width === size && height === size ? [] : [`the icon ${file} is ${width} × ${height}, not ${size} × ${size}`];
  });
  return [...new Set(problems)];
}

function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
