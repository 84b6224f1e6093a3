import { TEAMS_APP } from '../src/cards/lead-link.ts';

/** What differs from one installation to the next. */
export type Installation = {
  /** Where the server is reached, without a slash at its end. */
  publicUrl: string;
  /** The bot's registration. */
  botId: string;
  /** The Entra registration people sign in to. */
  clientId: string;
};

/** Everything both manifests say that is the same in every language, once. Lengths are those of the manifest's schema. */
export const APP = {
  version: '0.1.0',
  id: TEAMS_APP.id,
  /** The add-in-only twin is an app of its own; the unified manifest names it, so that nobody sees two. */
  addinOnlyId: '6b1f7f0e-3d7a-4b61-9a52-0c6c5b8f1d11',
  developer: 'Lead Desk',
  name: 'Lead Desk',
  accentColor: '#0F6CBD',
  /** What phones and Outlook on Mac have; whatever needs more asks for it where it is used. */
  mailboxVersion: '1.5',
  group: 'Lead Desk',
  /** The Leads tab; Teams names it in links to a place within it. */
  tab: { entityId: TEAMS_APP.tab, path: '/tab/index.html' },
  pane: { action: 'showLeadPane', path: '/outlook/pane.html' },
  /** Runs while a mail is sent. People may always send without waiting for it, and nothing is held back if it is away. */
  onSend: {
    action: 'onMessageSending',
    path: '/outlook/on-send.html',
    script: '/outlook/on-send.js',
    mode: 'promptUser',
    mailboxVersion: '1.12',
  },
} as const;

/** Sizes of the ribbon's icons, and of those on phones by the size at each scale. */
export const RIBBON_ICONS = [16, 32, 80] as const;
export const MOBILE_ICONS = { 25: [25, 50, 75], 32: [32, 64, 96], 48: [48, 96, 144] } as const;

export function iconUrl({ publicUrl }: Installation, size: number): string {
  return `${publicUrl}/icons/lead-desk-${size}.png`;
}

/** What a token for our API is asked for with, by Outlook and by Teams. */
export function tokenResource({ publicUrl, botId }: Installation): string {
  return `api://${new URL(publicUrl).host}/botid-${botId}`;
}
