import { fold } from './plain-value.ts';
import { HEADER_LABELS } from './quote-words.ts';

/** What a line of a contact form is about; `ignored` labels only end the field before them. */
export type FormField =
  | 'firstName'
  | 'lastName'
  | 'name'
  | 'company'
  | 'title'
  | 'email'
  | 'phone'
  | 'mobile'
  | 'website'
  | 'street'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'country'
  | 'address'
  | 'subject'
  | 'message'
  | 'ignored';

const split = (text: string): string[] => text.split('|').map((label) => label.trim());

// Folded, without colon, star and "your". The asterisk of required fields and a question mark are dropped before.
const LABELS: Record<FormField, readonly string[]> = {
  firstName: split(
    'first name|firstname|first|given name|forename|vorname|prenom|primer nombre|nombre|nombres|primeiro nome|voornaam|imie|fornamn|fornavn|etunimi|jmeno|krestni jmeno|ad|adi|adiniz|keresztnev|prenume|名|שם פרטי',
  ),
  lastName: split(
    'last name|lastname|last|surname|family name|nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido|sobrenome|ultimo nome|apelido|cognome|achternaam|nazwisko|efternamn|etternavn|efternavn|sukunimi|prijmeni|soyad|soyadi|soyadiniz|vezeteknev|nume de familie|姓|שם משפחה',
  ),
  name: split(
    'name|full name|your name|contact name|contact person|contact|customer name|sender|sender name|from|submitted by|name des absenders|vor- und nachname|vorname und nachname|vorname nachname|vollstandiger name|ansprechpartner|ansprechpartnerin|kontaktperson|ihr name|nom|nom complet|nom et prenom|nom et prenoms|prenom et nom|nom prenom|votre nom|nombre completo|nombre y apellidos|nombre y apellido|persona de contacto|nome|nome completo|seu nome|nome e sobrenome|nome e cognome|cognome e nome|nome cognome|nominativo|referente|naam|volledige naam|uw naam|contactpersoon|voor- en achternaam|imie i nazwisko|nazwisko i imie|osoba kontaktowa|namn|ditt namn|for- och efternamn|fullstandigt namn|kontaktperson|navn|dit navn|ditt navn|fulde navn|fullt navn|for- og etternavn|for- og efternavn|nimi|koko nimi|yhteyshenkilo|nimesi|jmeno a prijmeni|cele jmeno|vase jmeno|kontaktni osoba|ad soyad|adiniz soyadiniz|isim|isim soyisim|ad soyadi|adi soyadi|ad-soyad|yetkili|nev|teljes nev|nume|nume complet|お名前|氏名|名前|ご氏名|ご担当者名|担当者名|ご担当者|お名前(漢字)|שם|שם מלא|имя|фио|姓名|이름|ονοματεπωνυμο',
  ),
  company: split(
    'company|company name|business|business name|organisation|organization|organisation name|organization name|employer|account|firma|firmenname|unternehmen|betrieb|organisation/firma|firma/organisation|firma / organisation|einrichtung|societe|entreprise|nom de l entreprise|nom de la societe|raison sociale|organisme|etablissement|empresa|compania|razon social|nombre de la empresa|institucion|organizacion|nome da empresa|instituicao|organizacao|azienda|ragione sociale|societa|nome azienda|ente|impresa|bedrijf|bedrijfsnaam|organisatie|firma/instytucja|nazwa firmy|przedsiebiorstwo|foretag|foretagsnamn|bolag|organisasjon|bedrift|firmanavn|selskap|virksomhed|yritys|yrityksen nimi|organisaatio|spolecnost|nazev firmy|nazev spolecnosti|organizace|sirket|firma adi|sirket adi|kurum|firma unvani|ceg|cegnev|companie|会社名|貴社名|御社名|企業名|法人名|会社名・団体名|団体名|組織名|勤務先|חברה|שם החברה|שם חברה|ארגון|компания|公司|회사명',
  ),
  title: split(
    'job title|title/position|position|role|your role|job role|jobtitle|job|function|job function|occupation|designation|position/funktion|funktion|berufsbezeichnung|stelle|fonction|poste|profession|cargo|puesto|posicion|funcao|ruolo|qualifica|mansione|posizione|functie|stanowisko|funkcja|befattning|titel/befattning|roll|stilling|tittel|stilling/tittel|asema|tehtava|tehtavanimike|titteli|rooli|pozice|funkce|unvan|gorev|pozisyon|gorevi|beosztas|functia|役職|役職名|部署・役職|職種|תפקיד|должность|职位',
  ),
  email: split(
    'email|e-mail|email address|e-mail address|mail|your email|work email|business email|e-mail-adresse|email-adresse|emailadresse|e-mailadresse|mailadresse|ihre e-mail|ihre e-mail-adresse|adresse e-mail|adresse email|adresse mail|courriel|adresse courriel|adresse electronique|votre email|votre e-mail|correo|correo electronico|e-mail de contacto|email corporativo|seu email|seu e-mail|e-mail corporativo|email corporativo|indirizzo email|indirizzo e-mail|posta elettronica|mailadres|e-mailadres|emailadres|uw e-mail|adres e-mail|adres email|e-post|epost|e-postadress|e-postadresse|epostadresse|din e-post|sahkoposti|sahkopostiosoite|e-mailova adresa|emailova adresa|vas e-mail|e-posta|eposta|e-posta adresi|e-postaniz|mail adresi|e-mail cim|メールアドレス|メール|eメール|e-mailアドレス|mailアドレス|ご連絡先メールアドレス|דוא"ל|אימייל|מייל|דואר אלקטרוני|почта|电子邮件|邮箱|이메일',
  ),
  phone: split(
    'phone|telephone|phone number|telephone number|phone no|telephone no|tel no|contact no|tel|contact number|daytime phone|work phone|office phone|business phone|your phone|phone/mobile|telefon|telefonnummer|rufnummer|tel-nr|telefon-nr|festnetz|ruckrufnummer|telephone fixe|numero de telephone|n° de telephone|telephone professionnel|votre telephone|telefono|telefono de contacto|numero de telefono|telefono fijo|telefone|telefone fixo|telefone comercial|fone|recapito telefonico|numero di telefono|telefono fisso|telefoon|telefoonnummer|uw telefoonnummer|numer telefonu|nr telefonu|nr tel|telefon kontaktowy|telefonnr|ditt telefonnummer|tlf|tlf nr|puhelin|puhelinnumero|puh|telefonni cislo|tel cislo|telefon numarasi|telefon no|telefonunuz|is telefonu|telefonszam|電話番号|電話|お電話番号|tel番号|ご連絡先電話番号|連絡先|טלפון|מספר טלפון|телефон|电话|전화번호|τηλεφωνο',
  ),
  mobile: split(
    'mobile|mobile phone|mobile number|mobile no|cell no|mobil-nr|handy-nr|cell|cell phone|cellphone|mob|handy|handynummer|mobil|mobiltelefon|mobilnummer|natel|portable|telephone portable|mobile/portable|gsm|movil|celular|telefono movil|whatsapp|celular/whatsapp|telefone celular|telemovel|cellulare|cell.|numero di cellulare|mobiel|mobiele nummer|mobiel nummer|komorka|telefon komorkowy|tel komorkowy|mobilnummer|mobiltlf|matkapuhelin|gsm|mobilni telefon|cep telefonu|cep|cep tel|mobilszam|携帯電話|携帯番号|携帯|נייד|טלפון נייד|мобильный|手机',
  ),
  website: split(
    'website|web site|web|url|homepage|webseite|internetseite|internet|company website|site web|site internet|site|sitio web|pagina web|sito web|sito|sito internet|strona www|strona internetowa|hemsida|webbplats|hjemmeside|nettside|verkkosivu|verkkosivut|kotisivu|webove stranky|www|web sitesi|weboldal|ホームページ|ウェブサイト|貴社url|אתר',
  ),
  street: split(
    'street|street address|address line 1|address 1|strasse|strasse und hausnummer|strasse, hausnummer|strasse/nr|strasse / nr|rue|calle|endereco|via|straat|ulica|gatuadress|gade|gate|katuosoite|ulice|sokak|utca|番地',
  ),
  city: split(
    'city|town|town/city|ort|stadt|wohnort|plz / ort|plz/ort|plz, ort|plz ort|plz und ort|ville|code postal / ville|code postal et ville|ciudad|poblacion|localidad|ciudad/estado|cidade|cidade/uf|cidade/estado|cidade / estado|citta|comune|localita|citta/provincia|plaats|woonplaats|postcode / plaats|postcode en plaats|postcode/plaats|stad|miasto|miejscowosc|kod i miasto|ort|postort|postadress|by|postnr/by|poststed|postnr og sted|sted|kaupunki|paikkakunta|postitoimipaikka|mesto|obec|psc / mesto|psc a mesto|sehir|il|il/ilce|sehir/ulke|varos|telepules|oras|市区町村|都市|עיר|יישוב|город|城市',
  ),
  state: split(
    'state|province|region|county|state/province|state / province|bundesland|kanton|departement|provincia|estado|uf|regione|distrito|provincie|wojewodztwo|lan|fylke|maakunta|kraj|都道府県|ご住所(都道府県)',
  ),
  postalCode: split(
    'zip|zip code|zipcode|postal code|post code|postcode|zip/postal code|zip / postal code|plz|postleitzahl|code postal|codigo postal|cp|cep|cap|kod pocztowy|postnummer|postnr|postinumero|psc|posta kodu|iranyitoszam|郵便番号|מיקוד',
  ),
  country: split(
    'country|country/region|country / region|land|staat|pays|pais|paese|nazione|stato|kraj|maa|zeme|stat|ulke|orszag|tara|国|国名|国・地域|מדינה|страна|国家|χωρα',
  ),
  address: split(
    'address|full address|postal address|company address|anschrift|adresse|adresse postale|direccion|endereco completo|morada|indirizzo|adres|adres firmy|adress|osoite|adresa|adres bilgisi|cim|住所|ご住所|所在地|כתובת|адрес|地址|주소',
  ),
  subject: split(
    'subject|topic|regarding|re|betreff|thema|anliegen|objet|sujet|objet de la demande|objet de votre demande|objet de votre message|asunto|motivo|tema|assunto|oggetto|oggetto della richiesta|onderwerp|betreft|temat|amne|arende|emne|aihe|otsikko|predmet|konu|targy|subiect|件名|お問い合わせ件名|タイトル|題名|נושא|тема|主题|제목|θεμα',
  ),
  message: split(
    'message|your message|enquiry|inquiry|your enquiry|your inquiry|comment|comments|comments/questions|questions/comments|question|your question|questions|details|request|your request|additional information|additional comments|notes|description|how can we help|how can we help you|what can we help you with|tell us more|tell us about your project|project details|type your message here|message body|body|corps du message|cuerpo del mensaje|corpo da mensagem|corpo del messaggio|nachrichtentext|nachricht|ihre nachricht|mitteilung|ihre mitteilung|anfrage|ihre anfrage|bemerkung|bemerkungen|kommentar|kommentare|frage|ihre frage|text|was konnen wir fur sie tun|wie konnen wir ihnen helfen|votre message|commentaire|commentaires|demande|votre demande|votre question|precisions|votre projet|description du projet|mensaje|su mensaje|tu mensaje|comentario|comentarios|consulta|su consulta|mensagem|sua mensagem|comentarios|duvida|como podemos ajudar|descricao|messaggio|il tuo messaggio|il suo messaggio|testo|testo del messaggio|richiesta|la tua richiesta|commenti|note|bericht|uw bericht|jouw bericht|opmerking|opmerkingen|vraag|uw vraag|toelichting|wiadomosc|twoja wiadomosc|tresc|tresc wiadomosci|tresc zapytania|zapytanie|uwagi|pytanie|komentarz|meddelande|ditt meddelande|fraga|forfragan|din fraga|melding|din melding|meldingen|besked|din besked|henvendelse|din henvendelse|foresporgsel|foresporsel|meddelelse|kommentar|sporsmal|viesti|viestisi|kysymys|lisatiedot|tarjouspyynto|zprava|vase zprava|text zpravy|dotaz|vas dotaz|poptavka|poznamka|mesaj|mesajiniz|mesajin|aciklama|talebiniz|talep|notunuz|uzenet|megjegyzes|mesaj|mesajul|お問い合わせ内容|お問合せ内容|内容|ご相談内容|ご質問|メッセージ|ご質問・ご要望|備考|本文|お問い合わせ|ご要望|詳細|הודעה|תוכן ההודעה|תוכן הפנייה|הערות|פנייה|сообщение|留言|内容|문의내용|문의 내용|μηνυμα',
  ),
  ignored: split(
    'salutation|anrede|titel|title|civilite|tratamiento|titolo|aanhef|sukupuoli|gender|geschlecht|date|datum|time|submitted|submitted on|submitted at|timestamp|data|fecha|dato|pvm|tarih|日時|送信日時|送信日|ip|ip address|ip-adresse|adresse ip|ip mittente|ip del remitente|remote ip|user agent|browser|page|page url|page title|source|quelle|herkunft|origem|origen|origine|fuente|fonte|referrer|referer|utm source|utm_source|utm campaign|campaign|form|form name|formular|formulaire|formulario|modulo|datenschutz|datenschutzerklarung|einwilligung|consent|privacy|privacy policy|marketing opt-in|opt-in|newsletter|gdpr|dsgvo|rgpd|lgpd|rodo|zgoda|zgoda rodo|zgoda marketingowa|consentement|consentimiento|politica de privacidad|aceptacion|consenso|consenso privacy|privacy accettata|toestemming|akkoord|samtycke|samtykke|suostumus|souhlas|souhlas gdpr|kvkk|kvkk onayi|riza|個人情報|個人情報の取り扱い|プライバシーポリシー|同意|フリガナ|ふりがな|カナ|お名前(カナ)|お名前(フリガナ)|fax|fax number|telefax|faks|vat|vat number|ust-idnr|nip|p iva|partita iva|cnpj|cpf|cif|employees|number of employees|company size|industry|branche|secteur|sector|settore|setor|segmento|budget|quantity|menge|anzahl|product|produkt|produit|producto|produto|prodotto|product interest|interesse|interested in|how did you hear about us|wie haben sie von uns erfahren|preferred contact|preferred contact method|contact preference|kontaktwunsch|ruckruf|best time to call|department|abteilung|service|departamento|departement|部署|部署名|所属|ご所属|מחלקה|language|sprache|langue|reference|referenz|id|lead id|submission id|ticket|anhang|attachment|file|datei|map it|spam|captcha|お問い合わせ種別|お問い合わせ項目|種別|ご用件|type of enquiry|enquiry type|inquiry type|anfrageart|type de demande|tipo de consulta|lead score|score|status|owner|assigned to|evento de conversao|conversion|sender ip|remote address|sent from|url der seite|seite|pagina|strona|side|sida|sivu|stranka|sayfa',
  ),
};

