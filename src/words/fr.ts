import type { FieldProblem, LeadErrorCode } from '../leads/lead-error.ts';
import type { Words } from './en.ts';

const fields: Words['fields'] = {
  topic: 'Sujet',
  firstName: 'Prénom',
  lastName: 'Nom',
  jobTitle: 'Fonction',
  companyName: 'Société',
  businessPhone: 'Téléphone (bureau)',
  mobilePhone: 'Téléphone mobile',
  email: 'E-mail',
  website: 'Site web',
  street: 'Rue',
  city: 'Ville',
  stateOrProvince: 'Département/région',
  postalCode: 'Code postal',
  country: 'Pays/région',
  description: 'Description',
  source: 'Origine du prospect',
  rating: 'Évaluation',
  industry: 'Secteur d’activité',
  preferredContactMethod: 'Mode de contact privilégié',
  productInterest: 'Produit recherché',
  purchaseTimeframe: 'Échéance d’achat',
  budgetAmount: 'Budget estimé',
  purchaseProcess: 'Processus d’achat',
  decisionMaker: 'Décideur identifié',
  summary: 'Résumé',
  currency: 'Devise',
  estimatedValue: 'Valeur estimée',
  estimatedCloseDate: 'Date de clôture estimée',
  owner: 'Propriétaire',
  created: 'Créé',
  reason: 'Motif',
  text: 'Texte',
  note: 'Note',
  direction: 'Sens',
  durationMinutes: 'Durée (minutes)',
  dueAt: 'Échéance',
  priority: 'Priorité',
  ownerId: 'Propriétaire',
  leadIds: 'Prospects',
  account: 'Compte',
  contact: 'Contact',
  opportunity: 'Opportunité',
};

const options: Words['options'] = {
  advertisement: 'Publicité',
  'employee-referral': 'Recommandation d’un employé',
  'external-referral': 'Recommandation externe',
  partner: 'Partenaire',
  'public-relations': 'Relations publiques',
  seminar: 'Séminaire',
  'trade-show': 'Salon professionnel',
  web: 'Web',
  'word-of-mouth': 'Bouche à oreille',
  other: 'Autre',
  hot: 'Chaud',
  warm: 'Tiède',
  cold: 'Froid',
  any: 'Indifférent',
  email: 'E-mail',
  phone: 'Téléphone',
  fax: 'Télécopie',
  mail: 'Courrier',
  'must-have': 'Indispensable',
  'should-have': 'Important',
  'good-to-have': 'Souhaitable',
  'no-need': 'Aucun besoin',
  'no-committed-budget': 'Aucun budget engagé',
  'may-buy': 'Achètera peut-être',
  'can-buy': 'Peut acheter',
  'will-buy': 'Achètera',
  immediate: 'Immédiat',
  'this-quarter': 'Ce trimestre',
  'next-quarter': 'Trimestre prochain',
  'this-year': 'Cette année',
  unknown: 'Inconnu',
  individual: 'Individuel',
  committee: 'Comité',
  accounting: 'Comptabilité',
  'agriculture-and-non-petrol-natural-resource-extraction':
    'Agriculture et extraction de ressources naturelles hors pétrole',
  'broadcasting-printing-and-publishing': 'Audiovisuel, imprimerie et édition',
  brokers: 'Courtiers',
  'building-supply-retail': 'Vente de matériaux de construction',
  'business-services': 'Services aux entreprises',
  consulting: 'Conseil',
  'consumer-services': 'Services aux consommateurs',
  'design-direction-and-creative-management': 'Design et direction artistique',
  'distributors-dispatchers-and-processors': 'Distribution, expédition et transformation',
  'doctors-offices-and-clinics': 'Cabinets médicaux et cliniques',
  'durable-manufacturing': 'Fabrication de biens durables',
  'eating-and-drinking-places': 'Restauration',
  'entertainment-retail': 'Vente de loisirs',
  'equipment-rental-and-leasing': 'Location de matériel',
  financial: 'Finance',
  'food-and-tobacco-processing': 'Agroalimentaire et tabac',
  'inbound-capital-intensive-processing': 'Traitement entrant à forte intensité de capital',
  'inbound-repair-and-services': 'Réparations et services entrants',
  insurance: 'Assurance',
  'legal-services': 'Services juridiques',
  'non-durable-merchandise-retail': 'Vente de biens non durables',
  'outbound-consumer-service': 'Service au consommateur à domicile',
  'petrochemical-extraction-and-distribution': 'Extraction et distribution pétrochimiques',
  'service-retail': 'Vente de services',
  'sig-affiliations': 'Affiliations SIG',
  'social-services': 'Services sociaux',
  'special-outbound-trade-contractors': 'Artisans spécialisés sur site',
  'specialty-realty': 'Immobilier spécialisé',
  transportation: 'Transport',
  'utility-creation-and-distribution': 'Production et distribution d’énergie et d’eau',
  'vehicle-retail': 'Vente de véhicules',
  wholesale: 'Commerce de gros',
  new: 'Nouveau',
  contacted: 'Contacté',
  qualified: 'Qualifié',
  lost: 'Perdu',
  'cannot-contact': 'Impossible à joindre',
  'no-longer-interested': 'Plus intéressé',
  canceled: 'Annulé',
  low: 'Basse',
  normal: 'Normale',
  high: 'Haute',
};

