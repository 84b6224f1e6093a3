import { makeElement } from './make-element.ts';
import { safeHtml } from './safe-html.ts';
import type { SampleMail } from './sample-mail.ts';
import type { Theme } from './themes.ts';

/**
 * The body of a mail in a frame in which no script runs, whatever the mail brings. `allow-same-origin` lets this page
 * fill the frame and nothing else; the frame inherits the page's Content-Security-Policy.
 */
export function mailBody(mail: SampleMail, theme: Theme): HTMLIFrameElement {
  const frame = makeElement('iframe', {
    className: 'mail-body',
    attributes: { title: 'Text of the mail', sandbox: 'allow-same-origin' },
  });
  const styles = document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
  frame.srcdoc = `<!doctype html><link rel="stylesheet" href="${styles}"><body></body>`;
  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    if (!page) return;
    page.documentElement.dataset.theme = theme;
    page.body.className = mail.html ? 'body-html' : 'body-text';
    page.body.dir = 'auto';
    page.body.replaceChildren(mail.html ? safeHtml(mail.html, page) : page.createTextNode(mail.text ?? ''));
  });
  return frame;
}
