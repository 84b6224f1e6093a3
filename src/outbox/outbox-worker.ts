import type { Log } from '../platform/log.ts';
import { followUpLead } from './follow-up-lead.ts';
import { sendNotification } from './send-notification.ts';
import type { WorkerPorts } from './worker-ports.ts';

const LEADS_AT_ONCE = 8;
const NOTIFICATIONS_AT_ONCE = 8;
const CHANGES_AT_ONCE = 200;
const DUE_AT_ONCE = 50;
/** A notification that was being sent for so long has lost its process. */
const ABANDONED_MS = 120_000;

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
  #timer: NodeJS.Timeout | undefined;
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
    this.wake();
  }

  /** Looks at once: something was just committed. */
  wake(): void {
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
      this.wake();
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
    if (this.#running) this.#timer = setTimeout(() => this.wake(), this.#options.every).unref();
  }

  async #begin(): Promise<void> {
    const { outbox, notifications, reminders, holder } = this.#options;
    const now = new Date(this.#options.now());
    if (this.#free('lead', LEADS_AT_ONCE)) {
      const changes = await outbox.waiting(now, CHANGES_AT_ONCE);
      for (const leadId of new Set(changes.map((change) => change.leadId))) {
        if (!this.#free('lead', LEADS_AT_ONCE)) break;
        const its = changes.filter((change) => change.leadId === leadId);
        this.#run(`lead ${leadId}`, () => followUpLead(this.#ports, holder, leadId, its));
      }
    }
    await reminders.tellDue(now, DUE_AT_ONCE);
    const free = this.#free('told', NOTIFICATIONS_AT_ONCE);
    for (const notification of free ? await notifications.take(now, free) : []) {
      this.#run(`told ${notification.key}`, () => sendNotification(this.#ports, notification));
    }
    if (now.getTime() - this.#lastGivenUp < ABANDONED_MS) return;
    this.#lastGivenUp = now.getTime();
    await notifications.giveUp(new Date(now.getTime() - ABANDONED_MS));
  }

  #free(kind: 'lead' | 'told', most: number): number {
    return Math.max(0, most - [...this.#underWay.keys()].filter((name) => name.startsWith(kind)).length);
  }

  /** Unless the same is under way. What ends makes room for the next, so that it looks again. */
  #run(name: string, work: () => Promise<boolean>): void {
    if (this.#underWay.has(name)) return;
    const run = work()
      .catch((error) => {
        this.#log.warn({ err: error, work: name.split(' ')[0] }, 'not followed up');
        return false;
      })
      .then((more) => {
        this.#underWay.delete(name);
        if (more) this.wake();
      });
    this.#underWay.set(name, run);
  }

  get #log(): Log {
    return this.#options.log;
  }
}
