import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { everyCard } from './every-card.ts';

// Every card as JSON, to be opened in any card designer.
const FOLDER = new URL('../../examples/cards/', import.meta.url);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const [name, card] of Object.entries(everyCard())) {
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(card, null, 2)}\n`);
}
