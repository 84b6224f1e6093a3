import type { ManifestWords } from './en.ts';

export const de: ManifestWords = {
  fullName: 'Lead Desk für Teams und Outlook',
  addinOnlyName: 'Lead Desk für Outlook auf dem Mac und mobil',
  short: 'Leads, ohne das Gespräch zu verlassen',
  description:
    'Aus einer E-Mail einen Lead machen, ihn qualifizieren oder disqualifizieren und E-Mails in seiner Zeitachse ablegen, in Outlook und Microsoft Teams. Leads durchlaufen dieselben Phasen wie in Dynamics 365 Sales.',
  button: 'Lead',
  readTip: 'Zeigt den Lead, um den es in dieser E-Mail geht, oder einen neuen, aus ihr ausgefüllten.',
  composeTip: 'Zeigt den Lead, dem Sie schreiben, und legt Ihre E-Mail beim Senden dort ab.',
  tab: 'Leads',
  search: 'Lead suchen',
  searchTells: 'Fügt die Karte eines Leads in Ihre Nachricht ein',
  searchFor: 'Name, Firma, E-Mail oder Telefon',
  newLead: 'Neuer Lead',
  newLeadTells: 'Macht aus einer Nachricht oder Ihren Angaben einen Lead',
};
