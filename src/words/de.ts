import type { FieldProblem, LeadErrorCode } from '../leads/lead-error.ts';
import type { Words } from './en.ts';

const fields: Words['fields'] = {
  topic: 'Thema',
  firstName: 'Vorname',
  lastName: 'Nachname',
  jobTitle: 'Position',
  companyName: 'Firmenname',
  businessPhone: 'Telefon (geschäftlich)',
  mobilePhone: 'Mobiltelefon',
  email: 'E-Mail',
  website: 'Website',
  street: 'Straße',
  city: 'Ort',
  stateOrProvince: 'Bundesland/Kanton',
  postalCode: 'Postleitzahl',
  country: 'Land/Region',
  description: 'Beschreibung',
  source: 'Leadquelle',
  rating: 'Bewertung',
  industry: 'Branche',
  preferredContactMethod: 'Bevorzugte Kontaktmethode',
  productInterest: 'Produktinteresse',
  purchaseTimeframe: 'Kaufzeitrahmen',
  budgetAmount: 'Geschätztes Budget',
  purchaseProcess: 'Kaufprozess',
  decisionMaker: 'Entscheidungsträger identifiziert',
  summary: 'Zusammenfassung',
  currency: 'Währung',
  estimatedValue: 'Geschätzter Wert',
  estimatedCloseDate: 'Geschätztes Abschlussdatum',
  owner: 'Besitzer',
  created: 'Erstellt',
  reason: 'Grund',
  text: 'Text',
  note: 'Notiz',
  direction: 'Richtung',
  durationMinutes: 'Dauer (Minuten)',
  dueAt: 'Fällig',
  priority: 'Priorität',
  ownerId: 'Besitzer',
  leadIds: 'Leads',
  account: 'Firma',
  contact: 'Kontakt',
  opportunity: 'Verkaufschance',
};

const options: Words['options'] = {
  advertisement: 'Werbung',
  'employee-referral': 'Empfehlung durch Mitarbeiter',
  'external-referral': 'Externe Empfehlung',
  partner: 'Partner',
  'public-relations': 'Öffentlichkeitsarbeit',
  seminar: 'Seminar',
  'trade-show': 'Messe',
  web: 'Web',
  'word-of-mouth': 'Mundpropaganda',
  other: 'Sonstiges',
  hot: 'Heiß',
  warm: 'Warm',
  cold: 'Kalt',
  any: 'Beliebig',
  email: 'E-Mail',
  phone: 'Telefon',
  fax: 'Fax',
  mail: 'Post',
  'must-have': 'Unbedingt nötig',
  'should-have': 'Sollte vorhanden sein',
  'good-to-have': 'Wünschenswert',
  'no-need': 'Kein Bedarf',
  'no-committed-budget': 'Kein zugesagtes Budget',
  'may-buy': 'Kauft vielleicht',
  'can-buy': 'Kann kaufen',
  'will-buy': 'Wird kaufen',
  immediate: 'Sofort',
  'this-quarter': 'Dieses Quartal',
  'next-quarter': 'Nächstes Quartal',
  'this-year': 'Dieses Jahr',
  unknown: 'Unbekannt',
  individual: 'Einzelperson',
  committee: 'Gremium',
  accounting: 'Buchhaltung',
  'agriculture-and-non-petrol-natural-resource-extraction':
    'Landwirtschaft und Gewinnung natürlicher Ressourcen (außer Erdöl)',
  'broadcasting-printing-and-publishing': 'Rundfunk, Druck und Verlagswesen',
  brokers: 'Makler',
  'building-supply-retail': 'Einzelhandel für Baubedarf',
  'business-services': 'Unternehmensdienstleistungen',
  consulting: 'Beratung',
  'consumer-services': 'Verbraucherdienstleistungen',
  'design-direction-and-creative-management': 'Design, Regie und Kreativmanagement',
  'distributors-dispatchers-and-processors': 'Vertrieb, Versand und Verarbeitung',
  'doctors-offices-and-clinics': 'Arztpraxen und Kliniken',
  'durable-manufacturing': 'Herstellung langlebiger Güter',
  'eating-and-drinking-places': 'Gastronomie',
  'entertainment-retail': 'Einzelhandel für Unterhaltung',
  'equipment-rental-and-leasing': 'Geräteverleih und Leasing',
  financial: 'Finanzwesen',
  'food-and-tobacco-processing': 'Lebensmittel- und Tabakverarbeitung',
  'inbound-capital-intensive-processing': 'Eingehende kapitalintensive Verarbeitung',
  'inbound-repair-and-services': 'Eingehende Reparaturen und Dienstleistungen',
  insurance: 'Versicherung',
  'legal-services': 'Rechtsberatung',
  'non-durable-merchandise-retail': 'Einzelhandel für kurzlebige Güter',
  'outbound-consumer-service': 'Verbraucherdienst außer Haus',
  'petrochemical-extraction-and-distribution': 'Förderung und Vertrieb von Petrochemie',
  'service-retail': 'Dienstleistungseinzelhandel',
  'sig-affiliations': 'SIG-Mitgliedschaften',
  'social-services': 'Soziale Dienste',
  'special-outbound-trade-contractors': 'Spezialhandwerk außer Haus',
  'specialty-realty': 'Spezialimmobilien',
  transportation: 'Transport',
  'utility-creation-and-distribution': 'Erzeugung und Verteilung von Versorgungsgütern',
  'vehicle-retail': 'Fahrzeughandel',
  wholesale: 'Großhandel',
  new: 'Neu',
  contacted: 'Kontaktiert',
  qualified: 'Qualifiziert',
  lost: 'Verloren',
  'cannot-contact': 'Kontaktaufnahme nicht möglich',
  'no-longer-interested': 'Kein Interesse mehr',
  canceled: 'Abgebrochen',
  low: 'Niedrig',
  normal: 'Normal',
  high: 'Hoch',
};

