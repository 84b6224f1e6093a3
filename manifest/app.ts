/** What differs from one installation to the next. */
export type Installation = {
  /** Where the server is reached, without a slash at its end. */
  publicUrl: string;
  /** The bot's registration. */
  botId: string;
  /** The Entra registration people sign in to. */
  clientId: string;
};

/** Everything both manifests say, once. Lengths are those of the manifest's schema. */
export const APP = {
  version: '0.1.0',
  id: '6b1f7f0e-3d7a-4b61-9a52-0c6c5b8f1d10',
  /** The add-in-only twin is an app of its own; the unified manifest names it, so that nobody sees two. */
  addinOnlyId: '6b1f7f0e-3d7a-4b61-9a52-0c6c5b8f1d11',
  developer: 'Lead Desk',
  name: 'Lead Desk',
  fullName: 'Lead Desk for Teams and Outlook',
  addinOnlyName: 'Lead Desk for Outlook on Mac and mobile',
  short: 'Leads, without leaving the conversation',
  description:
    'Create a lead from an email, qualify or disqualify it, and keep mail on its timeline, from Outlook and Microsoft Teams. The lead lifecycle is that of Dynamics 365 Sales.',
  accentColor: '#0F6CBD',
  mailboxVersion: '1.5',
  pane: { action: 'showLeadPane', path: '/outlook/pane.html' },
  group: 'Lead Desk',
  button: 'Lead',
  tip: 'Shows the lead this mail is about, or a new one filled in from it.',
  /** What the bot offers while somebody types; every title is a command it answers. */
  commands: [
    { title: 'new lead', description: 'The form for a new lead' },
    { title: 'my leads', description: 'Your open leads' },
    { title: 'open leads', description: 'Open leads of everybody' },
    { title: 'find contoso', description: 'Leads by name, company, mail or phone' },
    { title: 'help', description: 'What I can do' },
  ],
} as const;

/** Sizes of the ribbon's icons, and of those on phones by the size at each scale. */
export const RIBBON_ICONS = [16, 32, 80] as const;
export const MOBILE_ICONS = { 25: [25, 50, 75], 32: [32, 64, 96], 48: [48, 96, 144] } as const;

export function iconUrl({ publicUrl }: Installation, size: number): string {
  return `${publicUrl}/icons/lead-desk-${size}.png`;
}

export function paneUrl({ publicUrl }: Installation): string {
  return publicUrl + APP.pane.path;
}
