/// <reference types="office-js" />
import { SignedOut } from './signed-out.ts';

export type DialogToken = { token: string; expiresAt: number };

/**
 * Signs somebody in, most likely the one with that address, through a window of Office's that shows `sign-in.html`.
 * @throws SignedOut when it was closed or said no; Error in Office's words when it could not be opened
 */
export function dialogToken(userAddress: string): Promise<DialogToken> {
  const url = `${location.origin}/outlook/sign-in.html?hint=${encodeURIComponent(userAddress)}`;
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(url, { height: 60, width: 30, promptBeforeOpen: false }, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        reject(new Error(opened.error.message));
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
        // The window visits other sites on its way; only ours may say who signed in.
        if (!('message' in message) || (message.origin && message.origin !== location.origin)) return;
        dialog.close();
        const answer = parse(message.message);
        if (answer) resolve(answer);
        else reject(new SignedOut('Signing in did not work'));
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () =>
        reject(new SignedOut('The window was closed')),
      );
    });
  });
}

function parse(message: string): DialogToken | undefined {
  try {
    const { token, expiresAt } = JSON.parse(message);
    return typeof token === 'string' && typeof expiresAt === 'number' ? { token, expiresAt } : undefined;
  } catch {
    return undefined;
  }
}
