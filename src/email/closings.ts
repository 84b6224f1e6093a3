import { words } from './plain-value.ts';

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

// Words that make a line a farewell, folded.
const CORE = list(
  'regards rgds sincerely thanks thank thx cheers faithfully respectfully truly cordially greetings best brgds kr br ' +
    'grussen grusse gruessen gruesse gruss gruesze mfg vg lg mfgrussen danke dank hochachtungsvoll servus ' +
    'cordialement salutations merci bientot respectueusement amicalement cdlt cdt sentiments bien salutation bonne ' +
    'saludos saludo atentamente cordialmente gracias atte abrazo atentament ' +
    'atenciosamente cumprimentos att obrigado obrigada valeu falou tchau abs bjs abracos abraco grato grata saudacoes respeitosamente ' +
    'saluti cordialita grazie presto ossequi ' +
    'groet groeten mvg bedankt hoogachtend groetjes mvrgr gr ' +
    'pozdrawiam pozdrowienia pozdrowieniami powazaniem dziekuje dziekujemy szacunku wyrazami ' +
    'halsningar halsning kram tack mvh vanligen halsar ' +
    'hilsen hilsner takk tak vh hilsener hilsning ' +
    'saygilarimla saygilarimizla saygilar selamlar tesekkurler tesekkur calismalar sevgiler ' +
    'pozdravem pozdravy dekuji dekujeme diky pozdrav uctou ' +
    'terveisin kiitos kiitoksia terveiset yst yt ystavallisin terv ' +
    'בברכה תודה בתודה בכבוד ברכה ' +
    'udvozlettel koszonettel koszonom udv tisztelettel multumesc multumim stima 敬具 草々 以上 致します 願います 谢谢 此致 감사합니다 드림 εκτιμηση ευχαριστω уважением спасибо повагою дякую приветом',
);
const FILLER = list(
  'and with many kind kindest warm warmest very my our the a in advance you so much for your help all again yours have great good nice day week weekend time take care to of from happy new year ' +
    'mit freundlichen freundlichem freundliche freundlicher beste besten bestem viele vielen liebe lieben lieber herzliche herzlichen herzlichem im voraus schone schonen und sonnige aus dem der nach bis dann ' +
    'et a vous journee soiree meilleures meilleurs distinguees distingues avec mes nos les plus sinceres sinceres d l avance par reception tres vos bonne fin semaine ' +
    'un una cordial cordiales muy buen buena dia y de antemano por su atencion reciba quedo sus ordenes os que tenga ' +
    'melhores com e desde ja pela atencao os meus muito cordiais ' +
    'di cuore molte mille distinti cordiali ringraziando attesa buona giornata lavoro ' +
    'met vriendelijke hartelijke bij voorbaat en alvast van harte fijne dag ' +
    'z i serdecznie wyrazy gory za dobrego dnia zyczen zyczeniami ' +
    'vanliga med basta och pa forhand varma ' +
    'venlig venlige vennlig de bedste og beste varme pa forhand mange god ' +
    've iyi ederim ederiz gunler dilerim simdiden hayirli ' +
    's a predem hezky den preji preju prani pekny pranim mnohokrat srdecnymi srdecny pratelskym moc ' +
    'etukateen paljon hyvaa paivanjatkoa parhain avuin yhteistyoterveisin ystavallisesti ' +
    'רבה רב מראש יום טוב ובברכה cu elore is с μεπ με za prijemny',
);
const FORMAL =
  /^(?:veuillez agreer|je vous prie d|nous vous prions d|dans l attente de votre|recevez madame|en vous souhaitant|in attesa di un (?:vostro|suo|gentile)|wishing you a|i wish you a)/;

/** Whether a line only says good-bye. `name`: words of the author's name, which may follow ("Thanks, Dana"). */
export function isClosing(line: string, name: readonly string[] = []): boolean {
  const text = line.trim();
  if (text.length < 2 || text.length > 170 || /\?$/.test(text)) return false;
  const all = words(text);
  if (FORMAL.test(all.join(' '))) return true;
  if (text.length > 60 || all.length > 9) return false;
  if (/^(?:以上|敬具|草々)/.test(text) && text.length < 12) return true;
  const rest = all.filter((word) => !name.includes(word));
  const strange = rest.filter((word) => !CORE.has(word) && !FILLER.has(word));
  if (!rest.some((word) => CORE.has(word))) return false;
  // "Viele Grüße aus Hamburg", "Best from Leeds": one word of their own, but no more.
  return (
    strange.length === 0 ||
    (strange.length === 1 &&
      rest.length >= 3 &&
      /\b(?:aus|from|fran|fra|de|uit|da)\b/.test(all.join(' ')) &&
      !/\d/.test(text))
  );
}
