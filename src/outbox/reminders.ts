/** An open task with a time, who is to be told of it, and when. */
export type Reminder = { taskId: string; leadId: string; personId: string; dueAt: string; tellAt: string };

/** The open tasks that become due. */
export interface Reminders {
  /** Puts the open tasks of a lead in place of those known; one that is due when it was keeps that it was told. */
  set(leadId: string, reminders: readonly Reminder[]): Promise<void>;
  /** Makes a notification of each task that is to be told of by now, once, whichever process asks. Answers how many. */
  tellDue(now: Date, limit: number): Promise<number>;
}
