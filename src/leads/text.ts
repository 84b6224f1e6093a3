// Controls, zero-width and direction-changing characters: invisible in a form, able to fake what a card says.
// Zero-width joiners stay: Persian, Hindi and family emoji need them.
const INVISIBLE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const INVISIBLE_KEEPING_LINES = new RegExp(
  INVISIBLE.source.replace('\\p{Cc}', '\\0-\\x09\\x0b-\\x1f\\x7f-\\x9f'),
  'gu',
);

/** One line of text as a person meant it: composed letters (NFC), single spaces, nothing invisible. */
export function cleanLine(value: string): string {
  // Composed last: letters that something invisible kept apart come together.
  return value
    .replace(/[\t\r\n]+/g, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Several lines, likewise; line ends become `\n`. */
export function cleanLines(value: string): string {
  return (
    value
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      .replace(INVISIBLE_KEEPING_LINES, '')
      .normalize('NFC')
      // Only from where the spaces begin: tried from each of them, a long run without a line end costs its square.
      .replace(/(?<![^\S\n])[^\S\n]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

// Letters that Unicode does not decompose although people type the plain ones.
const PLAIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** The form in which words are compared: lower case, without accents ('Łódź Größe' → 'lodz grosse'). */
export function foldText(value: string): string {
  return value
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðþæœı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** The text up to `max` characters, cut at a word where there is one near, with an ellipsis. */
export function shorten(value: string, max: number): string {
  if (value.length <= max) return value;
  const cut = value.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > max * 0.6 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}
