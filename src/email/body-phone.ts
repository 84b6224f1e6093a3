import type { Facts } from './fact.ts';
import type { MailLine } from './mail-line.ts';
import { phonesIn } from './phone-numbers.ts';
import type { Regions } from './phone-regions.ts';
import { fold } from './plain-value.ts';

// Words with which people give their own number within a sentence, folded.
const MINE =
  /\b(?:my (?:\w+ ){0,2}(?:number|phone|mobile|cell|whatsapp)|(?:call|text|ring|phone|reach|whatsapp) me|meine (?:\w+ )?(?:nummer|telefonnummer|handynummer|mobilnummer)|(?:erreichen|rufen) sie mich|erreichen mich|mich erreichen|ruf mich|(?:bin|mich) (?:\w+ )?(?:unter|erreichbar)|mon (?:numero|portable|telephone)|(?:me )?joindre au|joignable au|rappelez-moi|mi (?:numero|telefono|movil|celular|whatsapp)|llamame|llamarme|meu (?:numero|telefone|celular|whats\w*|telemovel)|me ligue|il mio (?:numero|cellulare|telefono)|mi (?:puo|potete) (?:chiamare|contattare)|chiamatemi|mijn (?:nummer|telefoonnummer|mobiel)|bereik me|(?:ben ik|mij) (?:te )?bereik\w*|moj (?:numer|telefon)|moj nr|do mnie|mitt (?:nummer|telefonnummer|mobilnummer)|nar mig pa|nas pa|ring (?:mig|meg)|mit (?:nummer|telefonnummer|mobilnummer)|numeroni|puhelinnumeroni|soita minulle|muj (?:telefon|mobil)|me cislo|volejte mi|numaram|telefonum|szamom)\b|私の(?:電話|携帯)|המספר שלי|הטלפון שלי|הנייד שלי/;
const THEIRS =
  /\b(?:colleague|assistant|boss|office manager|kolleg\w*|chef|collegue|assistante?|companer[oa]|colega|jefe|collega|kolezank\w*|kolegyn\w*|kollega\w*|kolega\w*|tyokaveri|is arkadasim|urgen\w*|dringend\w*)\b/;

/** A number that the author gives as their own in the message: "call me on 01632 960123". */
export function bodyPhone(lines: readonly MailLine[], regions: Regions): Facts {
  for (const { text } of lines.slice(0, 80)) {
    if (!/\d\D{0,2}\d\D{0,2}\d\D{0,2}\d/.test(text)) continue;
    const line = text.slice(0, 400);
    const found = phonesIn(line, regions)[0];
    const before = fold(line.slice(Math.max(0, (found?.start ?? 0) - 60), found?.start ?? 0));
    if (!found || found.kind === 'fax' || !MINE.test(before) || THEIRS.test(fold(line))) continue;
    const field = found.kind === 'mobile' ? 'mobilePhone' : 'businessPhone';
    return { [field]: { value: found.written, source: { from: 'body' }, sure: 0.7 } };
  }
  return {};
}
