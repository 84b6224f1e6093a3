import { existsSync } from 'node:fs';

/**
 * A script of dist/, brought up to date first; in production, where nothing that builds is installed, as it is. Ends the
 * process where there is none.
 * @param {string} name
 */
export async function builtPart(name) {
  if (process.env.NODE_ENV !== 'production') await (await import('./build.mjs')).buildIfStale();
  const built = new URL(`../../dist/${name}`, import.meta.url);
  if (!existsSync(built)) {
    process.stderr.write('Not built: npm run build, before anything runs with NODE_ENV=production.\n');
    process.exit(1);
  }
  return import(built.href);
}
