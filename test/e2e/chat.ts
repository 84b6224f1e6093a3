import type { Locator, Page } from 'playwright-core';

/** Chooses in a list of a card. */
export async function chooseIn(input: Locator, chat: Page, option: RegExp): Promise<void> {
  await input.first().click();
  await chat.getByRole('option', { name: option }).first().click();
}

/** Says something to the bot and waits for its answer. */
export async function say(chat: Page, text: string, isMentioned = false): Promise<void> {
  const sendButton = chat.getByRole('button', { name: 'Send Message' });
  await sendButton.waitFor();
  const answers = await chat.getByText('Lead Desk', { exact: true }).count();
  await chat.getByRole('textbox').last().click();
  if (isMentioned) {
    await chat.keyboard.type('@');
    await chat.getByRole('option').or(chat.getByRole('menuitem')).filter({ hasText: 'Lead Desk' }).first().click();
  }
  await chat.keyboard.type(isMentioned ? ` ${text}` : text, { delay: 5 });
  // The Playground redraws its box while a message arrives; what was typed has to be there before it is sent.
  await chat.waitForFunction((wanted) => document.body.textContent?.includes(wanted), text);
  await sendButton.last().click();
  await chat.getByText('Lead Desk', { exact: true }).nth(answers).waitFor();
}

/** The newest card of the chat, said by the bot or inserted. */
export function card(chat: Page): Locator {
  return chat.locator('.ac-adaptiveCard').filter({ visible: true }).last();
}

/** Opens the message extension at one of its commands. */
export async function openExtension(chat: Page, command: string): Promise<void> {
  await chat.getByRole('button', { name: 'Trigger Message Extension App' }).click();
  await chat.getByRole('menuitem', { name: command }).click();
}
