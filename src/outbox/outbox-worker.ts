import type { Log } from '../platform/log.ts';
import { followUpLead, HOLD_MS } from './follow-up-lead.ts';
import type { Change } from './outbox.ts';
import { sendNotification } from './send-notification.ts';
import type { WorkerPorts } from './worker-ports.ts';

const LEADS_AT_ONCE = 8;
const NOTIFICATIONS_AT_ONCE = 8;
const CHANGES_AT_ONCE = 200;
const DUE_AT_ONCE = 50;
/** A notification that was being sent for so long has lost its process. */
const ABANDONED_MS = 120_000;
const SOON_MS = 25;

type Options = Omit<WorkerPorts, 'stopping'> & {
  /** Tells this process from the others. */
  holder: string;
  /** How long until the next look when nobody called, in milliseconds: changes by other processes are found by it. */
  every: number;
};

/**
 * Follows up changes of leads: brings posted cards up to date and tells whoever is to be told. Any number of processes
 * share the work; each lead is in one hand at a time, so that its cards change in order.
 */
export class OutboxWorker {
  readonly #options: Options;
  readonly #ports: WorkerPorts;
  readonly #underWay = new Map<string, Promise<unknown>>();
  /** What the last look found and nobody here is at yet: the next look is needed when it is used up. */
  #found: Change[] = [];
  /** Whether there may be something that comes with the clock, or was just made here, rather than with a commit. */
  #isTimeToTell = true;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #lastGivenUp = 0;
  #running = false;

  constructor(options: Options) {
    this.#options = options;
    this.#ports = { ...options, stopping: () => !this.#running };
  }

  start(): void {
    this.#running = true;
    this.#wakeOnTime();
  }

  #wakeOnTime(): void {
    this.#isTimeToTell = true;
    this.wake();
  }

  /** Looks within a moment: what changes together is followed up together, and nobody sees the difference. */
  soon(): void {
    this.#soon ??= setTimeout(() => this.wake(), SOON_MS).unref();
  }

  /** Looks at once. */
  wake(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    if (!this.#running) return;
    clearTimeout(this.#timer);
    this.#again = true;
    this.#looking ??= this.#look();
  }

  /** Finishes what is under way and begins nothing more. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#underWay.values());
  }

  /** Resolves when there is nothing left that could be done now. */
  async settled(): Promise<void> {
    do {
      this.#wakeOnTime();
      await this.#looking;
      await Promise.all(this.#underWay.values());
    } while (this.#running && (this.#looking || this.#underWay.size));
  }

  async #look(): Promise<void> {
    while (this.#again && this.#running) {
      this.#again = false;
      // The next look is due anyway: a fault now, such as a database that is away, is no reason to stop looking.
      await this.#begin().catch((error) => this.#log.warn({ err: error }, 'outbox not read'));
    }
    this.#looking = undefined;
    if (this.#running) this.#timer = setTimeout(() => this.#wakeOnTime(), this.#options.every).unref();
  }

  async #begin(): Promise<void> {
    await this.#followUp();
    if (!this.#isTimeToTell) return;
    this.#isTimeToTell = false;
    const { notifications, reminders } = this.#options;
    const now = new Date(this.#options.now());
    await reminders.tellDue(now, DUE_AT_ONCE);
    const free = this.#free('told', NOTIFICATIONS_AT_ONCE);
    for (const notification of free ? await notifications.take(now, free) : []) {
      const sending = () => sendNotification(this.#ports, notification);
      this.#run(`told ${notification.key}`, () => sending().finally(this.#tellMore));
    }
    if (now.getTime() - this.#lastGivenUp < ABANDONED_MS) return;
    this.#lastGivenUp = now.getTime();
    await notifications.giveUp(new Date(now.getTime() - ABANDONED_MS));
  }

  /** Takes as many leads as there is room for, all of them in one commit. */
  async #followUp(): Promise<void> {
    const { outbox, holder } = this.#options;
    const free = this.#free('lead', LEADS_AT_ONCE);
    if (!free) return;
    const heldSince = this.#options.now();
    const now = new Date(heldSince);
    if (!this.#found.length) this.#found = await outbox.waiting(now, CHANGES_AT_ONCE);
    const leads = [...new Set(this.#found.map(({ leadId }) => leadId))].slice(0, free);
    const next = this.#found.filter(({ leadId }) => leads.includes(leadId));
    this.#found = this.#found.filter(({ leadId }) => !leads.includes(leadId));
    const wanted = next.filter(({ leadId }) => !this.#underWay.has(`lead ${leadId}`));
    const claims = wanted.length ? await outbox.claim(wanted, holder, now, new Date(heldSince + HOLD_MS)) : [];
    for (const claim of claims) {
      const how = { heldSince, told: this.#tellMore };
      this.#run(`lead ${claim.leadId}`, () => followUpLead(this.#ports, holder, claim, how));
    }
    // Others may have been quicker with these; there is still room.
    if (claims.length < leads.length && this.#found.length) this.#again = true;
  }

  readonly #tellMore = () => {
    this.#isTimeToTell = true;
  };

  #free(kind: 'lead' | 'told', most: number): number {
    return Math.max(0, most - [...this.#underWay.keys()].filter((name) => name.startsWith(kind)).length);
  }

  /** What ends makes room for the next, so that it looks again; after a fault the next look is the clock's. */
  #run(name: string, work: () => Promise<unknown>): void {
    const run = work()
      .then(() => true)
      .catch((error) => {
        this.#log.warn({ err: error, work: name.split(' ')[0] }, 'not followed up');
        return false;
      })
      .then((isDone) => {
        this.#underWay.delete(name);
        if (isDone) this.wake();
      });
    this.#underWay.set(name, run);
  }

  get #log(): Log {
    return this.#options.log;
  }
}
