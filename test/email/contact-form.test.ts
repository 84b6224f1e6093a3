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
