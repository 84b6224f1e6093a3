import assert from 'node:assert/strict';
import fc from 'fast-check';
import { JsonShape } from '../../src/http/json-shape.ts';

/** The same, of a value that was parsed. */
function shapeOf(value: unknown): { depth: number; parts: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, parts: 0 };
  const inner = Object.values(value);
  const shapes = inner.map(shapeOf);
  const between = Math.max(0, inner.length - 1) + (Array.isArray(value) ? 0 : inner.length);
  return {
    depth: 1 + Math.max(0, ...shapes.map(({ depth }) => depth)),
    parts: 1 + between + shapes.reduce((sum, { parts }) => sum + parts, 0),
  };
}

describe('the shape of a JSON text', () => {
  it('is that of its value, however its bytes arrive and whatever stands in its texts', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\\', '[', '{', ',', ':', ']', '}', 'a', 'ü', '\n') });
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 6 },
        text,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('any')),
        fc.dictionary(text, tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(value, fc.array(fc.nat(200)), fc.option(fc.constant(2)), (given, cuts, indent) => {
        const bytes = Buffer.from(JSON.stringify(given, null, indent ?? undefined));
        const shape = new JsonShape();
        let at = 0;
        for (const length of [...cuts, bytes.length]) {
          shape.take(bytes.subarray(at, at + length));
          at += length;
        }
        const { depth, parts, bare } = shape;
        assert.equal(bare, bytes.toString().replace(/"(?:[^"\\]|\\.)*"/g, '"').length);
        assert.deepEqual({ depth, parts }, shapeOf(JSON.parse(bytes.toString())));
      }),
      { numRuns: 2000 },
    );
  });
});
