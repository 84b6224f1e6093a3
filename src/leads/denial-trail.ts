import { auditDenial, type Denial, type Denials } from './denial.ts';

const MINUTE = 60_000;
/** So many attempts of one person and minute get an entry each; the rest is told together. */
const MOST_ENTRIES = 100;

/** What somebody tried within a minute, and how often again. */
type Minute = {
  ends: number;
  tried: Map<string, { denial: Denial; again: number }>;
  rest?: { denial: Denial; again: number };
};

type Ports = { denials: Denials; now: () => Date; failed: (error: unknown) => void };

/**
 * Puts on record what was refused to whom, without holding up the answer: the first time at once, what is tried again
 * within the minute as one entry that says how often. So nobody can fill a disk by being refused.
 */
export class DenialTrail {
  readonly #ports: Ports;
  readonly #minutes = new Map<string, Minute>();
  #written: Promise<void> = Promise.resolve();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  add(denial: Denial): void {
    const now = this.#ports.now().getTime();
    const { tried } = this.#minuteOf(denial.by.id, now);
    const what = JSON.stringify([denial.by.surface, denial.tried, denial.leadId]);
    const known = tried.get(what);
    if (known) known.again++;
    else if (tried.size < MOST_ENTRIES) {
      tried.set(what, { denial, again: 0 });
      this.#write(denial, 1);
    } else this.#rest(denial);
  }

  /** Puts on record what was tried again in minutes that are over. */
  endMinutes(): void {
    const now = this.#ports.now().getTime();
    for (const [personId, minute] of this.#minutes) if (minute.ends <= now) this.#end(personId, minute);
  }

  /** Puts on record what is not yet, and resolves when all of it is durable. */
  async settle(): Promise<void> {
    for (const [personId, minute] of this.#minutes) this.#end(personId, minute);
    await this.#written;
  }

  #minuteOf(personId: string, now: number): Minute {
    const running = this.#minutes.get(personId);
    if (running && running.ends > now) return running;
    if (running) this.#end(personId, running);
    const begun: Minute = { ends: now + MINUTE, tried: new Map() };
    this.#minutes.set(personId, begun);
    return begun;
  }

  #rest(denial: Denial): void {
    const minute = this.#minutes.get(denial.by.id);
    if (!minute) return;
    // Of more than fits, only the number is kept.
    minute.rest ??= { denial: { by: denial.by, tried: 'other' }, again: 0 };
    minute.rest.again++;
  }

  #end(personId: string, { tried, rest }: Minute): void {
    this.#minutes.delete(personId);
    for (const { denial, again } of [...tried.values(), ...(rest ? [rest] : [])]) if (again) this.#write(denial, again);
  }

  #write(denial: Denial, times: number): void {
    const { denials, now, failed } = this.#ports;
    const entry = auditDenial(denial, now().toISOString(), times);
    // One after the other: the trail is read in the order in which its rows were written.
    this.#written = this.#written.then(() => denials.record(entry)).catch(failed);
  }
}
