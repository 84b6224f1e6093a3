// `npm run import -- FILE.csv [--dry-run] [--duplicates allow]`
import { builtPart } from './built-part.mjs';

const { importFile } = await builtPart('import-file.js');

try {
  process.exitCode = await importFile(process.argv.slice(2), process.env, (/** @type {string} */ line) => {
    process.stdout.write(`${line}\n`);
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
