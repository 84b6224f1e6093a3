import { type LeadFields, MONEY_FIELDS } from './lead-fields.ts';
import { toMoney } from './money.ts';

/** A lead's amounts in the decimals of its currency. */
export function withMoneyIn<T extends Pick<LeadFields, 'currency' | (typeof MONEY_FIELDS)[number]>>(lead: T): T {
  const amounts = MONEY_FIELDS.map((field) => {
    const amount = lead[field];
    return [field, amount === null ? null : toMoney(amount, lead.currency)];
  });
  return { ...lead, ...Object.fromEntries(amounts) };
}
