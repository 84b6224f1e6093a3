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
  newLead: 'Le formulaire d’un nouveau prospect',
  myLeads: 'Vos prospects ouverts',
  openLeads: 'Les prospects ouverts de tous',
  find: 'Prospects par nom, société, e-mail ou téléphone',
  help: 'Ce que je sais faire',
};
