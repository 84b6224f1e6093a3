// Words in front of (or behind) a number, folded. Longer entries win over shorter ones.
const MOBILE =
  'mobile mob mobil mobiltelefon mobilnummer mobiel mobilne mobilni mobiltlf cell cellphone cellulare cellular celular cel cell. handy natel portable port gsm movil tlm telemovel telemobil mob. komorka komorkowy kom tel.kom telkom mobilny matkapuhelin matka gsm kannykka mobiili cep ceptel mobitel mobilszam mobila whatsapp whats wa smartphone 携帯 携帯電話 モバイル 手机 נייד סלולרי סלולארי моб мобильный κινητο hp';
const FAX =
  'fax telefax faks faksi telefaks facsimile telecopie telefaxnummer fx faxnr f ファックス ファクス fax番号 факс φαξ פקס dphfax';
const OFFICE =
  'tel telephone telefon telefoon telefone telefono phone ph tlf tfn tfno telf telef fon fono fone office direct direkt direkte directo diretto direto durchwahl dw work business main desk landline line ligne directe fixe standard switchboard zentrale buro bureau oficina ufficio kantoor biuro kontor kontoret puh puhelin puhelinnumero vaihde linka telefonni pevna sabit ofis dahili telefonszam ring call telefonnummer telefoonnummer rufnummer centralino centrale telefon.  電話 電話番号 直通 代表 会社 טל טלפון משרד ישיר тел телефон τηλ τηλεφωνο tel.nr telnr 电话 t p d o w c m k';
// One letter says as much as a word in a signature: T, D, O, P, W office; M, C, K (komórka) mobile; F fax.
const LETTERS: Record<string, PhoneKind> = { m: 'mobile', c: 'mobile', k: 'mobile', f: 'fax' };

export type PhoneKind = 'mobile' | 'office' | 'fax';

const KINDS = new Map<string, PhoneKind>();
for (const word of OFFICE.split(/\s+/)) KINDS.set(word, 'office');
for (const word of MOBILE.split(/\s+/)) KINDS.set(word, 'mobile');
for (const word of FAX.split(/\s+/)) KINDS.set(word, 'fax');
for (const [letter, kind] of Object.entries(LETTERS)) KINDS.set(letter, kind);

/** What a folded word says about the number beside it. */
export function phoneKind(word: string): PhoneKind | undefined {
  return KINDS.get(word);
}

/** Words between a number and its extension, folded. */
export const EXTENSION =
  /^[\s,;(/-]{0,3}(?:extension|ext|extn|ex|x|poste|int|interno|anexo|ramal|r|dahili|wew|wewn|toestel|tst|klapka|linka|kl|durchwahl|dw|nst|nebenstelle|anknytning|ankn|lokal|alanro|intern|doorkiesnummer|内線|שלוחה|доб|mellek|m\.)\s{0,2}[.:#]?\s{0,2}(\d{1,6})\b/i;