const problem: Record<LeadErrorCode, string> = {
  'invalid-input':
    'Ein Teil der Eingaben kann nicht verwendet werden. Berichtigen Sie die genannten Felder und versuchen Sie es noch einmal.',
  'lead-not-found': 'Diesen Lead gibt es nicht mehr. Vielleicht wurde er gelöscht.',
  'record-not-found': 'Es gibt keinen Datensatz mit dieser ID.',
  'timeline-item-not-found': 'Diesen Eintrag der Zeitachse gibt es nicht mehr.',
  'not-permitted': 'Ihre Rolle erlaubt das nicht. Fragen Sie die Vertriebsleitung oder die Administration.',
  'lead-changed': 'Dieser Lead wurde inzwischen geändert. So steht er jetzt; entscheiden Sie neu.',
  'lead-closed': 'Dieser Lead ist geschlossen. Reaktivieren Sie ihn zuerst.',
  'lead-open': 'Dieser Lead ist schon offen.',
  'duplicate-lead':
    'Das sieht nach jemandem aus, den Sie schon kennen. Öffnen Sie den Datensatz unten oder erstellen Sie den Lead trotzdem.',
  'duplicate-customer':
    'Es gibt wahrscheinlich schon eine Firma oder einen Kontakt. Wählen Sie aus oder erstellen Sie trotzdem neu.',
  'attachment-refused': 'Diese Datei kann nicht angehängt werden.',
  'store-unavailable':
    'Die Leads sind gerade nicht erreichbar. Nichts ging verloren; versuchen Sie es gleich noch einmal.',
  'lead-has-opportunity':
    'Dieser Lead hat eine offene Verkaufschance und kann nicht disqualifiziert werden. Mit „Qualifizieren“ wird er erneut qualifiziert und behält diese Verkaufschance.',
};

