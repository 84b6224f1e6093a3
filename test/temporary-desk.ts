import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../src/leads/desk.ts';
import type { Actor } from '../src/leads/person.ts';
import { LOCAL_PEOPLE } from '../src/platform/local-people.ts';
import { createLog } from '../src/platform/log.ts';
import { newId } from '../src/platform/new-id.ts';
import { openStore } from '../src/stores/open-store.ts';

const silent = createLog({ level: 'silent', local: false });

/** A desk with everything else that is kept beside leads. */
export type OpenedDesk = Desk & Awaited<ReturnType<typeof openStore>>;

/** A desk on the database behind `url`. */
export async function openDesk(url: string): Promise<OpenedDesk> {
  const opened = await openStore(url, silent);
  return { ...opened, now: () => new Date(), newId, ownDomains: ['contoso.example'], freeMailDomains: [] };
}

/** A desk on a real database in a folder of its own, gone with `close`. */
export async function temporaryDesk(): Promise<{
  desk: OpenedDesk;
  answers: OpenedDesk['answers'];
  file: string;
  close: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-'));
  const file = join(folder, 'test.db');
  const desk = await openDesk(`file:${file}`);
  const close = async () => {
    await desk.store.close();
    rmSync(folder, { recursive: true });
  };
  return { desk, answers: desk.answers, file, close };
}

/** One of the people of local mode. */
export function actor(name: 'alex' | 'megan' | 'miriam' | 'adele' | 'admin'): Actor {
  const person = LOCAL_PEOPLE[name];
  if (!person) throw new Error(name);
  return { ...person, surface: 'api' };
}
