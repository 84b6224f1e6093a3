// Words with which mail programs introduce earlier messages, folded; one table for all languages, since a mail is
// often quoted by a program that speaks another language than its people.

const list = (text: string): ReadonlySet<string> => new Set(text.split('|').map((word) => word.trim()));

/** The labels of the small header in front of a forwarded or quoted message. */
export const HEADER_LABELS = {
  from: list(
    'from|von|de|da|van|od|fra|fran|lahettaja|kimden|gonderen|差出人|送信者|送信元|מאת|от|від|expediteur|mittente|remitente|remetente|afzender|absender|avsandare|afsender|avsender|odesilatel|felado|de la|发件人|寄件者|보낸 사람|nadawca|απο|από',
  ),
  date: list(
    'sent|date|gesendet|gesendet am|datum|envoye|envoye le|enviado|enviado el|enviada em|enviado em|fecha|data|inviato|verzonden|wyslano|odeslano|sendt|dato|skickat|lahetetty|paivamaara|paivays|gonderildi|gonderme tarihi|gonderim tarihi|tarih|送信日時|日付|日時|date de|送信日|נשלח|תאריך|дата|отправлено|elkuldve|发送时间|보낸 날짜|ημερομηνια',
  ),
  to: list(
    'to|an|a|para|aan|do|komu|pro|til|till|vastaanottaja|kime|alici|宛先|受信者|אל|кому|destinataire|destinatario|empfanger|mottagare|cimzett|收件人|받는 사람|προς',
  ),
  subject: list(
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|predmet|emne|amne|aihe|konu|件名|題名|נושא|тема|targy|subiect|主题|主旨|제목|θεμα',
  ),
  other: list(
    'cc|kopie|copie|kopia|copia|cci|bcc|ccn|cco|bilgi|kopio|antwort an|reply-to|reply to|repondre a|responder a|rispondi a|svar til|importance|wichtigkeit|attachments|anlagen|pieces jointes|datos adjuntos|anexos|allegati|bijlagen|zalaczniki|עותק|העתק|priority',
  ),
};
export type HeaderLabel = keyof typeof HEADER_LABELS;

/** What stands in the line above a message that was passed on. */
export const FORWARD_INTROS: readonly string[] = [
  'forwarded message',
  'begin forwarded message',
  'original message forwarded',
  'forwarded by',
  'weitergeleitete nachricht',
  'weitergeleiteten nachricht',
  'message transfere',
  'message transmis',
  'debut du message reexpedie',
  'debut du message transfere',
  'mensaje reenviado',
  'mensagem encaminhada',
  'mensagem reencaminhada',
  'messaggio inoltrato',
  'doorgestuurd bericht',
  'przekazana wiadomosc',
  'wiadomosc przekazana',
  'przekazana dalej wiadomosc',
  'przekazywana wiadomosc',
  'preposlana zprava',
  'videresendt meddelelse',
  'videresendt besked',
  'videresendt melding',
  'videresendte meddelelse',
  'videresendte melding',
  'vidarebefordrat meddelande',
  'vidarebefordrat brev',
  'vidarebefordrade brevet',
  'valitetty viesti',
  'edelleenlahetetty viesti',
  'iletilen ileti',
  'iletilmis ileti',
  'yonlendirilen ileti',
  'yonlendirilen mesaj',
  'iletilen mesaj',
  '転送されたメッセージ',
  '転送メッセージ',
  '転送',
  'הודעה שהועברה',
  'ההודעה שהועברה',
  'пересланное сообщение',
  'пересылаемое сообщение',
  'tovabbitott uzenet',
  'mesaj redirectionat',
];

/** What stands in the line above a message that is answered. */
export const ORIGINAL_INTROS: readonly string[] = [
  'original message',
  'original appointment',
  'reply message',
  'ursprungliche nachricht',
  'originalnachricht',
  'original-nachricht',
  'message d origine',
  'message original',
  'message initial',
  'mensaje original',
  'mensagem original',
  'messaggio originale',
  'oorspronkelijk bericht',
  'origineel bericht',
  'oprindelig meddelelse',
  'original meddelelse',
  'opprinnelig melding',
  'ursprungligt meddelande',
  'originalmeddelande',
  'alkuperainen viesti',
  'wiadomosc oryginalna',
  'oryginalna wiadomosc',
  'puvodni zprava',
  'ozgun ileti',
  'orijinal ileti',
  'orijinal mesaj',
  '元のメッセージ',
  'オリジナルメッセージ',
  'הודעה מקורית',
  'исходное сообщение',
  'eredeti uzenet',
];

/** "On Monday, Anna wrote:" in the languages whose programs end the line with a verb or name it within. */
export const WROTE: readonly string[] = [
  'wrote',
  'writes',
  'schrieb',
  'hat geschrieben',
  'a ecrit',
  'escribio',
  'escreveu',
  'ha scritto',
  'schreef',
  'het volgende geschreven',
  'napisal',
  'napisala',
  'pisze',
  'napsal',
  'napsala',
  'skrev',
  'kirjoitti',
  'yazdi',
  'sunlari yazdi',
  'さんは書きました',
  'さんが書きました',
  'wrote：',
  'כתב',
  'כתבה',
  'написал',
  'пише',
  'irta',
  'a scris',
  'έγραψε',
];

/** Abbreviations that programs put before the subject of a mail that was passed on, folded. */
export const FORWARD_PREFIXES = list(
  'fw|fwd|wg|tr|rv|enc|i|pd|vs|vb|vl|ilt|vidarebefordrat|doorst|转发|轉寄|転送|הועבר|trs|inoltro|res fw|videresendt|fs|edelleen',
);
/** The same for an answer. */
export const REPLY_PREFIXES = list(
  're|aw|antw|antwort|sv|r|ref|rif|res|resp|odp|odpoved|vs|ynt|yan|回复|答复|返信|回覆|השב|תגובה|atb|bls|ha|rép|rep|rif',
);