function rule(found: FieldProblem): string {
  switch (found.rule) {
    case 'required':
      return 'ist erforderlich';
    case 'unknown-field':
      return 'ist kein Feld, das geschrieben werden kann';
    case 'not-text':
      return 'muss Text sein';
    case 'not-a-number':
      return 'muss eine Zahl sein';
    case 'not-an-amount':
      return `muss ein Betrag wie ${found.example} sein`;
    case 'not-yes-or-no':
      return 'muss true oder false sein';
    case 'not-a-date':
      return 'muss ein Datum wie 2026-12-31 sein';
    case 'not-a-time':
      return 'muss ein Zeitpunkt wie 2026-12-31T09:30:00Z sein';
    case 'not-an-email':
      return 'muss eine E-Mail-Adresse wie jane@contoso.com sein';
    case 'not-a-currency':
      return 'muss eine Währung wie USD oder EUR sein';
    case 'not-an-id':
      return 'nennt keinen vorhandenen Datensatz';
    case 'not-a-web-address':
      return 'muss eine Webadresse wie www.contoso.com sein';
    case 'too-long':
      return `darf höchstens ${found.limit} Zeichen lang sein`;
    case 'too-small':
      return `muss mindestens ${found.limit} sein`;
    case 'too-large':
      return `darf höchstens ${found.limit} sein`;
    case 'too-many':
      return `darf höchstens ${found.limit} Einträge haben`;
    case 'not-an-option':
      return `muss eines von ${found.options.join(', ')} sein`;
    case 'needs-company':
      return 'braucht einen Firmennamen beim Lead';
    case 'needs-customer':
      return 'braucht eine Firma oder einen Kontakt als Kunden';
    case 'no-column':
      return 'hat keine Spalte: Nennen Sie in der ersten Zeile eine „Nachname“ oder „Vollständiger Name“';
    case 'not-yours-to-give':
      return 'ist jemand anderes, und fremde Leads weist die Vertriebsleitung zu';
    case 'not-unique':
      return 'ist der Name mehrerer Personen: Geben Sie stattdessen die E-Mail-Adresse an';
    case 'file-empty':
      return 'ist leer';
    case 'file-too-large':
      return 'ist größer als 25 MB';
    case 'file-type-not-allowed':
      return 'ist eine Datei, die beim Öffnen ausgeführt wird';
    case 'not-sent':
      return 'wurde noch nicht gesendet';
    case 'before-start':
      return 'darf nicht vor dem Beginn liegen';
    case 'malformed':
      return 'hat nicht die richtige Form';
    case 'quote-not-closed':
      return 'gehört zu einer Zelle, deren Anführungszeichen nicht geschlossen wird';
  }
}

