// What companies put behind (or before) their names, folded, without points, words joined.
const FORMS =
  'gmbh ggmbh mbh gesmbh ug ag kg kgaa ohg gbr ek ev eg se gmbhcokg gmbh&cokg cokg kommanditgesellschaft genossenschaft ' +
  'inc incorporated llc llp lp ltd limited plc corp corporation co company pty pte pvt pvtltd ptyltd pteltd cic lllp pllc pc ' +
  'sa sas sasu sarl eurl snc sci scop scrl sca gie sl slu slne sau scoop sccl sdecv sadecv srldecv srl spa sapa sncdi ss srls sas scarl soccoop coop scoopagr lda sad ltda me eireli epp unipessoallda ' +
  'bv nv vof cv cvba bvba sprl asbl vzw maatschap ' +
  'spzoo spj spk sp psa ska sro as vos ks spolsro zs oy oyj ky tmi ry osk ab hb kb ekfor ef as asa ans da ba sa enk aps is ps amba fmba ivs ' +
  'as ltdsti anonimsirketi sti san tic kft bt zrt nyrt srl pfa doo dd ad ood eood oe ike ae epe sia uab ou oou';
const LEGAL = new Set(FORMS.split(/\s+/));
const SCRIPTED =
  /株式会社|有限会社|合同会社|合資会社|\(株\)|（株）|㈱|㈲|有限公司|주식회사|\(주\)|בע["״'׳]{1,2}מ|ע["״]ר|ООО|ЗАО|ОАО|ПАО|ТОВ/u;
const SPELLED =
  /(?:^|[\s,])(?:sp\.? ?z ?o\.? ?o\.?|s\.? ?r\.? ?o\.?|a\. ?s\.?|s\. ?a\.?|s\. ?a\. ?s\.?|s\. ?r\. ?l\.?|s\. ?p\. ?a\.?|s\. ?l\.?|b\. ?v\.?|n\. ?v\.?|v\. ?o\. ?f\.?|e\. ?v\.|e\. ?k\.|e\. ?g\.|k\. ?k\.|a\.ş\.|a\.s\.|ltd\. ?ş[tT]i\.?|s\.?a\.? de c\.?v\.?|s\. de r\.?l\.?(?: de c\.?v\.?)?|soc\. coop\.?(?: agr\.?)?|pvt\.? ltd\.?|pty\.? ltd\.?|pte\.? ltd\.?|gmbh ?& ?co\.? ?(?:kg|ohg|kgaa)|co\. ?kg|a\/s|i\/s|k\/s|p\/s|s\/a|co\.,? ltd\.?)(?=$|[\s,.)])/iu;

/** Whether a text ends with (or holds) the legal form of a company. */
export function hasLegalForm(text: string): boolean {
  if (SCRIPTED.test(text) || SPELLED.test(text)) return true;
  const tokens = text.trim().split(/\s+/);
  const last = tokens.at(-1) ?? '';
  // Two letters alone are a legal form only in capitals ("AS", "Oy"), and never the whole text.
  return (
    tokens.length > 1 &&
    isLegalWord(last) &&
    (last.length > 3 ||
      /^[\p{Lu}(]/u.test(last) ||
      /^(?:inc|llc|ltd|plc|sro|spa|srl|sarl|gmbh|lda|kft)\.?$/i.test(last))
  );
}

const HOME_OF_FORM: readonly [RegExp, string][] = [
  [/\bS\.? ?A\.? de C\.? ?V\b|\bS\. ?de ?R\.? ?L/, 'MX'],
  [/\bLtda\b/, 'BR'],
  [/\bL\.?da\b/, 'PT'],
  [/\bOyj?\b/, 'FI'],
  [/\b(?:ApS|A\/S)(?=$|[\s,.)])/, 'DK'],
  [/\bASA?$/, 'NO'],
  [/\bA\.?[ŞS]\.|\bŞti\b/, 'TR'],
  [/\bAB\b/, 'SE'],
  [/\bs\.? ?r\.? ?o\b|\ba\. ?s\.$/, 'CZ'],
  [/\bSp\. ?z ?o\. ?o\b|\bsp\. ?j\b/i, 'PL'],
  [/\b(?:Kft|Zrt|Nyrt|Bt)\b/, 'HU'],
  [/\b(?:S\.? ?r\.? ?l|S\.? ?p\.? ?A|S\.n\.c)\b/, 'IT'],
  [/\b(?:S\.?L\.?U?)$|\bS\.L\.U?\.?/, 'ES'],
  [/\b(?:SARL|SAS|SASU|EURL)\b/, 'FR'],
  [/\bB\.? ?V\b|\bVOF\b/, 'NL'],
  [/\b(?:Ges\.?m\.?b\.?H|OG)\b/, 'AT'],
  [/\bPty\b/, 'AU'],
  [/\bPvt\b/, 'IN'],
  [/\b(?:Inc|LLC)\b/, 'US'],
  [/株式会社|有限会社|合同会社/, 'JP'],
  [/בע["״'׳]{1,2}מ/, 'IL'],
];

/** The country where companies of this legal form usually sit: a hint for numbers without a country code. */
export function homeOfForm(text: string): string | undefined {
  return HOME_OF_FORM.find(([form]) => form.test(text))?.[1];
}

/** Whether a word by itself is a legal form. */
export function isLegalWord(word: string): boolean {
  return LEGAL.has(
    word
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\p{M}.,()]/gu, '')
      .replace(/ı/g, 'i'),
  );
}

/** Where a comma belongs to a name: "Tamarix, S.A. de C.V.", "Ridgeline, Inc." */
export const COMMA_BEFORE_FORM =
  /,\s?(?=(?:inc|llc|ltd|l\.l\.c|corp|co|s\.? ?a\.?|s\.? ?r\.? ?l|s\.? ?l|lda|ltda|a\.? ?s|s\.? ?r\.? ?o|sp\. ?z|spol|k\.? ?s|gmbh|plc|limited|b\.? ?v|n\.? ?v)\b)/giu;
