import assert from 'node:assert/strict';
import { splitName } from '../../src/email/split-name.ts';

const NAMES: [string, string, string | undefined, string | undefined, string?, string?][] = [
  ['from a comma', 'Brandt, Oliver (Einkauf)', 'Oliver', 'Brandt'],
  ['without titles and degrees', 'Dr.-Ing. Katrin Voss, MBA', 'Katrin', 'Voss'],
  ['without several titles', 'Prof. Dr. med. Eva Lang', 'Eva', 'Lang'],
  ['with its particles', 'Femke van der Meulen', 'Femke', 'van der Meulen'],
  ['with particles in capitals', 'Rosanna Lo Cascio', 'Rosanna', 'Lo Cascio'],
  ['by its capitals', 'LEFÈVRE Mathilde', 'Mathilde', 'Lefèvre'],
  ['by capitals behind', 'Emre KAYA', 'Emre', 'Kaya'],
  ['by the address', 'Zgraggen Reto', 'Reto', 'Zgraggen', 'reto.zgraggen@a.example'],
  ['by an initial in the address', 'Ana Sofía Robles Cantú', 'Ana Sofía', 'Robles Cantú', 'arobles@a.example'],
  ['with two Spanish last names', 'Gonzalo Ibarra Ruiz', 'Gonzalo', 'Ibarra Ruiz', '', 'es'],
  ['in the Japanese order', '高橋 美咲', '美咲', '高橋', '', 'ja'],
  ['in the Hungarian order', 'Kovács Eszter', 'Eszter', 'Kovács', 'kovacs.eszter@a.example', 'hu'],
  ['as a first name when it is one word', 'Joris', 'Joris', undefined],
  ['without a list', 'Joan Petrakis via packaging-pros', 'Joan', 'Petrakis'],
  ['as nothing when it is a title', 'Dr.', undefined, undefined],
];

describe('splitName', () => {
  for (const [how, name, first, last, address = '', language] of NAMES)
    it(`reads a name ${how}: ${name}`, () => {
      const read = splitName(name, address, language);
      assert.deepEqual([read.first, read.last], [first, last]);
    });
});
