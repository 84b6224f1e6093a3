import { isClosing } from './closings.ts';
import type { MailLine } from './mail-line.ts';
import { isRule, noiseOf } from './mail-noise.ts';
import { isNameOnly, signatureStart } from './signature-start.ts';

/** A message parted from the signature below it. */
export type SignedMessage = { body: MailLine[]; signature: MailLine[] };

/**
 * Parts a message from its signature. `name`: words of the author's name, folded; `domain`: of their company;
 * `first`: the first line that may be signature.
 */
export function splitSignature(
  lines: readonly MailLine[],
  name: readonly string[],
  domain: string | undefined,
  first = 0,
): SignedMessage {
  const end = lines.findLastIndex((line) => line.text.trim() !== '') + 1;
  const start = signatureStart(lines, end, name, domain, first);
  let bodyEnd = start;
  while (bodyEnd > 0 && isBetween(lines[bodyEnd - 1]?.text ?? '', name)) bodyEnd--;
  // A mail that is nothing but "Thanks!" says that.
  if (lines.slice(0, bodyEnd).every((line) => !line.text.trim())) bodyEnd = start;
  const signature = lines
    .slice(start, end)
    .filter(({ text }) => text.trim() && (!isClosing(text, name) || isNameOnly(text, name)));
  return { body: lines.slice(0, bodyEnd), signature };
}

/** Farewells, first names, rules and small print stand between message and signature and belong to neither. */
function isBetween(text: string, name: readonly string[]): boolean {
  const line = text.trim();
  if (!line || isClosing(line, name) || isRule(line) || isNameOnly(line, name)) return true;
  const noise = noiseOf(line);
  return noise === 'disclaimer' || noise === 'legal';
}
