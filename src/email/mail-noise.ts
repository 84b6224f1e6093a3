import type { MailLine } from './mail-line.ts';
import { fold } from './plain-value.ts';

// Lines that programs and lawyers add below a message, folded.
const DEVICE =
  /^(?:sent|get|gesendet|diese nachricht wurde von meinem|von meinem|envoye|obtenez|enviado|enviada|inviato|ottieni|verzonden|verstuurd|wyslano|wyslane|skickat|skickades|sendt|lahetetty|odeslano|poslano|gonderildi|sent from|sendt fra)\b.{0,30}\b(?:iphone|ipad|android|samsung|huawei|galaxy|mobile|mobil\w*|handy|telefon\w*|telefoon|telephone|smartphone|outlook|gmail|proton\w*|orange|gmx|web\.de|yahoo|mail|aol|blackberry|windows|xiaomi|pixel|device|movil|celular|cellulare|tablet|puhelimesta|telefonu|dispositivo)/;
const DEVICE_END =
  /(?:iphone|ipad)(?:['’]?(?:umdan|imden|dan|den|lta|sta|stani|imdan))?(?: (?:gonderildi|gesendet|verzonden|lahetetty|geschickt))$|から送信$|iphoneから送信|נשלח מה|נשלח מ-|^von meinem (?:iphone|ipad|android\w*|handy|samsung\w*|mobiltelefon) gesendet|outlook (?:for|fur|pour|para|per|voor|til|for) (?:ios|android)/;
const DISCLAIMER =
  /\b(?:(?:do not|don t) (?:want|wish) to (?:hear|receive)|non (?:vuoi|desidera) (?:piu )?ricevere|nicht mehr (?:erhalten|kontaktiert)|ne (?:souhaitez|voulez) plus recevoir|no (?:desea|quiere) recibir|nao (?:deseja|quer) (?:mais )?receber|niet meer (?:ontvangen|benaderd)|confidential(?:ity)?|this (?:e-?mail|message|communication) (?:and any|is intended|may contain|contains)|intended (?:only|solely) for|if you (?:are not|have received)|privileged|vertraulich|diese e-?mail (?:enthalt|kann|ist)|irrtumlich erhalten|nicht der richtige (?:adressat|empfanger)|ce (?:message|courriel|mail) (?:et|est|peut)|confidentiel|este (?:mensaje|correo|e-?mail|mensagem)|esta mensagem|confidencial|questo messaggio|riservat[eoi]|informativa privacy|dit (?:bericht|e-?mailbericht)|vertrouwelijk|ta wiadomosc|niniejsza wiadomosc|poufn|detta (?:meddelande|e-?post)|konfidentiell|fortrolig|denne (?:e-?mail|e-?post|meddelelse)|luottamuksellinen|tama (?:viesti|sahkoposti)|tato zprava|duvern|bu e-?posta|gizli|registered (?:in|office)|company (?:no|number|registration)|think before you print|please consider the environment|denken sie an die umwelt|bitte prufen sie.{0,30}ausdruck|pensez a l environnement|datenschutz|privacy policy|virus)/;
const LEGAL =
  /\b(?:geschaftsfuhrer|geschaftsfuhrung|vorstand|aufsichtsrat|amtsgericht|handelsregister|registergericht|sitz der gesellschaft|firmenbuch|hr[ab]\s?\d|ust-?id|uid|steuernummer|siret|siren|rcs|capital (?:social|de)|tva|p\.? ?iva|partita iva|c\.? ?f\.?:|cap\. soc|rea|cif|nif|cnpj|nip|regon|krs|kapital zakladowy|cvr|org\.? ?(?:nr|nummer|no)|orgnr|y-tunnus|kvk|btw|ico|dic|ic:|vat (?:no|reg|number)|vat:|mersis|vergi|bankverbindung|iban|bic|registered in|adoszam|cegjegyzekszam)\b|適格請求書|登録番号|ח\.?פ\.? ?\d/;
const LIST_FOOTER =
  /you received this message because you are subscribed|(?:recebeu ess[ae] mensagem|(?:ha |has )?recib(?:io|ido|es) este mensaje|vous (?:avez recu|recevez) ce message|(?:sie|du) (?:erhalten|haben|erhaltst) diese (?:nachricht|e-?mail)|(?:hai )?ricev(?:i|uto) questo messaggio|(?:u|je) (?:ontvangt|hebt) dit bericht|otrzymujesz te wiadomosc|du (?:far|modtager|mottar|fick) (?:det har|denne)|obdrzel\w* jste tuto zpravu|bu (?:mesaji|e-?postayi)).{0,60}(?:grup|gruppe|groupe|groep|skupin|ryhm|list)|to unsubscribe from this group|mailing list|listinfo|googlegroups|list-?unsubscribe|unsubscribe|abmelden|abbestellen|desabonn|darse de baja|baja en|cancelar (?:a )?(?:suscripcion|inscricao|assinatura)|descadastr|disiscri|cancell\w* (?:l )?iscrizione|uitschrijven|afmelden|wypis|avregistrera|avprenumerera|frameld|avmeld|afmeld|odhlasit|peruuta tilaus|listeden cik|abonelikten|postadress till gruppen|配信停止|להסרה|liste de diffusion|^liste? \S|^lista \S|maillijst|postituslista|sahkopostilista|mailinglist\w*|e-postlist\w*|epostlist\w*|ordbog list|lista dyskusyjna|diskussionslista/;
const BANNER =
  /^\W{0,4}(?:caution|warning|external (?:e-?mail|sender|message)|achtung|vorsicht|externe (?:e-?mail|nachricht)|attention|expediteur externe|atencion|aviso|precaucion|attenzione|let op|uwaga|varning|advarsel|upozorneni|dikkat|you don t often get e-?mail|sie erhalten nicht (?:haufig|oft)|some people who received|vous n obtenez pas|this (?:e-?mail|message) (?:originated|came|was sent) from outside|this email is from an external)\b.{0,250}\b(?:extern\w*|outside|organi[sz]ation|unternehmen|links?|sender|absender|dominio|esterno|zewn\w*|learn why|afzender|organisatie|organizacion|organizacao)/;

export type Noise = 'device' | 'disclaimer' | 'legal' | 'list-footer' | 'banner';

/** What kind of line nobody typed this is, if it is one. */
export function noiseOf(text: string): Noise | undefined {
  const folded = fold(text.slice(0, 500)).replace(/['’]/g, ' ').trim();
  if (!folded) return undefined;
  if (folded.length < 90 && (DEVICE.test(folded) || DEVICE_END.test(folded))) return 'device';
  if (BANNER.test(folded)) return 'banner';
  if (LEGAL.test(folded)) return 'legal';
  if (folded.length < 200 && LIST_FOOTER.test(folded)) return 'list-footer';
  if (folded.length > 25 && DISCLAIMER.test(folded)) return 'disclaimer';
  return undefined;
}

/** A line of dashes, underscores, stars or box drawing that parts a mail. */
export function isRule(text: string): boolean {
  return /^\s*(?:--|[-_=*~—–―─━═＝※◆■□◇・.+#]{3,}|[-_=*~]{2,}\s?)\s*$/u.test(text) || /^\s*[-_=*~─━═]{8,}/u.test(text);
}

/** The message without banners above it, and without device lines and list footers below. */
export function withoutNoise(lines: readonly MailLine[]): { lines: MailLine[]; listFooter: boolean } {
  let kept = lines.filter((line, i) => !(i < 6 && noiseOf(line.text) === 'banner'));
  const footer = kept.findIndex((line, i) => i > 0 && i >= kept.length - 8 && noiseOf(line.text) === 'list-footer');
  const start = footer > 0 ? ruleAbove(kept, footer) : footer;
  if (start > 0) kept = kept.slice(0, start);
  return {
    lines: kept.filter((line) => line.text.length > 120 || noiseOf(line.text) !== 'device'),
    listFooter: footer > 0,
  };
}

/** Where a footer begins. "-- " parts a signature, unless the footer stands right below it. */
function ruleAbove(lines: readonly MailLine[], at: number): number {
  let between = 0;
  for (let i = at - 1; i >= Math.max(1, at - 4); i--) {
    const text = lines[i]?.text ?? '';
    if (isRule(text) && (between === 0 || !/^\s*-- ?$/.test(text))) return i;
    if (text.trim()) between++;
  }
  return at;
}
