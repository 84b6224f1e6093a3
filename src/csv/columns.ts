import { foldText } from '../leads/text.ts';

/** What a column can hold. Names of people and addresses may come in one column or in parts. */
export const COLUMN_FIELDS = {
  topic:
    'topic, subject, title of lead, lead topic, thema, betreff, sujet, asunto, tema, assunto, oggetto, onderwerp, 件名, トピック',
  fullName:
    'full name, name, contact, contact name, lead name, vollstandiger name, ansprechpartner, kontakt, nom complet, nombre completo, nome completo, volledige naam, 氏名, 名前',
  firstName: 'first name, given name, forename, vorname, prenom, nombre, nome, voornaam, 名',
  lastName:
    'last name, surname, family name, nachname, familienname, nom, nom de famille, apellido, apellidos, sobrenome, cognome, achternaam, 姓',
  jobTitle:
    'job title, title, position, role, berufsbezeichnung, funktion, poste, fonction, cargo, puesto, qualifica, functie, 役職',
  companyName:
    'company name, company, account name, account, organization, organisation, employer, firma, firmenname, unternehmen, entreprise, societe, empresa, azienda, societa, bedrijf, bedrijfsnaam, 会社名, 会社',
  businessPhone:
    'business phone, phone, telephone, phone number, work phone, telefon, geschaftlich, telefon geschaftlich, telefonnummer, tel, tel pro, telephone professionnel, telefono, telefono del trabajo, telefone, telefone comercial, telefono ufficio, telefoon, 電話, 電話番号',
  mobilePhone:
    'mobile phone, mobile, cell, cell phone, mobile phone number, handy, mobil, mobiltelefon, portable, telephone mobile, movil, telefono movil, celular, cellulare, mobiel, 携帯電話, 携帯',
  email:
    'email, e mail, email address, mail, e mail address, e mail adresse, mailadresse, courriel, adresse e mail, correo, correo electronico, endereco de email, indirizzo email, e mailadres, メール, メールアドレス',
  website:
    'website, web site, url, web, homepage, webseite, internetseite, site web, sitio web, pagina web, sito web, ウェブサイト',
  'address.street':
    'street, address, street 1, address 1, address 1 street 1, strasse, anschrift, adresse, rue, direccion, calle, endereco, rua, indirizzo, via, straat, adres, 住所, 番地',
  'address.city': 'city, town, address 1 city, stadt, ort, ville, ciudad, cidade, citta, plaats, stad, 市区町村',
  'address.stateOrProvince':
    'state or province, state, province, region, address 1 state province, state region, bundesland, kanton, estado, provincia, provincie, 都道府県',
  'address.postalCode':
    'postal code, zip, zip code, zip postal code, postcode, address 1 zip postal code, plz, postleitzahl, code postal, codigo postal, cep, cap, 郵便番号',
  'address.country': 'country, country region, address 1 country region, land, pays, pais, paese, 国',
  description:
    'description, notes, comment, comments, message, beschreibung, bemerkung, notizen, remarques, descripcion, descricao, descrizione, opmerkingen, 説明',
  source:
    'source, lead source, original source, quelle, lead quelle, herkunft, origine, origen, origem, fonte, bron, リードソース',
  rating: 'rating, lead rating, quality, bewertung, evaluation, clasificacion, classificacao, valutazione, 評価',
  industry: 'industry, branche, secteur, sector, setor, settore, 業種',
  annualRevenue:
    'annual revenue, revenue, jahresumsatz, umsatz, chiffre d affaires, ingresos anuales, receita anual, fatturato, omzet, 年間売上',
  numberOfEmployees:
    'number of employees, employees, no of employees, anzahl mitarbeiter, mitarbeiter, mitarbeiterzahl, effectif, numero de empleados, empleados, numero de funcionarios, dipendenti, aantal werknemers, 従業員数',
  preferredContactMethod: 'preferred contact method, preferred method of contact, bevorzugte kontaktart',
  doNotEmail: 'do not email, do not allow emails, email opt out, keine e mails',
  doNotPhone: 'do not phone, do not allow phone calls, do not call, keine anrufe',
  productInterest: 'product interest, product, produkt, produktinteresse, produit, producto, produto, prodotto, 製品',
  sourceCampaign: 'source campaign, campaign, kampagne, campagne, campana, campanha, campagna, キャンペーン',
  purchaseTimeframe: 'purchase timeframe, timeframe, kaufzeitraum',
  budgetAmount: 'budget amount, budget, budgetbetrag, presupuesto, orcamento',
  budgetStatus: 'budget status',
  need: 'need, bedarf',
  purchaseProcess: 'purchase process, kaufprozess',
  decisionMaker: 'decision maker, decision maker?, entscheider, entscheidungstrager, decideur, decisor',
  qualificationComments: 'qualification comments',
  currency: 'currency, wahrung, devise, moneda, moeda, valuta, 通貨',
  estimatedValue:
    'estimated value, est value, est revenue, estimated revenue, value, amount, deal value, geschatzter wert, wert, valeur estimee, montant, valor estimado, valor, valore stimato, geschatte waarde, 見込額',
  estimatedCloseDate:
    'estimated close date, est close date, close date, expected close date, abschlussdatum, voraussichtlicher abschluss, date de cloture, fecha de cierre, data de fechamento, data di chiusura, 完了予定日',
  owner:
    'owner, owner name, assigned to, sales owner, owner email, besitzer, zustandig, proprietaire, propietario, proprietario, eigenaar, 所有者',
} as const;
export type ColumnField = keyof typeof COLUMN_FIELDS;

/** A column of the file and what it was taken for; null is left out of the import. */
export type Column = { header: string; field: ColumnField | null };

const FIELD_BY_NAME = new Map<string, ColumnField>(
  (Object.entries(COLUMN_FIELDS) as [ColumnField, string][]).flatMap(([field, names]) =>
    [field, ...names.split(', ')].map((name): [string, ColumnField] => [plain(name), field]),
  ),
);

/** The names that the fields have here, plain. */
const OWN_NAMES = new Set(
  Object.entries(COLUMN_FIELDS).flatMap(([field, names]) => [plain(field), plain(names.split(', ')[0] ?? '')]),
);

/**
 * Tells what each column holds by its header, whatever its language and spelling. Of two alike the one with the field's
 * own name is taken (Outlook's "Title" is Dr., beside its "Job Title"), else the first.
 */
export function guessColumns(headers: readonly string[]): Column[] {
  const taken = new Map<ColumnField, number>();
  const ownFirst = [...headers.keys()].sort((one, other) => ownName(headers[other]) - ownName(headers[one]));
  for (const nth of ownFirst) {
    const field = FIELD_BY_NAME.get(plain(headers[nth] ?? ''));
    if (field && !taken.has(field)) taken.set(field, nth);
  }
  const fields = new Map([...taken].map(([field, nth]) => [nth, field]));
  return headers.map((header, nth) => ({ header, field: fields.get(nth) ?? null }));
}

function ownName(header = ''): number {
  return OWN_NAMES.has(plain(header)) ? 1 : 0;
}

/** Letters and digits only: `E-Mail Address*` and `emailAddress` are one name. */
export function plain(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}
