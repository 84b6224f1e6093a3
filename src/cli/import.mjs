// `npm run import -- FILE.csv [--dry-run] [--duplicates allow]`
if (process.env.NODE_ENV !== 'production') await (await import('./build.mjs')).buildIfStale();
const { importFile } = await import(new URL('../../dist/import-file.js', import.meta.url).href);

try {
  process.exitCode = await importFile(process.argv.slice(2), process.env, (/** @type {string} */ line) => {
    process.stdout.write(`${line}\n`);
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
