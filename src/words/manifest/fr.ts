import type { ManifestWords } from './en.ts';

export const fr: ManifestWords = {
  fullName: 'Lead Desk pour Teams et Outlook',
  addinOnlyName: 'Lead Desk pour Outlook sur Mac et mobile',
  short: 'Vos prospects, sans quitter la conversation',
  description:
    'Créez un prospect à partir d’un e-mail, qualifiez-le ou disqualifiez-le et gardez les e-mails dans sa chronologie, depuis Outlook et Microsoft Teams. Le cycle de vie est celui de Dynamics 365 Sales.',
  button: 'Prospect',
  readTip: 'Affiche le prospect dont parle cet e-mail, ou un nouveau rempli à partir de celui-ci.',
  composeTip: 'Affiche le prospect à qui vous écrivez et y consigne votre e-mail à l’envoi.',
  tab: 'Prospects',
  search: 'Chercher un prospect',
  searchTells: 'Insère la carte d’un prospect dans votre message',
  searchFor: 'Nom, société, e-mail ou téléphone',
  newLead: 'Nouveau prospect',
  newLeadTells: 'Crée un prospect à partir d’un message ou de votre saisie',
};
