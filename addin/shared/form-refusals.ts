const formRefusals: ReadonlySet<unknown> = new Set(['invalid-input', 'duplicate-lead', 'duplicate-customer']);

/**
 * Whether a refusal is answered with the form itself, which says what to mend; what else is refused shows the lead, or no
 * more than why.
 */
export function isFormRefusal(refused: unknown): boolean {
  return formRefusals.has(refused);
}
