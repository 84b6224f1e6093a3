import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Desk } from '../leads/desk.ts';
import type { Actor } from '../leads/person.ts';

/** A request after sign-in, free of the web framework. */
export type ApiRequest = {
  desk: Desk;
  actor: Actor;
  params: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  body: unknown;
  /** The body as it arrives, where the route takes files. */
  stream?: Readable;
  /** The id for what the request creates, when its key decides it. */
  mintedId?: string;
};

export type ApiResponse = {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Instead of a body: bytes, as they are read. */
  bytes?: AsyncIterable<Uint8Array>;
};

/** One address of the API as it is described: what it does, what it takes and gives. */
export type Described = {
  method: 'get' | 'post' | 'patch' | 'del';
  path: string;
  summary: string;
  /** Schemas of what comes in, as the use case checks it. */
  query?: z.ZodType;
  body?: z.ZodType;
  /** What comes in is no JSON: a table, as bytes in `body`; or the bytes of a file or a form with files, in `stream`. */
  takes?: 'csv' | 'files';
  /** What a success answers, by status; null where there is no body. */
  gives: Record<number, z.ZodType | 'bytes' | null>;
  /** Whether `Accept: text/csv` is given the same as a table. */
  csv?: true;
  /** Whether the version seen goes into If-Match: `required` is 428 without. */
  ifMatch?: 'required' | 'welcome';
  /** The largest body taken, in bytes; 1 MB where nothing is said. */
  maxBody?: number;
  /** Whether it is a website that asks, with its key and as browsers send forms, and not somebody who signed in. */
  forWebsites?: true;
};

/** One address of the API, and the function that answers. */
export type Route = Described & {
  answer: (request: ApiRequest) => Promise<ApiResponse>;
};
