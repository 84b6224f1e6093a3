import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'dist');
const STAMP = join(OUT, '.built');
const PAGES = { outlook: ['pane.ts', 'pane.html', 'pane.css'], preview: ['preview.ts', 'index.html', 'preview.css'] };

/** Builds the server and the pages into dist/ when a source is newer than the last build. */
export async function buildIfStale() {
  if (existsSync(STAMP) && newest(['src', 'bot', 'addin', 'manifest']) <= statSync(STAMP).mtimeMs) return;
  await build();
}

async function build() {
  const { build: bundle } = await import('esbuild');
  rmSync(OUT, { recursive: true, force: true });
  const common = {
    absWorkingDir: ROOT,
    bundle: true,
    format: /** @type {const} */ ('esm'),
    logLevel: /** @type {const} */ ('warning'),
  };
  await bundle({
    ...common,
    entryPoints: ['src/server.ts', 'src/cli/import-file.ts'],
    outdir: 'dist',
    entryNames: '[name]',
    platform: 'node',
    target: 'node20',
    external: externals(),
  });
  for (const [page, files] of Object.entries(PAGES)) {
    const folder = join(OUT, 'public', page);
    mkdirSync(folder, { recursive: true });
    for (const file of files) {
      const source = join('addin', page, file);
      if (!file.endsWith('.ts')) cpSync(join(ROOT, source), join(folder, file));
      else {
        await bundle({
          ...common,
          entryPoints: [source],
          outfile: join(folder, file.replace('.ts', '.js')),
          minify: true,
          target: 'es2020',
        });
      }
    }
  }
  cpSync(join(ROOT, 'addin/about'), join(OUT, 'public', 'about'), { recursive: true });
  cpSync(join(ROOT, 'manifest/icons'), join(OUT, 'public', 'icons'), { recursive: true });
  cpSync(join(ROOT, 'src/http/docs.css'), join(OUT, 'public', 'docs.css'));
  writeFileSync(STAMP, '');
}

/** Libraries stay outside the bundle, but for those of many small files: reading them one by one costs a tenth of a second. */
function externals() {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return Object.keys(dependencies).filter((name) => !['kysely', 'zod', 'tldts', 'uuid'].includes(name));
}

/** @param {string[]} folders @returns {number} */
function newest(folders) {
  let latest = statSync(join(ROOT, 'package.json')).mtimeMs;
  for (const folder of folders) {
    for (const file of readdirSync(join(ROOT, folder), { recursive: true })) {
      latest = Math.max(latest, statSync(join(ROOT, folder, String(file))).mtimeMs);
    }
  }
  return latest;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildIfStale();
