import { hasLegalForm, isLegalWord } from './legal-forms.ts';
import { fold } from './plain-value.ts';
import { isTitleWord } from './title-words.ts';

// Words that organisations without a legal form have in their names, folded.
const KIND_WORDS = new Set(
  'hospital hopital krankenhaus klinik klinikum clinic university universitat universite universidad universidade universita universitet universiteit hochschule school schule college academy akademie institut institute instituto istituto pharmacy apotheke pharmacie farmacia bakery backerei baeckerei boulangerie bakkerij brewery brauerei brasserie brouwerij bryggeri panaderia winery weingut bodegas domaine chateau cantina hotel hostal albergo resort restaurant ristorante theater theatre teatro museum musee museo stadtwerke gemeinde stadt ville city county council commune ayuntamiento comune kommun kommune gemeente mairie ministry foundation stiftung fondation fundacion stichting association verein group gruppe groupe grupo gruppo groep holding holdings industries industrie industria industrias enterprises partners consulting solutions systems logistics logistik logistica logistique transport transports transportes trasporti spedition foods food brands studio studios labs laboratories laboratorios labo werke manufaktur fromagerie laiterie cooperative cooperativa cooperatie genossenschaft co-op farms farm hof gartnerei atelier werkstatt werk boutique shop store stores media press verlag editions edizioni architects architekten ingenieure engineering services servicios servizi trading handel market supermarket molkerei druckerei imprimerie tipografia bank banque banco banca insurance versicherung fabrik fabryka zaklad zaklady przedsiebiorstwo hurtownia sklep firma tovarna pivovar nemocnice sykehus sjukhus sairaala yliopisto tehdas verkstad fabrikker fabrik rederi mejeri hastanesi universitesi fabrikasi makina tekstil gida lojistik medikal distillers distillery brewers packaging manufacturing interiors kitchens materials supply supplies works mills textiles health healthcare medical dental freight warehouse warehousing storage'.split(
    ' ',
  ),
);
const SCRIPTED_KIND = /大学|病院|工業|商事|製作所|研究所|銀行|物流|食品|工場|מפעל|בית חולים|קבוצת|אוניברסיט/u;
const SKIPPED = new Set(
  'and und et y e i og och en & the of di de du des del da do von van der la le les el los the'.split(' '),
);

/** How strongly a text looks like the name of a company: 0 not at all, 1 for certain. */
export function companyScore(text: string, domain: string | undefined): number {
  if (text.length < 2 || text.length > 110 || /@|https?:|^\d+$|[?!]$|^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(text))
    return hasLegalForm(text) && !/@|\//.test(text) ? 0.6 : 0;
  const legal = hasLegalForm(text);
  const alike = domain ? domainLikeness(text, domain) : 0;
  if (legal && alike > 0.4) return 1;
  if (legal) return 0.9;
  if (alike > 0.4) return 0.5 + alike * 0.4;
  const kinds = fold(text).match(/[\p{L}-]+/gu) ?? [];
  if (
    kinds.some(
      (word) =>
        KIND_WORDS.has(word) ||
        /(?:werke|werk|fabrik|bakkerij|backerei|gruppe|group|bryggeri|mejeri|tehdas)$/.test(word),
    ) ||
    SCRIPTED_KIND.test(text)
  )
    return 0.55;
  return 0;
}

/**
 * How well a name spells a domain: `hsantaclara` is "Hospital Santa Clara", `strathdistil` "Strath Distillers".
 * The share of the domain that beginnings of the name's words make up, in their order.
 */
function domainLikeness(name: string, domain: string): number {
  const label = (domain.split('.')[0] ?? '').toLowerCase();
  const tokens = (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((token) => !isLegalWord(token)).slice(0, 10);
  const target = label.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 60);
  if (target.length < 3 || tokens.length === 0) return 0;
  if (tokens.length >= 3 && target === tokens.map((token) => token[0]).join('')) return 0.8;
  const spellings = [tokens, spelledOut(name)];
  return Math.max(...spellings.map((words) => coverage(words, target)));
}

