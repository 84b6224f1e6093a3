import assert from 'node:assert/strict';
import { isLeadLetter } from '../../src/email/lead-intent.ts';

describe('isLeadLetter', () => {
  const letter = (subject: string, body: string, more: object = {}) =>
    isLeadLetter({ subject, body, whole: body, address: 'anna@firm.example', isForm: false, isList: false, ...more });

  it('passes over automatic replies in any language', () => {
    for (const subject of [
      'Automatic reply: Offer',
      'Automatische Antwort: Angebot',
      'Réponse automatique : Devis',
      'Respuesta automática: Oferta',
      'Resposta automática: Oferta',
      'Risposta automatica: Offerta',
      'Automatisch antwoord: Offerte',
      'Odpowiedź automatyczna: Oferta',
      'Autosvar: Offert',
      'Automatisk svar: Tilbud',
      'Automaattinen vastaus: Tarjous',
      'Automatická odpověď: Nabídka',
      'Otomatik yanıt: Teklif',
      '自動応答: 見積',
      'תשובה אוטומטית: הצעה',
    ])
      assert.equal(letter(subject, 'Thank you for your mail.'), false, subject);
  });

  it('passes over bounces, calendar answers, invoices and applications', () => {
    for (const subject of [
      'Undeliverable: Offer',
      'Unzustellbar: Angebot',
      'Accepted: Demo',
      'Zugesagt: Demo',
      'Invoice 2026-11',
      'Rechnung Nr. 5',
      'Facture F-2026',
      'Bewerbung als Techniker',
      'Candidature spontanée',
    ])
      assert.equal(letter(subject, 'See attachment.'), false, subject);
  });

  it('keeps buyers who use the same words in passing', () => {
    assert.equal(letter('Printers', 'We need 14 printers to print invoices. Please send a quote.'), true);
    assert.equal(
      letter('Angebot', 'Ich bin nächste Woche im Haus. Bitte senden Sie ein Angebot über drei Drucker.'),
      true,
    );
    assert.equal(letter('Invitation to tender', 'Please find our tender for 60 handhelds.'), true);
    assert.equal(letter('Rechnungsdrucker gesucht', 'Wir suchen einen Drucker.'), true);
  });

  it('keeps an inquiry on a mailing list although its footer offers to unsubscribe', () => {
    const whole = 'Who sells RFID tags?\n\nTo unsubscribe from this group write to x@y.example';
    assert.equal(letter('[list] Tags', 'Who sells RFID tags?', { whole, isList: true }), true);
  });

  it('passes over a pitch that came through the contact form', () => {
    const body =
      'I was going through your website. We are a digital marketing agency and can bring you to the first page of Google.';
    assert.equal(letter('Contact form', body, { isForm: true }), false);
  });
});