const problem: Record<LeadErrorCode, string> = {
  'invalid-input': 'Une partie de la saisie est inutilisable. Corrigez les champs indiqués ci-dessous et réessayez.',
  'lead-not-found': 'Ce prospect n’existe plus. Il a peut-être été supprimé.',
  'record-not-found': 'Aucun enregistrement ne porte cet identifiant.',
  'timeline-item-not-found': 'Cette entrée de la chronologie n’existe plus.',
  'not-permitted': 'Votre rôle ne le permet pas. Adressez-vous à un responsable commercial ou à un administrateur.',
  'lead-changed': 'Ce prospect a été modifié entre-temps. Voici son état actuel ; décidez à nouveau.',
  'lead-closed': 'Ce prospect est fermé. Réactivez-le d’abord.',
  'lead-open': 'Ce prospect est déjà ouvert.',
  'duplicate-lead':
    'Vous connaissez sans doute déjà cette personne. Ouvrez la fiche ci-dessous ou créez le prospect quand même.',
  'duplicate-customer': 'Un compte ou un contact existe sans doute déjà. Choisissez-le ou créez-en un nouveau.',
  'attachment-refused': 'Ce fichier ne peut pas être joint.',
  'store-unavailable': 'Les prospects sont momentanément inaccessibles. Rien n’est perdu ; réessayez dans un instant.',
  'lead-has-opportunity':
    'Ce prospect a une opportunité ouverte et ne peut pas être disqualifié. Avec « Qualifier », il est qualifié à nouveau et garde cette opportunité.',
};

function rule(found: FieldProblem): string {
  switch (found.rule) {
    case 'required':
      return 'est obligatoire';
    case 'unknown-field':
      return 'n’est pas un champ modifiable';
    case 'not-text':
      return 'doit être du texte';
    case 'not-a-number':
      return 'doit être un nombre';
    case 'not-an-amount':
      return `doit être un montant tel que ${found.example}`;
    case 'not-yes-or-no':
      return 'doit être true ou false';
    case 'not-a-date':
      return 'doit être une date telle que 2026-12-31';
    case 'not-a-time':
      return 'doit être un instant tel que 2026-12-31T09:30:00Z';
    case 'not-an-email':
      return 'doit être une adresse e-mail telle que jane@contoso.com';
    case 'not-a-currency':
      return 'doit être une devise telle que USD ou EUR';
    case 'not-an-id':
      return 'ne désigne aucun enregistrement existant';
    case 'not-a-web-address':
      return 'doit être une adresse web telle que www.contoso.com';
    case 'too-long':
      return `ne doit pas dépasser ${found.limit} caractères`;
    case 'too-small':
      return `doit valoir au moins ${found.limit}`;
    case 'too-large':
      return `doit valoir au plus ${found.limit}`;
    case 'too-many':
      return `doit compter au plus ${found.limit} entrées`;
    case 'not-an-option':
      return `doit être l’une des valeurs ${found.options.join(', ')}`;
    case 'needs-company':
      return 'demande un nom de société sur le prospect';
    case 'needs-customer':
      return 'demande un compte ou un contact comme client';
    case 'no-column':
      return 'n’a pas de colonne : nommez-en une « Nom » ou « Nom complet » dans la première ligne';
    case 'not-yours-to-give':
      return 'est quelqu’un d’autre, et les prospects des autres sont attribués par un responsable commercial';
    case 'not-unique':
      return 'est le nom de plusieurs personnes : écrivez plutôt l’adresse e-mail';
    case 'file-empty':
      return 'est vide';
    case 'file-too-large':
      return 'dépasse 25 Mo';
    case 'file-type-not-allowed':
      return 'est un fichier qui s’exécute à l’ouverture';
    case 'not-sent':
      return 'n’a pas encore été envoyé';
    case 'before-start':
      return 'ne doit pas précéder le début';
    case 'malformed':
      return 'n’a pas la bonne forme';
    case 'quote-not-closed':
      return 'appartient à une cellule dont le guillemet n’est pas fermé';
  }
}