export const de: Words = {
  fields,
  options,
  otherOption: (option) => option,
  problem,
  rule,
  status: { open: 'Offen', qualified: 'Qualifiziert', disqualified: 'Disqualifiziert' },
  newLead: 'Neuer Lead',
  summary: 'Zusammenfassung',
  details: 'Details',
  address: 'Website und Adresse',
  create: 'Erstellen',
  createAndLog: 'Erstellen und Mail ablegen',
  createAnyway: 'Trotzdem erstellen',
  saveAnyway: 'Trotzdem speichern',
  createNew: 'Neu erstellen',
  record: { lead: 'Lead', contact: 'Kontakt', account: 'Firma' },
  duplicate: {
    'same-email': 'gleiche E-Mail-Adresse',
    'same-phone': 'gleiche Telefonnummer',
    'same-name-and-company': 'gleicher Name und gleiche Firma',
    'same-name-and-domain': 'gleicher Name und gleiche Maildomäne',
    'same-company': 'gleiche Firma',
    'same-domain': 'gleiche Domäne',
  },
  posted: {
    assigned: (by) => `Dieser Lead wurde Ihnen ${by ? `von ${by} ` : ''}zugewiesen.`,
    'new-lead': 'Neuer Lead',
    'task-due': 'Eine Aufgabe zu diesem Lead ist fällig.',
  },
  notify: {
    on: 'Neue Leads werden hier gemeldet.',
    only: 'Nur solche mit:',
    unread: (said) => `„${said}“ habe ich nicht verstanden. Es wurde nichts geändert.`,
    which: 'Welche neuen Leads sollen hier gemeldet werden? Was leer bleibt, schränkt nicht ein.',
    off: 'Neue Leads werden hier nicht mehr gemeldet.',
    wasOff: 'Hier wurde ohnehin nichts gemeldet.',
    here: 'Hier benachrichtigen',
    stop: 'Nicht mehr benachrichtigen',
    onlyInChat: 'Um Benachrichtigungen kann man in einem Chat oder Kanal von Teams bitten.',
  },
  assign: 'Zuweisen',
  assignLead: 'Lead zuweisen',
  assignedTo: (name) => `${name} zugewiesen`,
  addTask: 'Aufgabe anlegen',
  taskAdded: 'Aufgabe angelegt',
  complete: 'Erledigen',
  taskCompleted: 'Aufgabe erledigt',
  save: 'Speichern',
  cancel: 'Abbrechen',
  edit: 'Bearbeiten',
  editInDialog: 'In einem Dialog bearbeiten',
  openInTab: 'In der Registerkarte Leads öffnen',
  qualify: 'Qualifizieren',
  disqualify: 'Disqualifizieren',
  reactivate: 'Reaktivieren',
  addNote: 'Notiz hinzufügen',
  logCall: 'Anruf ablegen',
  logEmail: 'Mail ablegen',
  delete: 'Löschen',
  more: 'Mehr',
  show: 'Anzeigen',
  editLead: 'Lead bearbeiten',
  qualifyLead: 'Lead qualifizieren',
  disqualifyLead: 'Lead disqualifizieren',
  deleteLead: 'Lead löschen',
  deleteWarning:
    'Damit werden auch seine Notizen, Anrufe, E-Mails und Anlagen gelöscht. Firma, Kontakt und Verkaufschance bleiben.',
  deleted: 'Der Lead und seine Zeitachse wurden gelöscht.',
  whatToCreate: 'Was soll erstellt werden?',
  currencyRequired: 'Wählen Sie eine Währung.',
  required: 'Das ist erforderlich.',
  timeline: 'Zeitachse',
  history: 'Verlauf',
  backToLead: 'Zurück zum Lead',
  tryAgain: 'Noch einmal versuchen',
  andMore: (count) => `und ${count} weitere`,
  audit: {
    create: 'hat den Lead erstellt',
    update: 'hat den Lead geändert',
    qualify: 'hat den Lead qualifiziert',
    disqualify: 'hat den Lead disqualifiziert',
    reactivate: 'hat den Lead reaktiviert',
    assign: 'hat den Lead zugewiesen',
    delete: 'hat den Lead gelöscht',
    'timeline-add': 'hat etwas zur Zeitachse hinzugefügt',
    'timeline-update': 'hat einen Eintrag der Zeitachse geändert',
    'timeline-delete': 'hat einen Eintrag der Zeitachse entfernt',
    unfollow: 'hat gesagt, dass eine Unterhaltung den Lead nicht betrifft',
    denied: 'hat etwas versucht, das nicht erlaubt war',
  },
  auditFields: {
    tried: 'Versucht',
    times: 'Wie oft',
    status: 'Status',
    createdVia: 'Erstellt über',
    annualRevenue: 'Jahresumsatz',
    numberOfEmployees: 'Anzahl der Mitarbeiter',
    doNotEmail: 'Keine E-Mails zulassen',
    doNotPhone: 'Keine Telefonanrufe zulassen',
    sourceCampaign: 'Quellkampagne',
    budgetStatus: 'Budgetstatus',
    need: 'Bedarf',
    qualificationComments: 'Kommentare zur Qualifizierung',
    fullName: 'Vollständiger Name',
    kind: 'Art',
    subject: 'Betreff',
    occurredAt: 'Wann',
    sentAt: 'Gesendet',
    startAt: 'Beginn',
    endAt: 'Ende',
    location: 'Ort',
    event: 'Was geschah',
    mailbox: 'Postfach',
  },
  createdVia: {
    chat: 'Chatgespräch',
    email: 'E-Mail',
    message: 'Nachricht in Teams',
    outlook: 'Outlook',
    tab: 'Registerkarte Leads',
    api: 'API',
    form: 'Websiteformular',
    csv: 'CSV-Datei',
  },
  surface: { teams: 'Teams', outlook: 'Outlook', tab: 'Registerkarte Leads', api: 'API' },
  noEntries: 'Noch nichts.',
  unassigned: 'Nicht zugewiesen',
  attachments: 'Anlagen, die mit der Mail behalten werden',
  picturesLeftOut: (count) => `Kleine Bilder im Text, nicht behalten: ${count}`,
  kept: 'Anlagen',
  notKept: 'Nicht behalten',
  leftOut: {
    'not-chosen': 'nicht gewählt',
    'not-readable': 'im Postfach nicht lesbar',
    'file-empty': 'leer',
    'file-too-large': 'größer als 25 MB',
    'file-type-not-allowed': 'wird beim Öffnen ausgeführt',
  },
  guessed: 'Aus der Mail gelesen, bitte prüfen',
  guessedInMessage: 'Aus der Nachricht gelesen, bitte prüfen',
  messageBy: (author) => `Aus einer Nachricht von ${author || 'jemandem'}`,
  guessedFrom: {
    header: 'Absender',
    recipient: 'Empfänger',
    subject: 'Betreff',
    body: 'Text',
    'forwarded-header': 'weitergeleitete Mail',
    'phone-number': 'Telefonnummer',
    signature: 'Signatur',
    form: 'Webformular',
    domain: 'Maildomäne',
  },
  notALead: 'Diese Mail sieht nicht nach einer Anfrage aus. Sie können trotzdem einen Lead daraus machen.',
  matched: {
    'this-mail': 'Diese Mail steht auf der Zeitachse dieses Leads.',
    'same-thread': 'Zugeordnet: gleiche Unterhaltung.',
    'same-address': 'Zugeordnet: gleiche Adresse.',
    'same-domain': 'Gleiche Firma.',
  },
  matchedRecipient: (address) => `Zugeordnet: ${address} ist unter den Empfängern.`,
  known: { 'same-address': 'gleiche Adresse', 'same-domain': 'gleiche Maildomäne' },
  openLeadsOfCompany: (count) => `Offene Leads der gleichen Firma: ${count}`,
  whereFrom: 'Woher?',
  line: (line) => `Zeile ${line}`,
  sure: (percent) => `zu ${percent} % sicher`,
  several: 'Mehrere Leads passen zu dieser Mail. Um welchen geht es?',
  noneOfThese: 'Keiner davon: neuer Lead',
  unfollow: 'Betrifft diesen Lead nicht',
  unfollowed: 'Diese Unterhaltung führt nicht mehr zu jenem Lead',
  findLead: 'Lead suchen',
  createAndLogWhenSent: 'Erstellen, beim Senden ablegen',
  logWhenSent: 'Beim Senden ablegen',
  dontLog: 'Nicht ablegen',
  logsWhenSent: 'Diese Mail wird beim Senden hier abgelegt.',
  staysUnlogged: 'Diese Mail wird beim Senden nicht abgelegt.',
  logged: 'Mail abgelegt',
  loggedBefore: 'Diese Mail wurde schon abgelegt',
  created: 'Lead erstellt',
  createdAndLogged: 'Lead erstellt, Mail abgelegt',
  createdBefore: 'Dieser Lead wurde schon erstellt',
  saved: 'Gespeichert',
  noteAdded: 'Notiz hinzugefügt',
  callLogged: 'Anruf abgelegt',
  qualifiedDone: 'Lead qualifiziert',
  disqualifiedDone: 'Lead disqualifiziert',
  reactivatedDone: 'Lead reaktiviert',
  leads: {
    'my-open': 'Meine offenen Leads',
    open: 'Offene Leads',
    closed: 'Geschlossene Leads',
    all: 'Leads',
    unassigned: 'Nicht zugewiesene Leads',
    'this-week': 'Diese Woche eröffnete Leads',
    'last-week': 'Letzte Woche eröffnete Leads',
  },
  searchFor: 'Suchen',
  noLeadForMail: 'Zu dieser E-Mail gibt es noch keinen Lead',
  noLeadForMailText:
    'Ein Vertriebsmitarbeiter kann daraus einen machen. Notizen und E-Mails können Sie zu vorhandenen Leads hinzufügen.',
  noLeads: 'Hier sind noch keine Leads.',
  nothingFound: 'Kein Lead gefunden.',
  nextPage: 'Nächste Seite',
  qualifyMany: 'Mehrere Leads qualifizieren',
  qualifyOthers: 'Andere qualifizieren',
  chooseLeads: 'Wählen Sie mindestens einen Lead.',
  accountOfCompany: 'Firma, wo es eine gibt',
  currencyOfOthers: 'Beträge behalten ihre Währung; diese gilt für Leads ohne.',
  manyQualified: (done, of) => `${done} von ${of} qualifiziert`,
  useRecords: (names) => `Verwenden: ${names}`,
  skip: 'Überspringen',
  skipped: 'Übersprungen',
  goOn: 'Weiter',
  previousPage: 'Vorherige Seite',
  nobodyCalled: (name) => `Ich kenne niemanden namens „${name}“. Bitte aus der Liste wählen.`,
  whoIsMeant: 'Wer ist gemeint?',
  findThat: 'Danach suchen',
  newLeadFromThat: 'Neuer Lead daraus',
  helpFound: 'Als Befehl habe ich das nicht verstanden. Ist es einer von diesen?',
  which: 'Welchen Lead meinen Sie?',
  kind: {
    note: 'Notiz',
    'phone-call': 'Anruf',
    email: 'E-Mail',
    task: 'Aufgabe',
    appointment: 'Termin',
    event: '',
  },
  taskStatus: { open: 'offen', completed: 'erledigt', canceled: 'abgebrochen' },
  due: 'fällig',
  event: {
    created: 'hat den Lead erstellt',
    qualified: 'hat den Lead qualifiziert',
    disqualified: 'hat den Lead disqualifiziert',
    reactivated: 'hat den Lead reaktiviert',
  },
  direction: { outgoing: 'Ausgehend', incoming: 'Eingehend' },
  minutes: 'Min.',
  help: 'Leads, ohne das Gespräch zu verlassen',
  helpAsked: 'Das habe ich nicht verstanden. Das kann ich:',
  mentionMe: 'Hier sehe ich nur Nachrichten, in denen ich erwähnt werde, zum Beispiel „@Lead Desk meine Leads“.',
  commands: {
    'new-lead': {
      title: 'neuer Lead',
      example: 'neuer Lead Jane Doe, Contoso, jane@contoso.com',
      means: 'das Formular für einen neuen Lead, ausgefüllt mit dem Gesagten',
    },
    'my-leads': { title: 'meine Leads', example: 'meine Leads', means: 'Ihre offenen Leads' },
    'open-leads': { title: 'offene Leads', example: 'offene Leads', means: 'die offenen Leads aller' },
    find: { title: 'suche', example: 'suche contoso', means: 'Leads nach Name, Firma, Mail oder Telefon' },
    lead: { title: 'zeige Lead', example: 'zeige Lead Jane Doe', means: 'ein Lead mit seinen Schaltflächen' },
    qualify: { title: 'qualifizieren', example: 'Jane Doe qualifizieren', means: 'macht daraus eine Verkaufschance' },
    disqualify: {
      title: 'disqualifizieren',
      example: 'Jane Doe disqualifizieren',
      means: 'schließt ihn mit einem Grund',
    },
    'bulk-qualify': {
      title: 'mehrere qualifizieren',
      example: 'mehrere qualifizieren',
      means: 'mehrere auswählen und auf einmal qualifizieren',
    },
    assign: { title: 'zuweisen', example: 'Jane Doe an Megan zuweisen', means: 'gibt ihn an jemanden im Team' },
    'notify-here': {
      title: 'hier benachrichtigen',
      example: 'hier benachrichtigen',
      means: 'meldet neue Leads in dieser Unterhaltung',
    },
    'stop-notifying': {
      title: 'nicht mehr benachrichtigen',
      example: 'nicht mehr benachrichtigen',
      means: 'hört hier damit auf',
    },
    help: { title: 'Hilfe', example: 'Hilfe', means: 'was ich kann' },
  },
  choose: 'Auswählen…',
  findPerson: 'Name oder E-Mail-Adresse',
  choosePerson: 'Wählen Sie jemanden aus der Liste.',
  problemTitle: 'Das hat nicht geklappt',
  badButton: 'Diese Schaltfläche lässt sich nicht mehr verwenden. Öffnen Sie den Lead noch einmal.',
  brokeHere: (reference) => `Bei uns ist etwas schiefgegangen. Referenz: ${reference}.`,
  fieldProblem: (field, what) => `${field} ${what}.`,
  changedByWhom: (name) => `Zuletzt geändert von ${name}.`,
};
