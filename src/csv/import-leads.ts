import { createLead } from '../leads/create-lead.ts';
import type { Desk } from '../leads/desk.ts';
import { type Duplicate, DuplicatesFound, type OnDuplicates } from '../leads/duplicates.ts';
import { type FieldProblem, LeadError } from '../leads/lead-error.ts';
import { leadDraft } from '../leads/lead-fields.ts';
import type { DuplicateQuery } from '../leads/lead-store.ts';
import { personKeys } from '../leads/match-keys.ts';
import { parseInput } from '../leads/parse-input.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import type { Actor, Person, PersonRef } from '../leads/person.ts';
import { type Column, guessColumns } from './columns.ts';
import { type Row, readRows } from './read-rows.ts';
import { rowDraft, type SplitName } from './row-draft.ts';

/** What became of a row; `row` is the number a spreadsheet shows beside it. */
export type RowResult = { row: number } & (
  | { outcome: 'created'; leadId: string }
  | { outcome: 'would-create' }
  | { outcome: 'duplicate'; candidates: readonly Duplicate[] }
  | { outcome: 'refused'; problems: readonly FieldProblem[] }
);

type Options = {
  splitName: SplitName;
  dryRun?: boolean | undefined;
  duplicates?: OnDuplicates | undefined;
  /** Null where whoever imports is no colleague: rows that name no owner are unassigned instead of theirs. */
  owner?: null | undefined;
};
/** A row that was understood, and what it is recognised by. */
type Ready = { row: number; draft: object; keys: DuplicateQuery['keys']; owner: PersonRef | null };

const AT_ONCE = 64;

/**
 * Imports the leads of a CSV file: first the columns as they were understood, then one result per row, in batches as
 * they are written. A row that is refused never stops the others; one that is likely there already, in the store or
 * further up in the file, is a duplicate unless duplicates are allowed.
 * @throws LeadError `not-permitted`; `invalid-input` when no column holds a name
 */
export async function* importLeads(
  desk: Desk,
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
  { splitName, dryRun = false, duplicates = 'ask', owner }: Options,
): AsyncGenerator<{ columns: Column[] } | { results: RowResult[] }> {
  mustBeAllowed(actor, 'bulk');
  const rows = readRows(bytes);
  const header = await rows.next();
  const columns = guessColumns(header.done || 'broken' in header.value ? [] : header.value.cells);
  if (!columns.some(({ field }) => field === 'lastName' || field === 'fullName')) {
    throw new LeadError('invalid-input', [{ field: 'lastName', rule: 'no-column' }]);
  }
  yield { columns };
  const owners = new Owners(desk, actor, owner === null ? null : actor);
  const seen = new Set<string>();
  const write = (ready: Ready) => writeRow(desk, actor, ready, { dryRun, duplicates });
  let batch: Promise<RowResult>[] = [];
  let keys = new Set<string>();
  for await (const row of rows) {
    const ready = await readyRow(desk, columns, row, owners, splitName);
    // Of two rows about the same person the second has to see what became of the first.
    const its = 'keys' in ready ? [...ready.keys.keys()] : [];
    const meetsBatch = its.some((key) => keys.has(key));
    if (batch.length >= AT_ONCE || meetsBatch) {
      yield { results: await Promise.all(batch) };
      batch = [];
      keys = new Set();
    }
    if ('outcome' in ready) batch.push(Promise.resolve(ready));
    else if (dryRun && duplicates === 'ask' && its.some((key) => seen.has(key))) {
      batch.push(Promise.resolve({ row: ready.row, outcome: 'duplicate', candidates: [] }));
    } else {
      for (const key of its) {
        keys.add(key);
        if (dryRun) seen.add(key);
      }
      batch.push(write(ready));
    }
  }
  if (batch.length) yield { results: await Promise.all(batch) };
}

async function readyRow(
  { freeMailDomains }: Desk,
  columns: readonly Column[],
  row: Row,
  owners: Owners,
  splitName: SplitName,
): Promise<Ready | RowResult> {
  const refused = (problems: readonly FieldProblem[]): RowResult => ({ row: row.row, outcome: 'refused', problems });
  if ('broken' in row) return refused([{ field: 'row', rule: row.broken }]);
  if (row.cells.slice(columns.length).some((cell) => cell.trim())) {
    return refused([{ field: 'row', rule: 'too-many', limit: String(columns.length) }]);
  }
  try {
    const { draft, owner } = rowDraft(columns, row.cells, splitName);
    const parsed = parseInput(leadDraft, draft);
    const keys = personKeys(parsed as Parameters<typeof personKeys>[0], freeMailDomains);
    return { row: row.row, draft, keys, owner: await owners.named(owner) };
  } catch (error) {
    if (error instanceof LeadError && error.code === 'invalid-input') return refused(error.fields);
    throw error;
  }
}

async function writeRow(
  desk: Desk,
  actor: Actor,
  { row, draft, keys, owner }: Ready,
  { dryRun, duplicates }: { dryRun: boolean; duplicates: OnDuplicates },
): Promise<RowResult> {
  if (dryRun) {
    const candidates = duplicates === 'ask' ? await desk.store.duplicates({ keys, kinds: ['lead', 'contact'] }) : [];
    return candidates.length ? { row, outcome: 'duplicate', candidates } : { row, outcome: 'would-create' };
  }
  try {
    const { lead } = await createLead(desk, actor, draft, { via: 'csv', duplicates, owner });
    return { row, outcome: 'created', leadId: lead.id };
  } catch (error) {
    if (error instanceof DuplicatesFound) return { row, outcome: 'duplicate', candidates: error.candidates };
    throw error;
  }
}

/** Whom rows name as owners, each looked up once. */
class Owners {
  readonly #desk: Desk;
  readonly #actor: Actor;
  readonly #self: Person | null;
  readonly #known = new Map<string, PersonRef[]>();

  /** @param self whoever imports, if they can own leads */
  constructor(desk: Desk, actor: Actor, self: Person | null) {
    this.#desk = desk;
    this.#actor = actor;
    this.#self = self;
  }

  /** @throws LeadError `invalid-input` when nobody or several are called so, or the importer may not give leads away */
  async named(owner: string | undefined): Promise<PersonRef | null> {
    if (!owner) return this.#self;
    const found = this.#known.get(owner) ?? (await this.#find(owner));
    this.#known.set(owner, found);
    const [person, another] = found;
    if (!person || another) {
      throw new LeadError('invalid-input', [{ field: 'owner', rule: person ? 'not-unique' : 'not-an-id' }]);
    }
    if (person.id !== this.#actor.id && this.#actor.role === 'salesperson') {
      throw new LeadError('invalid-input', [{ field: 'owner', rule: 'not-yours-to-give' }]);
    }
    return person;
  }

  async #find(owner: string): Promise<PersonRef[]> {
    const wanted = owner.toLowerCase();
    const met = [...(this.#self ? [this.#self] : []), ...(await this.#desk.people.search(owner, 5))];
    const people = [...new Map(met.map((person) => [person.id, person])).values()];
    const addressed = people.filter(({ email }) => email?.toLowerCase() === wanted);
    return addressed.length ? addressed : people.filter(({ name }) => name.toLowerCase() === wanted);
  }
}
