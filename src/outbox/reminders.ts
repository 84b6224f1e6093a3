/** An open task with a time, and who is to be told when it comes. */
export type Reminder = { taskId: string; leadId: string; personId: string; dueAt: string };

/** The open tasks that become due. */
export interface Reminders {
  /** Puts the open tasks of a lead in place of those known; one whose time has not changed keeps that it was told. */
  set(leadId: string, reminders: readonly Reminder[]): Promise<void>;
  /** Makes a notification of each task whose time has come, once, whichever process asks. Answers how many. */
  tellDue(now: Date, limit: number): Promise<number>;
}