/** German and Nordic letters as they stand in domains: ü → ue, ø → oe, å → aa. */
function spelledOut(name: string): string[] {
  const spelled = name
    .toLowerCase()
    .replace(/[äæ]/g, 'ae')
    .replace(/[öø]/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/å/g, 'aa');
  return (fold(spelled).match(/[\p{L}\p{N}]+/gu) ?? []).filter((token) => !isLegalWord(token)).slice(0, 10);
}

function coverage(tokens: readonly string[], target: string): number {
  // best[i]: most letters of target.slice(0, i) explained, with runs of at least three letters or single initials.
  let states = new Map<number, number>([[0, 0]]);
  let long = 0;
  for (const token of tokens) {
    const next = new Map(states);
    for (const [at, runs] of states) {
      let length = 0;
      while (length < token.length && at + length < target.length && token[length] === target[at + length]) {
        length++;
        const weight = runs + (length >= 3 || length === token.length ? 1 : 0);
        next.set(at + length, Math.max(next.get(at + length) ?? 0, weight));
      }
      if (length >= 4) long = Math.max(long, length);
    }
    states = next;
  }
  const reached = [...states].filter(([, runs]) => runs > 0).map(([at]) => at);
  const whole = Math.max(0, ...reached) / target.length;
  if (whole >= 0.99) return 1;
  const contained = tokens.find((token) => token.length >= 4 && target.includes(token) && !SKIPPED.has(token));
  return Math.max(whole >= 0.5 ? whole : 0, contained ? contained.length / target.length : 0, long >= 5 ? 0.5 : 0);
}

/**
 * The company's name at the end of a text that begins with something else ("Eigenaar Bakkerij De Haan"):
 * the longest ending that spells the domain or carries the legal form.
 */
export function splitAtCompany(text: string, domain: string | undefined) {
  const tokens = text.split(/\s+/);
  let lastTitle = -1;
  for (const [i, token] of tokens.entries()) if (isTitleWord(token)) lastTitle = i;
  for (let start = 1; start < tokens.length; start++) {
    const company = tokens.slice(start).join(' ');
    const first = tokens[start] ?? '';
    if (start <= lastTitle || !/^[\p{Lu}\p{Lo}\d"„“«]/u.test(first)) continue;
    const alike = domain ? domainLikeness(company, domain) : 0;
    const less = domain !== undefined && alike < domainLikeness(text, domain);
    const named = tokens.slice(start).some((token) => !isLegalWord(token));
    if (named && !less && (hasLegalForm(company) || alike >= 0.6)) {
      return { before: tokens.slice(0, start).join(' '), company };
    }
  }
  return undefined;
}

/** The company as the text itself spells it, when its words run together make the domain ("Sundaram Textiles"). */
export function companySpelledIn(text: string, domain: string): string | undefined {
  const target = (domain.split('.')[0] ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  if (target.length < 5) return undefined;
  const tokens = [...text.slice(0, 6000).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)];
  for (let start = 0; start < tokens.length; start++) {
    let joined = '';
    for (let end = start; end < Math.min(start + 5, tokens.length); end++) {
      const token = tokens[end];
      joined += fold(token?.[0] ?? '').replace(/[^\p{L}\p{N}]/gu, '');
      if (!target.startsWith(joined)) break;
      const from = tokens[start]?.index ?? 0;
      const found = text.slice(from, (token?.index ?? 0) + (token?.[0].length ?? 0));
      const aside =
        text[from - 1] === '@' || text[from - 1] === '.' || /^\.\p{L}/u.test(text.slice(from + found.length));
      if (joined === target && end > start && /^\p{Lu}/u.test(found) && !found.includes('\n') && !aside) return found;
    }
  }
  return undefined;
}