const FIELDS = new Map<string, FormField>();
for (const [field, labels] of Object.entries(LABELS) as [FormField, readonly string[]][])
  for (const label of labels) if (!FIELDS.has(fold(label))) FIELDS.set(fold(label), field);

const YOUR =
  /^(?:your|ihre?r?|votre|vos|su|seu|sua|il tuo|la tua|il suo|uw|jouw|twoj[ae]?|din|ditt|dit|vas[ae]?|the)\s/;

const CONSENT =
  /\b(?:privacy|privacidad|privacidade|datenschutz\w*|gdpr|dsgvo|rgpd|lgpd|rodo|kvkk|avg|consent\w*|consenso|newsletter|akzeptiere\w*|zustimm\w*|einverstanden|acepto|aceito|accetto|j accepte|accepte|terms|agb|osobnich udaju|personuppgifter|persondata|personvern|tietosuoja\w*)\b|個人情報|פרטיות/;

/** What a form means by a label, or undefined when it is none that forms use. */
export function formField(label: string): FormField | undefined {
  if (label.length > 60) return undefined;
  const folded = fold(label)
    .replace(/[’']/g, ' ')
    .replace(
      /\((?:required|optional|pflichtfeld|obligatoire|requis|obligatorio|obrigatorio|obbligatorio|verplicht|wymagane|必須|任意)\)|【必須】|\[必須\]|【任意】|※/g,
      '',
    )
    .replace(/[*?:：.…_•·■◆●▼【】[\]-]+$|^[*•·■◆●▼【[\]\s-]+/g, '')
    .replace(/_/g, ' ')
    .trim();
  if (CONSENT.test(folded) || HEADER_LABELS.date.has(folded)) return 'ignored';
  if (HEADER_LABELS.from.has(folded)) return 'name';
  return FIELDS.get(folded) ?? FIELDS.get(folded.replace(YOUR, '')) ?? FIELDS.get(folded.replace(/\s?\/\s?/g, '/'));
}
