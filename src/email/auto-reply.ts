import { fold } from './plain-value.ts';

// How programs title the answers they give on their own; folded.
const SUBJECTS: readonly string[] = [
  'automatic reply',
  'automatic response',
  'automated reply',
  'automated response',
  'auto reply',
  'auto-reply',
  'autoreply',
  'auto response',
  'autoresponse',
  'out of office autoreply',
  'out of office auto-reply',
  'out of the office',
  'out of office',
  'out-of-office',
  'ooo',
  'on vacation',
  'on leave',
  'away from office',
  'automatische antwort',
  'automatische ruckmeldung',
  'abwesenheitsnotiz',
  'abwesenheitsmeldung',
  'abwesenheitsassistent',
  'abwesenheit',
  'abwesend',
  'reponse automatique',
  'message automatique',
  'absence du bureau',
  'absence',
  'absent',
  'respuesta automatica',
  'fuera de la oficina',
  'fuera de oficina',
  'resposta automatica',
  'fora do escritorio',
  'ausencia temporaria',
  'ausencia',
  'risposta automatica',
  'fuori sede',
  'fuori ufficio',
  'assente',
  'assenza',
  'automatisch antwoord',
  'automatisch bericht',
  'afwezigheidsbericht',
  'afwezig',
  'afwezigheid',
  'niet aanwezig',
  'odpowiedz automatyczna',
  'automatyczna odpowiedz',
  'poza biurem',
  'nieobecnosc',
  'nieobecny',
  'nieobecna',
  'autosvar',
  'automatiskt svar',
  'automatisk svar',
  'franvaro',
  'franvarande',
  'ej pa kontoret',
  'fravaer',
  'fraver',
  'fravaersmeddelelse',
  'fravarsmelding',
  'ikke til stede',
  'ikke pa kontoret',
  'automaattinen vastaus',
  'poissaoloilmoitus',
  'poissa',
  'automaticka odpoved',
  'mimo kancelar',
  'nepritomnost',
  'otomatik yanit',
  'otomatik cevap',
  'ofis disinda',
  'ofis disi',
  'izindeyim',
  'automatikus valasz',
  'raspuns automat',
  'автоответ',
  'автоматический ответ',
  '自動応答',
  '自動返信',
  '不在通知',
  '不在のお知らせ',
  '不在',
  '自动回复',
  'תשובה אוטומטית',
  'מענה אוטומטי',
  'מחוץ למשרד',
].sort((a, b) => b.length - a.length);

const AFTER = /^\s?(?:[:：]|[-–—|]|(?=re\s?:)|(?=aw\s?:)|(?=sv\s?:)|$)\s?/i;

/** The subject behind the words of an automatic answer, or undefined when it does not begin with such words. */
export function isAbsencePrefix(subject: string): string | undefined {
  const match = absenceWords(subject);
  if (match === undefined) return undefined;
  const rest = subject.slice(match);
  return AFTER.test(rest) ? rest.replace(AFTER, '') : undefined;
}

/** How many characters of a subject are words of an automatic answer. */
export function absenceWords(subject: string): number | undefined {
  const head = subject.slice(0, 60);
  const bare = head.replace(/^[[(【<「\s]+/, '');
  const skipped = head.length - bare.length;
  const folded = [...bare].map((letter) => fold(letter)).join('');
  // Folding letter by letter keeps lengths equal except for ligatures, which no entry begins with.
  const words = SUBJECTS.find((entry) => folded.startsWith(entry));
  if (words === undefined) return undefined;
  const end = skipped + words.length;
  if (/^\p{L}/u.test(subject.slice(end)) && /[a-z]$/.test(words)) return undefined;
  return subject.slice(end).startsWith(']') || subject.slice(end).startsWith('】') ? end + 1 : end;
}

// What people write who are away; folded. A buyer may mention a holiday, so the text must say it early and be short.
const AWAY =
  /\b(?:out of (?:the )?office|on (?:annual|parental|maternity|sick|paternity) leave|currently away|away from (?:the|my) (?:office|desk)|limited access to (?:my )?e-?mail|no longer (?:with|works? (?:at|for))|auf dienstreise|nicht im (?:buro|hause|haus)|im urlaub|abwesend|in elternzeit|je suis (?:actuellement )?(?:absente?|en conges?)|absente? (?:du bureau|jusqu)|estoy (?:fuera|ausente|de vacaciones)|me encuentro (?:fuera|de vacaciones|ausente)|estare (?:fuera|ausente)|estou (?:ausente|fora|de ferias)|estarei (?:ausente|fora|de ferias)|encontro-me (?:ausente|de ferias)|sono (?:assente|in ferie|fuori)|saro (?:assente|in ferie|fuori)|(?:ben|ik ben) (?:momenteel |tot |afwezig|met vakantie|op vakantie|niet aanwezig)|afwezig|przebywam na urlopie|jestem (?:na urlopie|nieobecn)|poza biurem|jestem poza|ar (?:ledig|pa semester|borta|franvarande|tjanstledig)|pa semester|er pa (?:ferie|barsel)|er ikke pa kontoret|har ferie|holder ferie|er fravarende|tilbake pa kontoret|olen (?:lomalla|poissa|vuosilomalla)|kesalomalla|vuosilomalla|poissa toimistolta|jsem (?:mimo|na dovolene|neprítomn|nepritomn)|na dovolene|mimo kancelar|(?:yillik )?izindeyim|ofis disindayim|yillik izin|szabadsagon|nem tartozkodom|in concediu)\b|不在にして|休暇をいただ|休暇中|お休みをいただ|不在のため|出張のため|איני במשרד|אני בחופש|בחופשה|לא אהיה במשרד|אינני במשרד|в отпуске/u;

/** Whether the text says that its author is away. */
export function saysAway(body: string): boolean {
  return body.length < 1200 && AWAY.test(fold(body.slice(0, 450)).replace(/æ/g, 'ae'));
}
