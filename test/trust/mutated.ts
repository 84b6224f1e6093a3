import fc from 'fast-check';

/** What programs are known to stumble over. */
const ODD = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      null,
      true,
      0,
      -1,
      1e308,
      '',
      ' ',
      [],
      {},
      [[]],
      '__proto__',
      'constructor',
      'NaN',
      '\u0000',
      '\ud800',
      '\u202eabc',
    ],
    ...['=1+1', '<script>alert(1)</script>', '../../etc/passwd', "' or 1=1 --", '%00', '{{7*7}}', 'a'.repeat(20_000)],
  ),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.integer(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

/** A request's body with some of its values changed, added or taken away; sometimes with its bytes broken. */
export function mutated(body: unknown): fc.Arbitrary<string> {
  const steps = fc.array(
    fc.record({ where: fc.nat(), how: fc.constantFrom('set', 'drop', 'add', 'wrap'), value: ODD }),
    {
      maxLength: 4,
    },
  );
  const broken = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.string({ unit: 'binary', maxLength: 5 }),
  });
  return fc.record({ steps, broken: fc.option(broken, { freq: 20 }) }).map(({ steps, broken }) => {
    const text = JSON.stringify(steps.reduce<unknown>(change, body)) ?? '';
    if (!broken) return text;
    const at = Math.floor(broken.at * text.length);
    return text.slice(0, at) + broken.bytes + text.slice(at + broken.bytes.length);
  });
}

type Step = { where: number; how: string; value: unknown };

/** Walks down to somewhere and changes what is there. */
function change(value: unknown, step: Step): unknown {
  const { where, how, value: odd } = step;
  if (typeof value !== 'object' || value === null) return how === 'wrap' ? [value] : odd;
  const entries = Object.entries(value);
  const nth = where % (entries.length + 1);
  const entry = entries[nth];
  if (!entry)
    return how === 'add' && !Array.isArray(value)
      ? { ...value, [(typeof odd === 'string' ? odd : JSON.stringify(odd)).slice(0, 50)]: odd }
      : value;
  const [key, inner] = entry;
  const next = how === 'drop' ? undefined : change(inner, { ...step, where: Math.floor(where / (entries.length + 1)) });
  return Array.isArray(value) ? value.map((one, place) => (place === nth ? next : one)) : { ...value, [key]: next };
}