export const fr: Words = {
  fields,
  options,
  otherOption: (option) => option,
  problem,
  rule,
  status: { open: 'Ouvert', qualified: 'Qualifié', disqualified: 'Disqualifié' },
  newLead: 'Nouveau prospect',
  summary: 'Résumé',
  details: 'Détails',
  address: 'Site web et adresse',
  create: 'Créer',
  createAndLog: 'Créer et classer l’e-mail',
  createAnyway: 'Créer quand même',
  saveAnyway: 'Enregistrer quand même',
  createNew: 'Créer un nouveau',
  record: { lead: 'Prospect', contact: 'Contact', account: 'Compte' },
  duplicate: {
    'same-email': 'même adresse e-mail',
    'same-phone': 'même téléphone',
    'same-name-and-company': 'même nom et même société',
    'same-name-and-domain': 'même nom et même domaine de messagerie',
    'same-company': 'même société',
    'same-domain': 'même domaine',
  },
  posted: {
    assigned: (by) => `Ce prospect vous a été attribué${by ? ` par ${by}` : ''}.`,
    'new-lead': 'Nouveau prospect',
    'task-due': 'Une tâche de ce prospect arrive à échéance.',
  },
  notify: {
    on: 'Les nouveaux prospects sont annoncés ici.',
    only: 'Seulement ceux avec :',
    unread: (said) => `Je n’ai pas compris « ${said} ». Rien n’a été modifié.`,
    which: 'Quels nouveaux prospects faut-il annoncer ici ? Ce qui reste vide ne restreint rien.',
    off: 'Les nouveaux prospects ne sont plus annoncés ici.',
    wasOff: 'Rien n’était annoncé ici.',
    here: 'Notifier ici',
    stop: 'Ne plus notifier',
    onlyInChat: 'Les notifications se demandent dans une conversation ou un canal Teams.',
  },
  assign: 'Attribuer',
  assignLead: 'Attribuer le prospect',
  assignedTo: (name) => `Attribué à ${name}`,
  addTask: 'Ajouter une tâche',
  taskAdded: 'Tâche ajoutée',
  complete: 'Terminer',
  taskCompleted: 'Tâche terminée',
  save: 'Enregistrer',
  cancel: 'Annuler',
  edit: 'Modifier',
  editInDialog: 'Modifier dans une boîte de dialogue',
  openInTab: 'Ouvrir dans l’onglet Prospects',
  qualify: 'Qualifier',
  disqualify: 'Disqualifier',
  reactivate: 'Réactiver',
  addNote: 'Ajouter une note',
  logCall: 'Noter un appel',
  logEmail: 'Classer l’e-mail',
  delete: 'Supprimer',
  more: 'Plus',
  show: 'Afficher',
  editLead: 'Modifier le prospect',
  qualifyLead: 'Qualifier le prospect',
  disqualifyLead: 'Disqualifier le prospect',
  deleteLead: 'Supprimer le prospect',
  deleteWarning:
    'Ses notes, appels, e-mails et pièces jointes sont supprimés aussi. Le compte, le contact et l’opportunité restent.',
  deleted: 'Le prospect et sa chronologie ont été supprimés.',
  whatToCreate: 'Que faut-il créer ?',
  currencyRequired: 'Choisissez une devise.',
  required: 'Ce champ est obligatoire.',
  timeline: 'Chronologie',
  history: 'Historique',
  backToLead: 'Retour au prospect',
  tryAgain: 'Réessayer',
  andMore: (count) => `et ${count} de plus`,
  audit: {
    create: 'a créé le prospect',
    update: 'a modifié le prospect',
    qualify: 'a qualifié le prospect',
    disqualify: 'a disqualifié le prospect',
    reactivate: 'a réactivé le prospect',
    assign: 'a attribué le prospect',
    delete: 'a supprimé le prospect',
    'timeline-add': 'a complété la chronologie',
    'timeline-update': 'a modifié une entrée de la chronologie',
    'timeline-delete': 'a retiré une entrée de la chronologie',
    unfollow: 'a indiqué qu’une conversation ne concerne pas le prospect',
    denied: 'a tenté une action non autorisée',
  },
  auditFields: {
    tried: 'Tentative',
    times: 'Nombre de fois',
    status: 'Statut',
    createdVia: 'Créé par',
    annualRevenue: 'Chiffre d’affaires annuel',
    numberOfEmployees: 'Nombre d’employés',
    doNotEmail: 'Ne pas autoriser les e-mails',
    doNotPhone: 'Ne pas autoriser les appels',
    sourceCampaign: 'Campagne d’origine',
    budgetStatus: 'Statut du budget',
    need: 'Besoin',
    qualificationComments: 'Commentaires de qualification',
    fullName: 'Nom complet',
    kind: 'Type',
    subject: 'Objet',
    occurredAt: 'Quand',
    sentAt: 'Envoyé',
    startAt: 'Début',
    endAt: 'Fin',
    location: 'Lieu',
    event: 'Ce qui s’est passé',
    mailbox: 'Boîte aux lettres',
  },
  createdVia: {
    chat: 'Conversation',
    email: 'E-mail',
    message: 'Message dans Teams',
    outlook: 'Outlook',
    tab: 'Onglet Prospects',
    api: 'API',
    form: 'Formulaire web',
    csv: 'Fichier CSV',
  },
  surface: { teams: 'Teams', outlook: 'Outlook', tab: 'Onglet Prospects', api: 'API' },
  noEntries: 'Rien pour l’instant.',
  unassigned: 'Non attribué',
  attachments: 'Pièces jointes à conserver avec l’e-mail',
  picturesLeftOut: (count) => `Petites images dans le texte, non conservées : ${count}`,
  kept: 'Pièces jointes',
  notKept: 'Non conservé',
  leftOut: {
    'not-chosen': 'non choisi',
    'not-readable': 'illisible dans la boîte aux lettres',
    'file-empty': 'vide',
    'file-too-large': 'plus de 25 Mo',
    'file-type-not-allowed': 's’exécute à l’ouverture',
  },
  guessed: 'Lu dans l’e-mail, à vérifier',
  guessedInMessage: 'Lu dans le message, à vérifier',
  messageBy: (author) => `D’après un message de ${author || 'quelqu’un'}`,
  guessedFrom: {
    header: 'expéditeur',
    recipient: 'destinataire',
    subject: 'objet',
    body: 'texte',
    'forwarded-header': 'e-mail transféré',
    'phone-number': 'numéro de téléphone',
    signature: 'signature',
    form: 'formulaire web',
    domain: 'domaine de messagerie',
  },
  notALead: 'Cet e-mail ne ressemble pas à une demande. Vous pouvez tout de même en faire un prospect.',
  matched: {
    'this-mail': 'Cet e-mail est dans la chronologie de ce prospect.',
    'same-thread': 'Correspondance : même conversation.',
    'same-address': 'Correspondance : même adresse.',
    'same-domain': 'Même société.',
  },
  matchedRecipient: (address) => `Correspondance : ${address} est parmi les destinataires.`,
  known: { 'same-address': 'même adresse', 'same-domain': 'même domaine de messagerie' },
  openLeadsOfCompany: (count) => `Prospects ouverts de la même société : ${count}`,
  whereFrom: 'D’où ?',
  line: (line) => `ligne ${line}`,
  sure: (percent) => `sûr à ${percent} %`,
  several: 'Plusieurs prospects correspondent à cet e-mail. Lequel concerne-t-il ?',
  noneOfThese: 'Aucun : nouveau prospect',
  unfollow: 'Ne concerne pas ce prospect',
  unfollowed: 'Cette conversation ne mène plus à ce prospect',
  findLead: 'Chercher un prospect',
  createAndLogWhenSent: 'Créer, classer à l’envoi',
  logWhenSent: 'Classer à l’envoi',
  dontLog: 'Ne pas classer',
  logsWhenSent: 'Cet e-mail sera classé ici à l’envoi.',
  staysUnlogged: 'Cet e-mail ne sera pas classé à l’envoi.',
  logged: 'E-mail classé',
  loggedBefore: 'Cet e-mail était déjà classé',
  created: 'Prospect créé',
  createdAndLogged: 'Prospect créé, e-mail classé',
  createdBefore: 'Ce prospect était déjà créé',
  saved: 'Enregistré',
  noteAdded: 'Note ajoutée',
  callLogged: 'Appel noté',
  qualifiedDone: 'Prospect qualifié',
  disqualifiedDone: 'Prospect disqualifié',
  reactivatedDone: 'Prospect réactivé',
  leads: {
    'my-open': 'Mes prospects ouverts',
    open: 'Prospects ouverts',
    closed: 'Prospects fermés',
    all: 'Prospects',
    unassigned: 'Prospects non attribués',
    'this-week': 'Prospects ouverts cette semaine',
    'last-week': 'Prospects ouverts la semaine dernière',
  },
  searchFor: 'Chercher',
  noLeadForMail: 'Pas encore de prospect pour cet e-mail',
  noLeadForMailText:
    'Un vendeur peut en créer un. Vous pouvez ajouter des notes et des e-mails aux prospects existants.',
  noLeads: 'Aucun prospect ici pour l’instant.',
  nothingFound: 'Aucun prospect trouvé.',
  nextPage: 'Page suivante',
  qualifyMany: 'Qualifier plusieurs prospects',
  qualifyOthers: 'Qualifier d’autres',
  chooseLeads: 'Choisissez au moins un prospect.',
  accountOfCompany: 'Compte, s’il y a une société',
  currencyOfOthers: 'Les montants gardent leur devise ; celle-ci vaut pour les prospects qui n’en ont pas.',
  manyQualified: (done, of) => `${done} sur ${of} qualifiés`,
  useRecords: (names) => `Utiliser ${names}`,
  skip: 'Passer',
  skipped: 'Passé',
  goOn: 'Continuer',
  previousPage: 'Page précédente',
  nobodyCalled: (name) => `Je ne connais personne du nom de « ${name} ». Choisissez dans la liste.`,
  whoIsMeant: 'De qui s’agit-il ?',
  findThat: 'Chercher cela',
  newLeadFromThat: 'Nouveau prospect avec cela',
  helpFound: 'Je n’ai pas compris cela comme une commande. Est-ce l’un de ceux-ci ?',
  which: 'De quel prospect s’agit-il ?',
  kind: {
    note: 'Note',
    'phone-call': 'Appel',
    email: 'E-mail',
    task: 'Tâche',
    appointment: 'Rendez-vous',
    event: '',
  },
  taskStatus: { open: 'ouverte', completed: 'terminée', canceled: 'annulée' },
  due: 'échéance',
  event: {
    created: 'a créé le prospect',
    qualified: 'a qualifié le prospect',
    disqualified: 'a disqualifié le prospect',
    reactivated: 'a réactivé le prospect',
  },
  direction: { outgoing: 'Sortant', incoming: 'Entrant' },
  minutes: 'min',
  help: 'Vos prospects, sans quitter la conversation',
  helpAsked: 'Je n’ai pas compris. Voici ce que je sais faire :',
  mentionMe: 'Ici, je ne vois que les messages qui me mentionnent, par exemple « @Lead Desk mes prospects ».',
  commands: {
    'new-lead': {
      title: 'nouveau prospect',
      example: 'nouveau prospect Jane Doe, Contoso, jane@contoso.com',
      means: 'le formulaire d’un nouveau prospect, rempli avec ce que vous dites',
    },
    'my-leads': { title: 'mes prospects', example: 'mes prospects', means: 'vos prospects ouverts' },
    'open-leads': { title: 'prospects ouverts', example: 'prospects ouverts', means: 'les prospects ouverts de tous' },
    find: { title: 'chercher', example: 'chercher contoso', means: 'prospects par nom, société, e-mail ou téléphone' },
    lead: { title: 'prospect', example: 'prospect Jane Doe', means: 'un prospect avec ses boutons' },
    qualify: { title: 'qualifier', example: 'qualifier Jane Doe', means: 'en faire une opportunité' },
    disqualify: { title: 'disqualifier', example: 'disqualifier Jane Doe', means: 'le fermer avec une raison' },
    'bulk-qualify': {
      title: 'qualifier plusieurs',
      example: 'qualifier plusieurs',
      means: 'en choisir plusieurs et les qualifier d’un coup',
    },
    assign: { title: 'attribuer', example: 'attribuer Jane Doe à Megan', means: 'le confier à un collègue' },
    'notify-here': {
      title: 'notifier ici',
      example: 'notifier ici',
      means: 'annoncer les nouveaux prospects dans cette conversation',
    },
    'stop-notifying': { title: 'ne plus notifier', example: 'ne plus notifier', means: 'arrêter de le faire ici' },
    help: { title: 'aide', example: 'aide', means: 'ce que je sais faire' },
  },
  choose: 'Choisir…',
  findPerson: 'Nom ou adresse e-mail',
  choosePerson: 'Choisissez quelqu’un dans la liste.',
  problemTitle: 'Cela n’a pas fonctionné',
  badButton: 'Ce bouton ne peut plus être utilisé. Ouvrez de nouveau le prospect.',
  brokeHere: (reference) => `Un problème est survenu de notre côté. Référence : ${reference}.`,
  fieldProblem: (field, what) => `${field} ${what}.`,
  changedByWhom: (name) => `Dernière modification par ${name}.`,
};
