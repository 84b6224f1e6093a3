import { randomUUID } from 'node:crypto';
import { readBody } from '../src/actions/read-mail.ts';
import { importLeads } from '../src/csv/import-leads.ts';
import { splitName } from '../src/email/split-name.ts';
import { qualifyLead } from '../src/leads/close-lead.ts';
import { createLead } from '../src/leads/create-lead.ts';
import { emailMessage } from '../src/leads/email-message.ts';
import type { LeadStore } from '../src/leads/lead-store.ts';
import { logEmail } from '../src/leads/log-email.ts';
import { qualifyMany } from '../src/leads/many-leads.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/stores/sql/database.ts';
import { actor, openDesk } from '../test/temporary-desk.ts';
import type { Floor } from './floor.ts';
import { measure, sideBySide, type Timing, type Work } from './measure.ts';
import type { Later } from './parts.ts';
import type { Report } from './report.ts';
import { draft, forgetful, seed } from './seed.ts';
import { whereTheTimeGoes } from './where-the-time-goes.ts';

type Options = {
  name: string;
  url: string;
  floor: () => Promise<Floor>;
  sizes: number[];
  seconds: number;
  rows: number;
  /** How many are qualified at once. */
  many: number[];
  /** How often many are qualified at once; the median counts. */
  runs: number;
};

const RECORDS = {
  createAccount: true,
  createContact: true,
  createOpportunity: true,
  currency: 'EUR',
  duplicates: 'allow',
};
const PAGE = { limit: 50 };
/** Where the aims of PostgreSQL are measured; an embedded database answers one at a time. */
const AT = 10;
const MOST_GROWTH = 2;
/** More than there are. */
const QUALIFIED_A_SECOND = 1500;
const MOST_SEARCH_GROWTH = 8;

