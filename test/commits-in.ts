import { readFileSync } from 'node:fs';

/**
 * How often something was made durable in a SQLite database: each commit ends with a frame of the write-ahead log that tells the size of the
 * database, which others leave at zero. https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function commitsIn(file: string): number {
  const log = readFileSync(`${file}-wal`);
  const frame = 24 + log.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4)) commits++;
  return commits;
}
