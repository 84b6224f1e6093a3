/** What Microsoft 365 says of the app: in its store, on ribbons, and while somebody types to the bot. */
export const en = {
  fullName: 'Lead Desk for Teams and Outlook',
  /** The add-in-only twin is listed beside the app, and has to be told apart. */
  addinOnlyName: 'Lead Desk for Outlook on Mac and mobile',
  short: 'Leads, without leaving the conversation',
  description:
    'Create a lead from an email, qualify or disqualify it, and keep mail on its timeline, from Outlook and Microsoft Teams. The lead lifecycle is that of Dynamics 365 Sales.',
  button: 'Lead',
  readTip: 'Shows the lead this mail is about, or a new one filled in from it.',
  composeTip: 'Shows the lead you are writing to, and logs your mail there when you send it.',
  tab: 'Leads',
  search: 'Find a lead',
  searchTells: 'Puts the card of a lead into your message',
  searchFor: 'Name, company, mail or phone',
  newLead: 'New lead',
  newLeadTells: 'Makes a lead of a message, or of what you fill in',
};
export type ManifestWords = typeof en;
