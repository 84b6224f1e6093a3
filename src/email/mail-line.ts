/** One line of a mail as a person sees it. */
export type MailLine = {
  text: string;
  /** How deep it is quoted: 0 is the newest message. */
  quote: number;
  /** Addresses of the links that stand in the line. */
  links: string[];
  /** In HTML tables: the line begins a row, or a further cell of it. */
  begins?: 'row' | 'cell';
};

// Marks that the HTML reader leaves in its text; removed from what people wrote before it runs.
export const ROW = '\ue001';
export const CELL = '\ue002';
export const LINK = '\ue000';

// Past this a mail is history or an attack, never the message.
const MOST_CHARACTERS = 100_000;
const MOST_LINES = 3000;
const LONGEST_LINE = 5000;
const HIDDEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const ANGLE_LINK = /<((?:https?:\/\/|mailto:|tel:|javascript:)[^<>\s]{1,500})>/gi;

/** The lines of a text body, with `>` marks counted and link addresses taken aside. */
export function toMailLines(text: string): MailLine[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .split(/\r\n?|\n|\u2028/, MOST_LINES)
    .map(toMailLine);
}

function toMailLine(raw: string): MailLine {
  const links: string[] = [];
  // Right-to-left programs wrap names and addresses in marks that hide where a line begins and ends.
  let line = raw.slice(0, LONGEST_LINE).replace(HIDDEN, '');
  const begins = line.includes(ROW) ? 'row' : line.includes(CELL) ? 'cell' : undefined;
  line = line
    .replace(/[\ue001\ue002]/g, '')
    .replace(/\ue000([^\ue000]*)\ue000/g, (_, link: string) => keep(links, link));
  line = line.replace(ANGLE_LINK, (_, link: string) => keep(links, link)).replace(/\ue000/g, '');
  const { quote, rest } = unquote(line);
  const text = rest
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, (space) => (space === '\t' ? '  ' : ' '))
    // Wide gaps part columns; wider ones only feed patterns that look for line ends.
    .replace(/ {9,}/g, '        ')
    .trimEnd();
  return { text, quote, links, ...(begins ? { begins } : {}) };
}

function keep(links: string[], link: string): string {
  links.push(link);
  return '';
}

function unquote(line: string): { quote: number; rest: string } {
  let quote = 0;
  let at = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '>') {
      quote++;
      at = i + 1;
    } else if (line[i] !== ' ' || i - at > 1) break;
  }
  if (quote === 0) return { quote, rest: line };
  return { quote, rest: line[at] === ' ' ? line.slice(at + 1) : line.slice(at) };
}
