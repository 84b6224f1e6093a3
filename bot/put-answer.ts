import type { Activity, TurnContext } from 'botbuilder';

/**
 * Puts the answer in place of the message that was pressed on. Where Teams does not let the bot change that, as with a card
 * that somebody inserted, it is sent: what was pressed is done.
 * @returns the id of the message that shows it
 */
export async function putAnswer(
  context: TurnContext,
  answer: Partial<Activity>,
  pressedOn: string | undefined,
): Promise<string | undefined> {
  if (pressedOn) {
    const isPut = context.updateActivity({ ...answer, id: pressedOn }).then(
      () => true,
      () => false,
    );
    if (await isPut) return pressedOn;
  }
  return (await context.sendActivity(answer))?.id;
}
