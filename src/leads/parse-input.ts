import type { z } from 'zod';
import { type FieldProblem, LeadError } from './lead-error.ts';

type Issue = z.core.$ZodIssue;

const RULE_BY_TYPE: Record<string, 'not-text' | 'not-a-number' | 'not-yes-or-no'> = {
  string: 'not-text',
  number: 'not-a-number',
  int: 'not-a-number',
  boolean: 'not-yes-or-no',
};

const RULE_BY_FORMAT: Record<string, 'not-an-id' | 'not-a-date' | 'not-a-time' | 'not-an-email'> = {
  uuid: 'not-an-id',
  date: 'not-a-date',
  datetime: 'not-a-time',
  email: 'not-an-email',
};

/**
 * Parses what came from outside.
 * @throws LeadError `invalid-input` naming every field that is wrong, and how
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new LeadError('invalid-input', result.error.issues.flatMap(problemsOf));
}

function problemsOf(issue: Issue): FieldProblem[] {
  const field = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), rule: 'unknown-field' }));
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return [{ field, rule: 'required' }];
      return [{ field, rule: RULE_BY_TYPE[issue.expected] ?? 'malformed' }];
    case 'invalid_value':
      if (issue.input === undefined || issue.input === null) return [{ field, rule: 'required' }];
      return [{ field, rule: 'not-an-option', options: issue.values.map(String) }];
    case 'too_big': {
      const limit = String(issue.maximum);
      if (issue.origin === 'array') return [{ field, rule: 'too-many', limit }];
      return [{ field, rule: issue.origin === 'string' ? 'too-long' : 'too-large', limit }];
    }
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return [{ field, rule: 'required' }];
      return [{ field, rule: 'too-small', limit: String(issue.minimum) }];
    case 'invalid_format':
      return [{ field, rule: RULE_BY_FORMAT[issue.format] ?? 'malformed' }];
    case 'custom':
      return [{ field, ...(issue.params as { rule: 'malformed' }) }];
    default:
      return [{ field, rule: 'malformed' }];
  }
}
