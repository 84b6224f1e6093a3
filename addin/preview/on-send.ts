import { makeElement } from './make-element.ts';
import type { OfficeHost } from './office-host.ts';

/** As long as Outlook on the web waits before it asks whether to send without the add-in. */
const longestMs = 5000;

/**
 * Runs the add-in's handler for a mail that is being sent, in a page of its own as Outlook on the web does. Resolves
 * with what it answered, or that it did not; either way the mail goes out.
 */
export async function runOnSend(host: OfficeHost): Promise<'completed' | 'too late'> {
  const frame = makeElement('iframe', { attributes: { title: 'On send', hidden: '' } });
  host.attach(frame);
  frame.src = '/outlook/on-send.html';
  const completed = host.runAction('onMessageSending').then(() => 'completed' as const);
  document.body.append(frame);
  const tooLate = new Promise<'too late'>((resolve) => setTimeout(() => resolve('too late'), longestMs));
  try {
    return await Promise.race([completed, tooLate]);
  } finally {
    frame.remove();
  }
}
