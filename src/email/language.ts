import { words } from './plain-value.ts';

// The commonest little words of each language that no close neighbour shares; folded.
const LITTLE_WORDS: Record<string, string> = {
  en: 'the and for you we are with our have your this that would please could from can need is it thanks hello dear',
  de: 'firma nachricht telefon vorname nachname anfrage und der die das wir fur ist sie mit nicht ein eine einen von auf uns unsere bitte haben ich konnen zu im hallo gruss',
  fr: 'societe nom prenom objet votre demande le les des nous vous pour est une avec dans sur notre votre merci bonjour je sont du et au cordialement madame monsieur',
  es: 'empresa asunto mensaje correo nombre telefono el los las una para con por que nuestra nuestro necesitamos gracias estamos hola buenos buenas dias del saludos somos es y',
  pt: 'preciso pessoal voces uns meu minha quanto custa gostaria boa tarde empresa assunto mensagem nome telefone os uma para com nao nosso nossa precisamos obrigado obrigada estamos voces voce bom dia ola do da em gostaria somos ao e atenciosamente',
  it: 'azienda oggetto messaggio cognome telefono il gli per con non siamo nostra nostro una che vorremmo grazie buongiorno saluti del della di sono avete vostro ci e cordiali',
  nl: 'bedrijfsnaam naam bericht uw telefoonnummer het een van wij voor met zijn onze niet op graag kunnen hebben naar dat ik hallo groet bij u jullie en geachte beste',
  pl: 'firma wiadomosci imie nazwisko nie jest dla na prosze oraz czy sie dzien dobry szukamy naszej nasza panstwa pozdrawiam potrzebujemy do w z i jestesmy',
  sv: 'meddelande foretag och att vi ar for med det som har inte en ett till var vara pa hej kan halsningar vill ni',
  da: 'virksomhed besked navn og vi til er med det en et at har ikke vores af hej kan jer venlig hilsen pa som skal dette',
  nb: 'bedrift melding navn og vi til er med det en et at har ikke var av hei kan dere vennlig hilsen pa som skal trenger onsker',
  fi: 'onko teilla noin kpl terve moi kysely tarvitsisimme haluaisimme meilla teille lahettaa myos mutta viesti yritys nimi ja on me meidan ei etta hei olemme tarvitsemme voitteko se kun kiitos terveisin jos teidan ovat tarjous tai',
  cs: 'firma zprava jmeno je pro na se dobry den prosim nebo jsme nase potrebujeme za bychom pozdravem ve hledame do v z',
  tr: 'sirket konu mesajiniz soyad icin adet ve bir icin bu ile merhaba bizim olarak var misiniz saygilarimla tesekkurler firmamiz ihtiyacimiz istiyoruz sayin iyi',
  hu: 'es az egy hogy nem van kerjuk tisztelt udvozlettel szeretnenk reszere kerem nagyon udv',
  ro: 'si in pentru cu este nu va multumesc buna ziua dorim avem nostru noastra stima sunt',
};
const TABLE = new Map(Object.entries(LITTLE_WORDS).map(([language, text]) => [language, new Set(text.split(' '))]));

const SCRIPTS: readonly [RegExp, string][] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0400-\u04ff]/g, 'ru'],
  [/[\u4e00-\u9fff]/g, 'zh'],
];

// Letters that few languages write; a short text may hold nothing else that tells.
const LETTERS: readonly [RegExp, readonly string[]][] = [
  [/[ğışİ]/g, ['tr']],
  [/[řěů]/g, ['cs']],
  [/[łąęśżźćń]/g, ['pl']],
  [/[őű]/g, ['hu']],
  [/[ñ¿¡]/g, ['es']],
  [/[ãõ]/g, ['pt']],
  [/ß/g, ['de']],
  [/[æø]/g, ['da', 'nb']],
  [/[êœùç]/g, ['fr']],
  [/[țșă]/g, ['ro']],
];

/** The language of a text as ISO 639-1, or undefined when it says too little to tell. */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, 4000);
  for (const [letters, language] of SCRIPTS)
    if ((sample.match(letters)?.length ?? 0) > Math.max(4, sample.length / 20)) return language;
  const counts = new Map<string, number>();
  for (const word of words(sample).slice(0, 600))
    for (const [language, little] of TABLE) if (little.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  for (const [letters, languages] of LETTERS) {
    const found = Math.min(4, sample.toLowerCase().match(letters)?.length ?? 0);
    if (found > 0) for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + found);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 ? best[0] : undefined;
}
