import assert from 'node:assert/strict';
import { drafted } from './drafted.ts';

describe('the message of a contact form', () => {
  const submitted = (text: string) =>
    drafted(
      'Website <noreply@contoso.example>',
      `Name: Jane Doe\nCompany: Fabrikam\nEmail: jane@fabrikam.example\n${text}`,
    ).draft;

  it('goes on behind lines that have a colon', () => {
    const list = 'We need the following:\nMixers: 20 pieces\nBlades: 40 pieces\nPlease deliver in June.';
    assert.equal(submitted(`Message: ${list}`).description, list);
    assert.equal(submitted(`Message:\n${list}`).description, list);
  });

  it('goes on behind words that are labels, too, where the form has given those before', () => {
    const told = 'Hi,\nQuestion: can you deliver in June?\nCompany: Northwind Traders (our customer)\nThanks';
    const { companyName, description } = submitted(`Message: ${told}`);
    assert.equal(companyName, 'Fabrikam');
    assert.equal(description, 'Hi,\nQuestion: can you deliver in June?\nCompany: Northwind Traders (our customer)');
  });

  it('ends with the next label of the form', () => {
    const { description, businessPhone } = submitted(
      'Message: We need 20 mixers.\nPhone: (425) 555-0100\nIP: 192.0.2.1',
    );
    assert.deepEqual([description, businessPhone], ['We need 20 mixers.', '+1 425 555 0100']);
  });
});

describe('what a website writes below a form', () => {
  for (const footer of [
    'Submitted on 22 November 2026, 21:47 from https://www.contoso.example/demo',
    'Eingereicht am 22.11.2026 um 21:47',
    'Envoyé depuis https://www.contoso.example/demo',
    'Enviado desde https://www.contoso.example/demo',
    'Enviado em 22/11/2026',
    '送信元: https://www.contoso.example/demo',
  ]) {
    it(`is not what the visitor wrote: ${footer}`, () => {
      const form = `Name: Jane Doe\nEmail: jane@fabrikam.example\nMessage: We need 20 mixers.\nAs soon as can be.\n\n${footer}`;
      const { description } = drafted('Website <noreply@contoso.example>', form).draft;
      assert.equal(description, 'We need 20 mixers.\nAs soon as can be.');
    });
  }
});

describe('a form that names its sender as mail headers do', () => {
  const REPORTS: Record<string, string> = {
    en: 'From: Jane Doe <jane@fabrikam.example>\nSubject: Price\n\nMessage Body:\n20 mixers.\n\n-- \nThis e-mail was sent from a contact form on Contoso (https://contoso.example)',
    de: 'Von: Jane Doe <jane@fabrikam.example>\nBetreff: Price\n\nNachrichtentext:\n20 mixers.\n\n-- \nDies ist eine Benachrichtigung, dass ein Kontaktformular übermittelt wurde.',
    fr: 'De : Jane Doe <jane@fabrikam.example>\nObjet : Price\n\nCorps du message :\n20 mixers.\n\n-- \nCet e-mail a été envoyé via le formulaire de contact.',
    es: 'De: Jane Doe <jane@fabrikam.example>\nAsunto: Price\n\nCuerpo del mensaje:\n20 mixers.\n\n-- \nEste mensaje se ha enviado desde un formulario de contacto.',
  };
  for (const [language, report] of Object.entries(REPORTS))
    it(`is read in ${language}`, () => {
      const { isLead, draft } = drafted('WordPress <wordpress@contoso.example>', report);
      assert.equal(isLead, true);
      assert.deepEqual(
        [draft.firstName, draft.lastName, draft.email, draft.topic, draft.description],
        ['Jane', 'Doe', 'jane@fabrikam.example', 'Price', '20 mixers.'],
      );
    });
});
