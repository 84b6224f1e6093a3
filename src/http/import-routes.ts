import { Readable } from 'node:stream';
import * as z from 'zod';
import type { Column } from '../csv/columns.ts';
import { importLeads, type RowResult } from '../csv/import-leads.ts';
import { splitName } from '../email/split-name.ts';
import { parseInput } from '../leads/parse-input.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import { en } from '../words/en.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import { duplicateWire } from './wire.ts';

const OUTCOMES = ['created', 'would-create', 'duplicate', 'refused'] as const;
const importQuery = z.object({
  dryRun: z.enum(['true', 'false']).default('false'),
  duplicates: z.enum(['ask', 'allow']).default('ask'),
});
const imported = z.object({
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  counts: z.record(z.enum(OUTCOMES), z.int()),
  results: z.array(
    z.object({
      row: z.int(),
      outcome: z.enum(OUTCOMES),
      leadId: z.string().optional(),
      candidates: z.array(duplicateWire).optional(),
      errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    }),
  ),
});

export const importRoutes: Route[] = [
  {
    method: 'post',
    path: '/api/leads/import',
    summary:
      'Imports leads from CSV: columns are guessed from their headers, every row has its result, bad ones say why; ' +
      'dryRun=true writes nothing. Rows carry the number a spreadsheet shows',
    query: importQuery,
    takes: 'csv',
    maxBody: 35 * 1024 * 1024,
    gives: { 200: imported },
    answer: importCsv,
  },
];

async function importCsv({ desk, actor, query, body }: ApiRequest): Promise<ApiResponse> {
  mustBeAllowed(actor, 'bulk');
  const { dryRun, duplicates } = parseInput(importQuery, query);
  const bytes = Readable.from([body as Buffer]);
  let columns: Column[] = [];
  const results: RowResult[] = [];
  const how = { splitName, dryRun: dryRun === 'true', duplicates };
  for await (const part of importLeads(desk, actor, bytes, how)) {
    if ('columns' in part) columns = part.columns;
    else results.push(...part.results);
  }
  const counts = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, results.filter((result) => result.outcome === outcome).length]),
  );
  return { status: 200, body: { columns, counts, results: results.map(onWire) } };
}

function onWire(result: RowResult) {
  if (result.outcome !== 'refused') return result;
  const { row, outcome, problems } = result;
  return { row, outcome, errors: problems.map((problem) => ({ field: problem.field, message: en.rule(problem) })) };
}
