const accented: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  O: 'Ø',
};

/**
 * Words of a language there is not: English with accents and a third longer, as Microsoft's pseudo languages are
 * (`qps-ploc`, and `qps-plocm` from right to left). Whatever stays plain on the screen was never translated.
 */
export function pseudoOf<Told>(words: Told): Told {
  if (typeof words === 'string') return pseudoText(words) as Told;
  if (typeof words === 'function') return ((...given: unknown[]) => pseudoOf(words(...given))) as Told;
  if (Array.isArray(words)) return words.map(pseudoOf) as Told;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, pseudoOf(word)])) as Told;
}

function pseudoText(text: string): string {
  if (!text) return text;
  const longer = text.replace(/[a-zA-Z]/g, (letter) => accented[letter] ?? letter);
  return `[${longer}${'·'.repeat(Math.ceil(text.length / 3))}]`;
}
