const HAN = /^\p{Script=Han}{2,6}$/u;
const HANGUL = /^\p{Script=Hangul}{3}$/u;
const DOUBLE = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|皇甫|尉迟|东方|夏侯|慕容)/u;
// Departments and shops, which one writes as short as names.
const NO_PERSON = /[業务務売販社局店会會部課室係客服销銷购購采採聘]/u;

/**
 * A name in Chinese characters or Hangul without a space: the family name comes first and has one letter in China and
 * Korea. Where that is not known, in Japan and for longer names, all of it is the last name.
 */
export function unspacedName(text: string, language: string | undefined): { first?: string; last: string } | undefined {
  if (!(HAN.test(text) || HANGUL.test(text)) || NO_PERSON.test(text)) return undefined;
  const letters = [...text];
  const family = DOUBLE.test(text) ? 2 : 1;
  const chinese = language !== 'ja' && letters.length > family && letters.length <= family + 2;
  return chinese ? { first: letters.slice(family).join(''), last: letters.slice(0, family).join('') } : { last: text };
}
