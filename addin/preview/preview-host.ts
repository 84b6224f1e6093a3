import type { Draft } from './draft.ts';
import type { Failure, HostCall } from './host-calls.ts';
import type { SampleMail } from './sample-mail.ts';

/** What tests can do to the preview, as `window.previewHost`. */
type PreviewHost = {
  /** Opens a mail as a click on the list would. Throws on an id that no mail has. */
  select(mailId: string): void;
  /** Puts a mail on top of the list, as one that just came in, and opens it. */
  receive(mail: SampleMail): void;
  /** Closes the mail: `Office.context.mailbox.item` becomes null, with ItemChanged if the pane is pinned. */
  setItemNull(): void;
  /**
   * Makes the next call of a method fail; called twice, the next two. Names are those of `calls`:
   * `body.getAsync`, `getAttachmentContentAsync`, `loadCustomPropertiesAsync`, `addHandlerAsync`, ... `GetInitialData`
   * leaves office.js unready. `ItemChanged` and `OfficeThemeChanged` swallow the next event.
   * With `silence` instead of `error` the call is never answered.
   */
  failNext(methodName: string, failure?: Failure): void;
  /** Opens a mail to write: an empty one, or an answer to the mail that is open. */
  compose(kind: 'new' | 'reply', values?: Partial<Pick<Draft, 'to' | 'cc' | 'subject' | 'text'>>): void;
  /** Sends it: runs the add-in's on-send handler, then opens the sent mail. Answers whether the handler was in time. */
  send(): Promise<'completed' | 'too late'>;
  /** Headers and data that the add-in put with the draft so far. */
  draftData(): { headers: Record<string, string>; sessionData: Record<string, string> };
  /** Everything the pane has asked of Outlook since the page was loaded. */
  readonly calls: readonly HostCall[];
  /** The ids that `select` takes, in the order of the list. */
  readonly mailIds: readonly string[];
};

declare global {
  interface Window {
    previewHost: PreviewHost;
  }
}
