import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'dist');
const STAMP = join(OUT, '.built');
/**
 * Pages by folder, and what they name: every script and style sheet gets a name of its content, to be kept for ever.
 * A script of `alone` is a single file and no module: it starts as soon as it is there, or is written into the page.
 */
/** @type {Record<string, { pages: string[], parts: string[], alone?: string[], target: string }>} */
const PAGES = {
  outlook: {
    pages: ['pane.html', 'on-send.html', 'sign-in.html'],
    parts: ['pane.ts', 'pane.css', 'on-send-page.ts', 'sign-in-dialog.ts'],
    target: 'es2020',
  },
  tab: {
    pages: ['index.html'],
    parts: ['tab.tsx', 'tab.css'],
    alone: ['ask-early.ts', 'first-sight.tsx'],
    target: 'es2022',
  },
  preview: { pages: ['index.html'], parts: ['preview.ts', 'preview.css'], target: 'es2020' },
};

/** Builds the server and the pages into dist/ when a source is newer than the last build. */
export async function buildIfStale() {
  if (existsSync(STAMP) && newest(['src', 'bot', 'addin', 'manifest']) <= statSync(STAMP).mtimeMs) return;
  await build();
}

async function build() {
  const { build: bundle } = await import('esbuild');
  rmSync(OUT, { recursive: true, force: true });
  const common = { absWorkingDir: ROOT, bundle: true, logLevel: /** @type {const} */ ('warning') };
  const forBrowsers = { ...common, minify: true, plugins: [workedOut(bundle)] };
  await bundle({
    ...common,
    entryPoints: ['src/server.ts', 'src/cli/import-file.ts'],
    outdir: 'dist',
    entryNames: '[name]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Thousands of files of libraries: read one by one they are half of what a start takes.
    external: OUTSIDE,
    // The Bot Framework SDK's is of before Node had one, and warns of what is deprecated in it.
    alias: { 'whatwg-url': 'node:url' },
    banner: { js: COMMONJS },
    // Names and lines stay, so that a stack still says where.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 120,
  });
  await bundle({
    ...common,
    entryPoints: ['src/stores/sql/in-commit-thread.mjs'],
    outfile: 'dist/in-commit-thread.mjs',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: OUTSIDE,
  });
  for (const [folder, { pages, parts, alone = [], target }] of Object.entries(PAGES)) {
    /** @param {string[]} scripts @param {import('esbuild').BuildOptions} how */
    const toFolder = async (scripts, how) => {
      const { metafile } = await bundle({
        ...forBrowsers,
        ...how,
        target,
        entryPoints: scripts.map((script) => join('addin', folder, script)),
        outdir: join('dist/public', folder),
        entryNames: '[name]-[hash]',
        chunkNames: '[name]-[hash]',
        metafile: true,
      });
      return metafile.outputs;
    };
    const outputs = await toFolder(alone, { format: 'iife', alias: WITHOUT_PREACT });
    // One after the other: what pages share would be a file of its own otherwise, and each asks for one more round trip.
    for (const part of parts) Object.assign(outputs, await toFolder([part], { format: 'esm', splitting: true }));
    for (const page of pages) writePage(folder, page, outputs);
  }
  // Classic Outlook runs this one without a page: a single script under a name that the manifest can give.
  await bundle({
    ...forBrowsers,
    entryPoints: ['addin/outlook/on-send.ts'],
    outdir: 'dist/public/outlook',
    format: 'iife',
    target: 'es2017',
  });
  cpSync(join(ROOT, 'addin/about'), join(OUT, 'public', 'about'), { recursive: true });
  cpSync(join(ROOT, 'manifest/icons'), join(OUT, 'public', 'icons'), { recursive: true });
  cpSync(join(ROOT, 'src/http/docs.css'), join(OUT, 'public', 'docs.css'));
  writeFileSync(STAMP, '');
}

/**
 * Copies a page with the built names of its parts, and fetches the pieces of its script along with it.
 * @param {string} folder @param {string} page @param {import('esbuild').Metafile['outputs']} outputs
 */
function writePage(folder, page, outputs) {
  let html = readFileSync(join(ROOT, 'addin', folder, page), 'utf8');
  for (const [built, { entryPoint, imports }] of Object.entries(outputs)) {
    if (!entryPoint) continue;
    const named = `/${folder}/${basename(entryPoint).replace(/\.tsx?$/, '.js')}`;
    const pieces = imports
      .filter(({ kind }) => kind === 'import-statement')
      .map(({ path }) => path.replace('dist/public', ''));
    /** @param {string} how */
    const links = (how) => pieces.map((piece) => `<link ${how} href="${piece}">\n    `).join('');
    html = html
      .replace(`<script type="module" src="${named}"`, `${links('rel="modulepreload"')}$&`)
      .replace(`<link data-when="tab" href="${named}"`, `${links('data-when="tab"')}$&`)
      .replace(`<script src="${named}" data-inline>`, () => `<script>${readFileSync(join(ROOT, built), 'utf8').trim()}`)
      .replace(`"${named}"`, `"/${folder}/${basename(built)}"`)
      // Those of other folders have names that are taken here.
      .replace(`"/${entryPoint}"`, `"/${folder}/${basename(built)}"`);
  }
  mkdirSync(join(OUT, 'public', folder), { recursive: true });
  writeFileSync(join(OUT, 'public', folder, page), html);
}

/**
 * Runs the tab's formats while it is built: the page gets what comes of them.
 * @param {typeof import('esbuild').build} bundle @returns {import('esbuild').Plugin}
 */
function workedOut(bundle) {
  return {
    name: 'worked-out',
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]known-formats\.ts$/ }, async ({ path }) => {
        const { outputFiles } = await bundle({ entryPoints: [path], format: 'esm', write: false });
        const script = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
        const outcome = Object.entries(await import(`data:text/javascript;base64,${script}`));
        return {
          contents: outcome.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join(''),
        };
      }),
  };
}

/** Scripts of `alone` that draw make elements of their JSX. */
const WITHOUT_PREACT = { 'preact/jsx-runtime': './addin/tab/jsx-to-dom.ts' };
/** Stays outside the bundle: native code, what finds files beside its own, and what only some machines have. */
const OUTSIDE = ['libsql', 'pino', 'pg-native', 'dtrace-provider'];
/** What libraries of before ECMAScript modules expect to find. */
const COMMONJS = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
var __filename = import.meta.filename, __dirname = import.meta.dirname;`;

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
