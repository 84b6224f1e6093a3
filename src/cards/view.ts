/** Who reads a card, and where: hosts draw a few things differently; words, money and dates follow the reader. */
export type View = {
  host: 'teams' | 'outlook' | 'tab';
  /** `many` when the card is posted where several people see it. */
  audience: 'one' | 'many';
  locale: string;
  timeZone: string;
  /** What there is around the chat, where it is known. */
  teams?: TeamsApp;
};

/** The app as it stands in Teams. */
export type TeamsApp = {
  /** Whether buttons of cards open dialogs there. */
  opensDialogs: boolean;
  /** The address of a lead in the Leads tab. */
  leadUrl: (leadId: string) => string;
};
