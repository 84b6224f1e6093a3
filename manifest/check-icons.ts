import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unified } from './unified-manifest.ts';

const PACKED = { color: 192, outline: 32, color32x32: 32 } as const;
const FILES: Record<string, string> = {
  'color.png': 'lead-desk-192.png',
  'color32.png': 'lead-desk-32.png',
  'outline.png': 'outline.png',
};

/** The picture behind a name in the package. */
export function iconFile(name: string): string {
  return FILES[name] ?? name;
}

/** Every picture packed or named has to be in the folder, in the size it is asked for. */
export function iconProblems(unified: Unified, addinOnly: string, folder: string): string[] {
  const packed = Object.entries(PACKED).map(([kind, size]) => {
    const name = unified.icons[kind as keyof typeof PACKED] ?? '';
    return { file: join(folder, iconFile(name)), size };
  });
  const named = `${JSON.stringify([unified.extensions, unified.developer])}${addinOnly}`;
  const served = [...named.matchAll(/\/icons\/([\w-]+-(\d+)\.png)/g)].map(([, name = '', size]) => ({
    file: join(folder, name),
    size: Number(size),
  }));
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
