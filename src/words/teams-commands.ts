/** Everything one can type to the bot; what each is called and does, in every language, is `commands` of the words. */
export const COMMAND_IDS = [
  'new-lead',
  'my-leads',
  'open-leads',
  'find',
  'lead',
  'qualify',
  'disqualify',
  'bulk-qualify',
  'assign',
  'notify-here',
  'stop-notifying',
  'help',
] as const;
export type CommandId = (typeof COMMAND_IDS)[number];

/** The commands of the message extension, as the manifest declares them and Teams sends them back. */
export const MESSAGE_COMMANDS = {
  /** Finds leads while one types; `parameter` is the name its text arrives under. */
  search: { id: 'searchLeads', parameter: 'q', contexts: ['compose', 'commandBox'] },
  /** Opens the form of a new lead, filled in from the message it was chosen on. */
  newLead: { id: 'newLeadFromMessage', contexts: ['compose', 'commandBox', 'message'] },
} as const;
