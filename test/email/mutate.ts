import type { EmailMessage } from '../../src/leads/email-message.ts';

/** Numbers from 0 to 1 that are the same for the same seed, so that a failing mail can be made again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SHARDS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<b',
  '</div></div>',
  '<table><tr><td>',
  '<blockquote type="cite">',
  '<!--',
  ']]>',
  '\u202e',
  '\u200b\u200d\u2066',
  '\u0000\u0007\u001b[31m',
  '\ue000\ue001\ue002\ue003',
  '=HYPERLINK("x")',
  '+1+1',
  '@SUM(A1)',
  '-- \n',
  '________________\n',
  '> > > > > ',
  'From: A <a@b.example>\nSent: now\nTo: c\nSubject: d\n',
  'On 1 May 2026 at 10:00, X <x@y.example> wrote:\n',
  'Name: \n',
  'Email: javascript:alert(1)\n',
  '+++++++++++++++',
  '0000000000000000000000',
  '((((((((((',
  '........',
  ' , , , ,',
  '\ud800',
  'İıß㍿ﬀ',
  'http://',
  'www.',
];

/** A mail broken in one to six places: pieces cut, doubled, swapped, or hostile ones put in. */
export function mutated(mail: EmailMessage, others: readonly EmailMessage[], random: () => number): EmailMessage {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const change = (text: string): string => {
    const at = Math.floor(random() * (text.length + 1));
    const end = Math.min(text.length, at + Math.floor(random() * 60));
    const kinds: (() => string)[] = [
      () => text.slice(0, at) + text.slice(end),
      () => text.slice(0, end) + text.slice(at),
      () => text.slice(0, at) + pick(SHARDS) + text.slice(at),
      () => text.slice(0, at) + pick(SHARDS).repeat(1 + Math.floor(random() * 40)) + text.slice(at),
      () => text.slice(0, at) + (pick(others).text ?? '').slice(0, 400) + text.slice(at),
      () => text.slice(at) + text.slice(0, at),
      () => text.replaceAll('\n', random() < 0.5 ? ' ' : '\n\n'),
    ];
    return pick(kinds)();
  };
  let next = mail;
  for (let rounds = 1 + Math.floor(random() * 6); rounds > 0; rounds--) {
    const part = pick(['html', 'text', 'subject', 'name', 'address'] as const);
    if (part === 'html' || part === 'text')
      next = next[part] === undefined ? next : { ...next, [part]: change(next[part]) };
    else if (part === 'subject') next = { ...next, subject: change(next.subject) };
    else next = { ...next, from: { ...next.from, [part]: change(next.from[part]) } };
  }
  return next;
}
