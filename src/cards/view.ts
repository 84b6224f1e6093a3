/** Who reads a card, and where: hosts draw a few things differently; words, money and dates follow the reader. */
export type View = {
  host: 'teams' | 'outlook' | 'tab';
  /** `many` when the card is posted where several people see it. */
  audience: 'one' | 'many';
  locale: string;
  timeZone: string;
};
