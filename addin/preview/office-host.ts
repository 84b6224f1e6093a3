import { addinId, appContext, hostWindowName } from './app-context.ts';
import type { Draft } from './draft.ts';
import { draftMethods } from './draft-methods.ts';
import { errorCodes, fail, type HostAnswer, type MailboxContext } from './host-answer.ts';
import type { HostCalls } from './host-calls.ts';
import { initialData } from './initial-data.ts';
import { isObject } from './is-object.ts';
import { itemMethods } from './item-methods.ts';
import { mailboxMethods } from './mailbox-methods.ts';
import { notificationMethods } from './notification-methods.ts';
import { type ChannelAnswer, OfficeChannel } from './office-channel.ts';
import { errorHandlingRequest, type OfficeCall } from './office-messages.ts';
import type { PreviewState } from './preview-state.ts';
import { mailById } from './sample-mails.ts';
import { themeEvent } from './themes.ts';

const itemChanged = 'olkItemSelectedChanged';
const themeChanged = 'officeThemeChanged';
const recipientsChanged = 'olkRecipientsChanged';
const events = [itemChanged, themeChanged, recipientsChanged];
const actionInvoked = 'appCommandInvoked';
const actionCompleted = 94;
const methodsOfItem = { ...itemMethods, ...notificationMethods };

type OfficeHostOptions = Omit<MailboxContext, 'person' | 'mailbox'> & {
  state: PreviewState;
  /** The mail that is being written, when one is. */
  draft(): Draft | undefined;
  calls: HostCalls;
  /** The keyboard leaves the pane: an `AgaveHostAction` of office.js, such as 13 for Tab and 14 for Shift+Tab. */
  leave(action: number): void;
};

/** Outlook on the web, as far as a pane can see it. */
export class OfficeHost {
  private readonly options: OfficeHostOptions;
  private readonly events = new Set<string>();
  private action: string | undefined;
  private actionCompleted: (() => void) | undefined;
  private readonly channel = new OfficeChannel((call) => this.answer(call));

  constructor(options: OfficeHostOptions) {
    this.options = options;
  }

  /** To be called before the pane's document loads: office.js looks for its host in the name of its window. */
  attach(pane: HTMLIFrameElement): void {
    this.events.clear();
    pane.name = hostWindowName(this.channel.attach(pane), this.options.state);
  }

  /** False when the pane does not listen. */
  fireItemChanged(): boolean {
    // What was followed of one item is not followed of the next.
    this.events.delete(recipientsChanged);
    // Outlook says "no item" with an empty text; office.js makes a null of it.
    return this.fire('ItemChanged', itemChanged, this.mail || this.options.draft() ? this.currentData() : '');
  }

  /** False when the pane does not listen. */
  fireThemeChanged(): boolean {
    return this.fire('OfficeThemeChanged', themeChanged, themeEvent(this.options.state.theme));
  }

  /** False when the pane does not listen. */
  fireRecipientsChanged(): boolean {
    return this.fire('RecipientsChanged', recipientsChanged, [JSON.stringify({ to: true, cc: true, bcc: false })]);
  }

  /**
   * Runs an action that the attached page associates, as soon as its office.js is ready. Resolves when it calls
   * `completed`, which may be never.
   */
  runAction(action: string): Promise<void> {
    this.action = action;
    return new Promise((resolve) => {
      this.actionCompleted = resolve;
    });
  }

  private get calls(): HostCalls {
    return this.options.calls;
  }

  private get mail() {
    return mailById(this.options.state.mailId ?? null);
  }

  private currentData(): Record<string, unknown> {
    const { state, draft } = this.options;
    const opened = { mail: this.mail, draft: draft(), mailbox: state.mailbox };
    return { ...initialData(state.person, opened), extensionId: addinId };
  }

  private fire(name: string, event: string, data: unknown): boolean {
    if (!this.events.has(event)) return false;
    // A missed event looks to the pane like none, and to the host like one that was delivered.
    if (!this.calls.takeFailure(name)) this.channel.postEvent(event, data);
    return true;
  }

  private answer(call: OfficeCall): ChannelAnswer | undefined {
    const { state, memory, leave } = this.options;
    if (call.kind !== 'invoke') return this.changeHandler(call);
    if (call.action === 'ExecuteMethod') return this.execute(call);
    if (call.action === 'ContextActivationManager_getAppContextAsync') {
      return { data: appContext(state, memory.roamingSettingsOf(state.person.id)) };
    }
    if (call.action === 'ContextActivationManager_notifyHost') {
      if (Array.isArray(call.params)) leave(Number(call.params[1]));
      return undefined;
    }
    if (call.action === 'executeMethod' && call.dispatchId === actionCompleted) {
      this.actionCompleted?.();
      return { data: { Error: 0, Version: 1 } };
    }
    const failure = this.calls.add(call.action, call.params);
    if (failure === 'silence') return undefined;
    if (call.action === 'GetInitialData' && !failure) return { data: this.currentData() };
    // Sign-in and dialogs come in an envelope of their own.
    if (call.action === 'executeMethod') return { data: { Error: errorCodes.notSupported, Version: 1 } };
    return { data: null, errorCode: errorHandlingRequest };
  }

  private changeHandler(call: OfficeCall): ChannelAnswer | undefined {
    // office.js registers for ribbon buttons and events by itself, before anything else.
    if (call.action.endsWith(actionInvoked)) {
      if (this.action) setTimeout(() => this.channel.postEvent(call.action, ['1', this.action, '{}']));
      return { data: { Error: 0 } };
    }
    if (!events.includes(call.action)) return { data: { Error: errorCodes.notSupported } };
    const adding = call.kind === 'register';
    const failure = this.calls.add(adding ? 'addHandlerAsync' : 'removeHandlerAsync', { event: call.action });
    if (failure === 'silence') return undefined;
    if (failure) return { data: { Error: errorCodes.notSupported } };
    if (adding) this.events.add(call.action);
    else this.events.delete(call.action);
    return { data: { Error: 0 } };
  }

  private execute(call: OfficeCall): ChannelAnswer | undefined {
    const id = call.dispatchId ?? 0;
    const failure = this.calls.add(
      ((this.options.draft() && draftMethods[id]) ?? methodsOfItem[id] ?? mailboxMethods[id])?.name ?? `method ${id}`,
      call.params,
    );
    if (failure === 'silence') return undefined;
    return { data: failure ? fail(errorCodes.genericResponseError) : this.result(id, call.params) };
  }

  private result(id: number, given: unknown): HostAnswer {
    const { state, draft: draftNow } = this.options;
    const context = { ...this.options, person: state.person, mailbox: state.mailbox };
    const draft = draftNow();
    const params = isObject(given) || Array.isArray(given) ? { ...given } : {};
    const ofDraft = draft && draftMethods[id];
    if (ofDraft) return ofDraft.answer({ ...context, draft }, params);
    const ofItem = methodsOfItem[id];
    if (!ofItem) return mailboxMethods[id]?.answer(context, params) ?? fail(errorCodes.notSupported);
    return this.mail ? ofItem.answer({ ...context, mail: this.mail }, params) : fail(errorCodes.itemNotFound);
  }
}
