import { draftMethods } from './draft-methods.ts';
import { itemMethods } from './item-methods.ts';
import { mailboxMethods } from './mailbox-methods.ts';
import { notificationMethods } from './notification-methods.ts';

export type HostCall = { method: string; params: unknown };

/** `error` answers with a failure, `silence` does not answer at all. */
export type Failure = 'error' | 'silence';

const tables = [itemMethods, draftMethods, notificationMethods, mailboxMethods];
const failable = new Set([
  ...tables.flatMap((table) => Object.values(table).map(({ name }) => name)),
  ...[
    'GetInitialData',
    'addHandlerAsync',
    'removeHandlerAsync',
    'ItemChanged',
    'OfficeThemeChanged',
    'RecipientsChanged',
  ],
]);

/** What the pane has asked for so far, and what shall fail. */
export class HostCalls {
  readonly list: HostCall[] = [];
  private readonly failures: { method: string; failure: Failure }[] = [];

  /** Throws on a name that no method has, so that a test with a slip does not pass. */
  failNext(method: string, failure: Failure): void {
    if (!failable.has(method)) throw new RangeError(`No method ${method}. There are: ${[...failable].join(', ')}`);
    this.failures.push({ method, failure });
  }

  /** Notes the call and says how it shall fail, if at all. */
  add(method: string, params: unknown): Failure | undefined {
    this.list.push({ method, params });
    return this.takeFailure(method);
  }

  takeFailure(method: string): Failure | undefined {
    const at = this.failures.findIndex((planned) => planned.method === method);
    return at < 0 ? undefined : this.failures.splice(at, 1)[0]?.failure;
  }
}