/** The lead service on one store, at growing sizes, beside the bare driver. */
export async function storeBench(
  report: Report,
  later: Later,
  { name, url, floor, sizes, seconds, rows, many, runs }: Options,
): Promise<void> {
  const desk = await openDesk(url);
  later(() => desk.store.close());
  const megan = actor('miriam');
  const costs = new Map<string, number>();
  let size = 0;
  let made = 5_000_000;
  for (const next of sizes) {
    const database = await openDatabase(url, createLog({ level: 'silent', local: false }));
    const ids = await seed(desk, database, size, next);
    await database.close();
    size = next;
    report.section(`${name}, ${next.toLocaleString('en')} leads`);
    const bare = await floor();
    // Ended before the database, or the server would wait for it.
    later(() => bare.close());
    const create = async () =>
      (await createLead(desk, megan, draft(made++), { via: 'api', duplicates: 'ask' })).lead.id;
    const json = JSON.stringify(await desk.store.lead(ids[0] as string));

    const compare = async (what: string, ours: Work, theirs: Work, aim?: number, at = AT) => {
      const { ratio, ...both } = await sideBySide(ours, theirs, { at, seconds });
      const aimed = aim && { aim: `≥ ${aim}`, met: ratio >= aim };
      report.line({ what: `${what}, ${at} at once`, ...both, ratio, ...aimed });
      grown(what, both.ours, sizes[0] === next);
    };
    const grown = (what: string, timing: Timing, first: boolean) => {
      const cost = 1000 / timing.perSecond;
      if (first) costs.set(what, cost);
      else {
        const most = what.startsWith('search') ? MOST_SEARCH_GROWTH : MOST_GROWTH;
        const growth = cost / (costs.get(what) ?? cost);
        const aimed = { aim: `≤ ${most}× since ${sizes[0]?.toLocaleString('en')}`, met: growth <= most };
        report.line({ what: `  cost of ${what}`, figure: `${growth.toFixed(2)}×`, ...aimed });
      }
    };

    const aim = name === 'PostgreSQL' ? 0.6 : undefined;
    await compare('create', create, () => bare.create(randomUUID(), json), aim);
    const row = await measure(() => bare.insert(randomUUID(), json), { at: AT, seconds });
    report.line({ what: '  of its floor, one row alone', ours: row });
    const one = () => createLead(forgetful(desk), megan, draft(made++), { via: 'api', duplicates: 'allow' });
    await whereTheTimeGoes(report, 'a create', { one, whole: create, ping: () => desk.store.ping(), seconds });
    const some = () => ids[Math.floor(Math.random() * ids.length)] as string;
    await compare(
      'get',
      () => desk.store.lead(some()),
      () => bare.get(some()),
    );
    await compare(
      'list, first page',
      () => desk.store.leads(PAGE),
      () => bare.page(),
    );
    const { cursor, last } = await hundredthPage(desk);
    await compare(
      'list, hundredth page',
      () => desk.store.leads({ ...PAGE, cursor }),
      () => bare.page(last),
    );
    const searches = { hit: 'jane turbines', miss: 'xylophone', prefix: 'con', 'common word': 'contoso' };
    for (const [kind, q] of Object.entries(searches)) {
      const words =
        name === 'PostgreSQL'
          ? q
              .split(' ')
              .map((word) => `${word}:*`)
              .join(' & ')
          : q
              .split(' ')
              .map((word) => `"${word}"*`)
              .join(' ');
      await compare(
        `search, ${kind}`,
        () => desk.store.leads({ q, limit: 20 }),
        () => bare.find(words),
        undefined,
        1,
      );
    }
    const people = Array.from({ length: 200 }, (_, n) => `person.${n * 7}@company-${n}.example`);
    const of = { messageKeys: ['none'], conversationId: 'none', addresses: people, domains: ['company-7.example'] };
    grown('match 200 addresses', await measure(() => desk.store.matches(of), { seconds }), sizes[0] === next);
    const body = 'We would like an offer for nine mixers. '.repeat(20);
    const mail = (n: number) =>
      readBody(
        emailMessage.parse({
          internetMessageId: `<${n}-${randomUUID()}@contoso.example>`,
          from: { name: 'Jane Doe', address: 'jane@contoso.example' },
          sentAt: '2026-11-20T10:00:00Z',
          subject: 'Mixers',
          text: body,
        }),
      );
    await compare(
      'log email',
      (turn) => logEmail(desk, megan, some(), mail(turn)),
      () => bare.insert(randomUUID(), body),
    );
    // Made before: what is measured is the qualification.
    const stock: string[] = [];
    while (stock.length < seconds * 4 * QUALIFIED_A_SECOND) {
      stock.push(...(await Promise.all(Array.from({ length: 50 }, create))));
    }
    const floorIds = Array.from({ length: 200 }, () => randomUUID());
    for (const id of floorIds) await bare.insert(id, json);
    const qualifyBare = () => bare.qualify(floorIds[Math.floor(Math.random() * floorIds.length)] as string, json);
    await compare(
      'qualify',
      async () => qualifyLead(desk, megan, stock.pop() ?? (await create()), RECORDS, '*'),
      qualifyBare,
      aim,
    );
    await whereAQualificationGoes();
    for (const count of many) await bulk(count);
    await importing();

    async function whereAQualificationGoes(): Promise<void> {
      const { store } = desk;
      const nowhere = {
        lead: (id: string) => store.lead(id),
        account: (id: string) => store.account(id),
        contact: (id: string) => store.contact(id),
        qualify: async (made: unknown) => made,
      } as unknown as LeadStore;
      const known = await create();
      const left = [...(await Promise.all(Array.from({ length: 100 }, create)))];
      await whereTheTimeGoes(report, 'a qualification', {
        one: () => qualifyLead({ ...desk, store: nowhere }, megan, known, RECORDS, '*'),
        whole: async () => qualifyLead(desk, megan, left.pop() ?? (await create()), RECORDS, '*'),
        ping: () => store.ping(),
        seconds: seconds / 4,
      });
    }

    async function bulk(count: number): Promise<void> {
      const took: number[] = [];
      for (let run = 0; run < runs; run++) {
        const leadIds: string[] = [];
        while (leadIds.length < count) leadIds.push(...(await Promise.all(Array.from({ length: 50 }, create))));
        const began = performance.now();
        const answers = await qualifyMany(desk, megan, { ...RECORDS, leadIds });
        took.push(performance.now() - began);
        if (answers.some((answer) => 'error' in answer)) throw new Error('a lead was not qualified');
      }
      const ms = took.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
      const theirs = await measure(qualifyBare, { at: AT, seconds });
      const ratio = ((count / ms) * 1000) / theirs.perSecond;
      const aimed = count === 100 && name === 'SQLite' && { aim: '≤ 50 ms', met: ms <= 50 };
      const figure = `${ms.toFixed(1)} ms, slowest of ${runs} ${took.at(-1)?.toFixed(1)} ms`;
      report.line({ what: `bulk qualify ${count}`, figure, ratio, ...aimed });
    }

    async function importing(): Promise<void> {
      const head = 'First Name,Last Name,Company,Email,Phone,Topic\n';
      const first = made;
      made += rows;
      async function* file() {
        yield Buffer.from(head);
        for (let n = first; n < first + rows; n++) {
          const { firstName, lastName, companyName, email, businessPhone, topic } = draft(n);
          yield Buffer.from(`${firstName},${lastName},${companyName},${email},${businessPhone},${topic}\n`);
        }
      }
      const began = performance.now();
      for await (const _ of importLeads(desk, megan, file(), { splitName }));
      const perSecond = (rows / (performance.now() - began)) * 1000;
      const theirs = await measure((turn) => bare.insert(`${randomUUID()}${turn}`, json), { at: AT, seconds });
      const ratio = perSecond / theirs.perSecond;
      report.line({ what: `import ${rows.toLocaleString('en')}`, figure: `${Math.round(perSecond)} rows/s`, ratio });
    }
  }
}

async function hundredthPage(desk: Awaited<ReturnType<typeof openDesk>>) {
  let cursor = '';
  let last = { at: '', id: '' };
  for (let page = 1; page < 100; page++) {
    const { items, next } = await desk.store.leads({ ...PAGE, ...(cursor && { cursor }) });
    cursor = next ?? '';
    const item = items.at(-1);
    if (item) last = { at: item.createdAt, id: item.id };
  }
  return { cursor, last };
}
