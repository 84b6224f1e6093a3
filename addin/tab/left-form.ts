/** A form that was left for a look at another lead. */
export type LeftForm = { card: object; values: Record<string, string> };

type Left = { form?: LeftForm; leftForm?: boolean } | null;

/** Lets a form wait at the place it was begun, for whoever goes back there. */
export function leaveForm(form: LeftForm): void {
  history.replaceState({ form } satisfies Left, '');
}

/** The form that waits at this place, once. */
export function takeForm(): LeftForm | undefined {
  const form = (history.state as Left)?.form;
  if (form) history.replaceState(null, '');
  return form;
}

/** What is remembered of a place that a form was left for. */
export const FORM_LEFT = { leftForm: true } satisfies Left;

/** Whether a form was left for this place. */
export function isFormLeft(): boolean {
  return (history.state as Left)?.leftForm === true;
}
