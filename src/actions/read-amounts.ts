import { readAmount, typedAmount } from '../cards/typed-amount.ts';
import type { View } from '../cards/view.ts';
import { type FieldProblem, LeadError } from '../leads/lead-error.ts';

const AMOUNTS = ['estimatedValue', 'budgetAmount'] as const;
type Amounts = { [field in (typeof AMOUNTS)[number]]?: string | undefined };

/**
 * What a form sent, its amounts as the wire takes them.
 * @throws LeadError `invalid-input` naming those that are not written as their reader's language writes amounts
 */
export function readAmounts<Values extends Amounts>(view: View, values: Values, currency: string | null): Values {
  const problems: FieldProblem[] = [];
  const read = { ...values };
  for (const field of AMOUNTS) {
    const typed = values[field];
    if (!typed?.trim()) continue;
    const amount = readAmount(view, typed, currency);
    if (amount !== undefined) read[field] = amount;
    else problems.push({ field, rule: 'not-an-amount', example: typedAmount(view, EXAMPLE, currency) ?? EXAMPLE });
  }
  if (problems.length) throw new LeadError('invalid-input', problems);
  return read;
}

const EXAMPLE = '12345';
