import assert from 'node:assert/strict';
import { toMailLines } from '../../src/email/mail-line.ts';
import { splitThread } from '../../src/email/thread.ts';

const ATTRIBUTIONS: Record<string, string> = {
  en: 'On Mon, Mar 2, 2026 at 8:14 AM Ellen Marsh <ellen@norvale.example> wrote:',
  'en, in two lines': 'On Mon, Mar 2, 2026 at 8:14 AM Ellen Marsh <ellen@norvale.example>\nwrote:',
  de: 'Am 02.03.2026 um 14:22 schrieb Jonas Reuter <jonas@norvale.example>:',
  fr: 'Le lun. 2 mars 2026 à 10:03, Camille Laurent <camille@norvale.example> a écrit :',
  es: 'El lun, 2 mar 2026 a las 10:03, Pedro Ortega (<pedro@norvale.example>) escribió:',
  pt: 'Em seg., 2 de mar. de 2026 às 10:03, Rafael Costa <rafael@norvale.example> escreveu:',
  it: 'Il giorno lun 2 mar 2026 alle ore 10:03 Luca Bianchi <luca@norvale.example> ha scritto:',
  nl: 'Op ma 2 mrt. 2026 om 09:11 schreef Bram Visser <bram@norvale.example>:',
  pl: 'pon., 2 mar 2026 o 10:03 Marta Nowicka <marta@norvale.example> napisał(a):',
  sv: 'Den mån 2 mars 2026 kl 10:03 skrev Sven Dahl <sven@norvale.example>:',
  da: 'Den man. 2. mar. 2026 kl. 10.03 skrev Sven Dahl <sven@norvale.example>:',
  nb: 'man. 2. mars 2026 kl. 10:03 skrev Sven Dahl <sven@norvale.example>:',
  fi: 'ma 2. maalisk. 2026 klo 10.03 Sven Dahl (sven@norvale.example) kirjoitti:',
  cs: 'po 2. 3. 2026 v 10:03 odesílatel Marta Nowicka <marta@norvale.example> napsal:',
  tr: 'Jonas Reuter <jonas@norvale.example>, 2 Mar 2026 Pzt, 10:03 tarihinde şunu yazdı:',
  ja: '2026年3月2日(月) 10:03 加藤 由紀 <yuki@norvale.example>:',
  he: '‫בתאריך יום ב׳, 2 במרץ 2026 ב-10:03 מאת ‪Ellen Marsh‬‏ <‪ellen@norvale.example‬‏>:‬',
  hu: 'Kovács Anna <anna@norvale.example> ezt írta (időpont: 2026. márc. 2., H, 10:03):',
};

const HEADERS: Record<string, string> = {
  en: 'From: A B <a@b.example>\nSent: Monday, March 2, 2026 9:00 AM\nTo: C\nSubject: Printer',
  de: 'Von: A B <a@b.example>\nGesendet: Montag, 2. März 2026 09:00\nAn: C\nBetreff: Printer',
  fr: 'De : A B <a@b.example>\nEnvoyé : lundi 2 mars 2026 09:00\nÀ : C\nObjet : Printer',
  es: 'De: A B <a@b.example>\nEnviado el: lunes, 2 de marzo de 2026 9:00\nPara: C\nAsunto: Printer',
  pt: 'De: A B <a@b.example>\nEnviado: segunda-feira, 2 de março de 2026 09:00\nPara: C\nAssunto: Printer',
  it: 'Da: A B <a@b.example>\nInviato: lunedì 2 marzo 2026 09:00\nA: C\nOggetto: Printer',
  nl: 'Van: A B <a@b.example>\nVerzonden: maandag 2 maart 2026 09:00\nAan: C\nOnderwerp: Printer',
  pl: 'Od: A B <a@b.example>\nWysłano: poniedziałek, 2 marca 2026 09:00\nDo: C\nTemat: Printer',
  sv: 'Från: A B <a@b.example>\nSkickat: den 2 mars 2026 09:00\nTill: C\nÄmne: Printer',
  da: 'Fra: A B <a@b.example>\nSendt: 2. marts 2026 09:00\nTil: C\nEmne: Printer',
  fi: 'Lähettäjä: A B <a@b.example>\nLähetetty: maanantai 2. maaliskuuta 2026 9.00\nVastaanottaja: C\nAihe: Printer',
  cs: 'Od: A B <a@b.example>\nOdesláno: pondělí 2. března 2026 9:00\nKomu: C\nPředmět: Printer',
  tr: 'Kimden: A B <a@b.example>\nGönderildi: 2 Mart 2026 Pazartesi 09:00\nKime: C\nKonu: Printer',
  ja: '差出人: A B <a@b.example>\n送信日時: 2026年3月2日 9:00\n宛先: C\n件名: Printer',
  he: 'מאת: A B <a@b.example>\nנשלח: יום שני 02 מרץ 2026 09:00\nאל: C\nנושא: Printer',
  'bold by stars': '*From:* A B <a@b.example>\n*Sent:* Monday\n*To:* C\n*Subject:* Printer',
};

describe('splitThread', () => {
  for (const [language, line] of Object.entries(ATTRIBUTIONS))
    it(`ends the newest message at an attribution (${language})`, () => {
      const { newest, earlier } = splitThread(toMailLines(`Yes, please.\n\n${line}\n\n> Shall we?\n> Norvale`));
      assert.deepEqual(filled(newest), ['Yes, please.']);
      assert.equal(earlier[0]?.kind, 'attribution');
    });

  for (const [language, header] of Object.entries(HEADERS))
    it(`reads the header of an earlier message (${language})`, () => {
      const { newest, earlier } = splitThread(toMailLines(`Yes, please.\n\n${header}\n\nShall we?`));
      assert.deepEqual(filled(newest), ['Yes, please.']);
      assert.deepEqual(earlier[0]?.from, { name: 'A B', address: 'a@b.example' });
      assert.equal(earlier[0]?.subject, 'Printer');
      assert.deepEqual(filled(earlier[0]?.lines ?? []), ['Shall we?']);
    });

  it('keeps answers written between quoted lines', () => {
    const text = 'See below.\n\nOn 1 May 2026, A <a@b.example> wrote:\n> One?\n\nYes.\n\n> Two?\n\nNo.';
    assert.deepEqual(filled(splitThread(toMailLines(text)).newest), ['See below.', 'Yes.', 'No.']);
  });

  it('does not take a sentence with a colon for an attribution', () => {
    const text = 'Hello,\n\nmy boss wrote on 3 May what we need:\n\n- four printers\n- two scanners';
    assert.equal(splitThread(toMailLines(text)).earlier.length, 0);
  });
});

function filled(lines: readonly { text: string }[]): string[] {
  return lines.map((line) => line.text.trim()).filter(Boolean);
}
