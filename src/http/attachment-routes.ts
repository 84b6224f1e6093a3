import * as z from 'zod';
import { addAttachments, type FileResult } from '../leads/add-attachments.ts';
import { LeadError } from '../leads/lead-error.ts';
import { leadFor } from '../leads/lead-for.ts';
import { parseInput } from '../leads/parse-input.ts';
import { en } from '../words/en.ts';
import { HttpError } from './problem.ts';
import { readFiles } from './read-files.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import { attachmentWire, timelineWire } from './wire.ts';

const MOST_BYTES = 35 * 1024 * 1024;
const uploadQuery = z.object({ itemId: z.string().max(100).optional() });
const uploaded = z.object({
  item: timelineWire,
  results: z.array(
    z.object({
      name: z.string(),
      attachment: attachmentWire.optional(),
      error: z.object({ code: z.string(), detail: z.string() }).optional(),
    }),
  ),
});

export const attachmentRoutes: Route[] = [
  {
    method: 'post',
    path: '/api/leads/:id/attachments',
    summary:
      'Puts files on a note or mail (itemId), or on a new note: a form with up to 20 files, one result each; or the bytes of ' +
      'one, named by Content-Disposition. 25 MB each; no files that run when opened',
    query: uploadQuery,
    takes: 'files',
    gives: { 201: uploaded },
    answer: upload,
  },
  {
    method: 'get',
    path: '/api/attachments/:id',
    summary: 'The bytes of an attachment, as a download',
    gives: { 200: 'bytes' },
    answer: download,
  },
];

async function upload({ desk, actor, params, query, headers, stream }: ApiRequest): Promise<ApiResponse> {
  const leadId = params.id ?? '';
  await leadFor(desk, actor, leadId, 'annotate');
  const { itemId } = parseInput(uploadQuery, query);
  if (!stream) throw new HttpError('malformed-request', 'Send the bytes of a file, or a form with files.');
  const { item, results } = await addAttachments(desk, actor, leadId, readFiles(stream, headers, MOST_BYTES), itemId);
  const taken = results.flatMap((result) => ('attachment' in result ? [result.attachment] : []));
  const [first] = taken;
  if (!item || !first) throw refusal(results);
  const location = taken.length === 1 ? { location: `/api/attachments/${first.id}` } : {};
  return { status: 201, headers: location, body: { item, results: results.map(onWire) } };
}

function refusal(results: readonly FileResult[]): Error {
  if (!results.length) return new HttpError('malformed-request', 'There is no file in the form.');
  const fields = results.flatMap((result) =>
    'refused' in result ? [{ field: result.name || 'file', rule: result.refused }] : [],
  );
  return new LeadError('attachment-refused', fields);
}

function onWire(result: FileResult) {
  if ('attachment' in result) return result;
  const { name, refused } = result;
  return { name, error: { code: refused, detail: en.rule({ field: name, rule: refused }) } };
}

async function download({ desk, actor, params }: ApiRequest): Promise<ApiResponse> {
  const found = await desk.attachments.find(params.id ?? '');
  if (!found) throw new HttpError('not-found', 'There is no such attachment.');
  await leadFor(desk, actor, found.leadId, 'read');
  return {
    status: 200,
    headers: {
      'content-type': found.contentType,
      'content-length': String(found.size),
      // Whatever it says it is, a browser saves it and never opens it as a page of ours.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name).replace(/['()*]/g, percent)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    },
    bytes: desk.attachments.read(found.id),
  };
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}
