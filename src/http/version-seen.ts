import type { Lead } from '../leads/lead.ts';
import type { SeenVersion } from '../leads/lead-for.ts';
import { HttpError } from './problem.ts';
import type { ApiRequest } from './route.ts';

export function etag({ version }: Pick<Lead, 'version'>): string {
  return `"${version}"`;
}

/** The version that If-Match names, for what may be done without it: then any version will do. */
export function versionIfSent({ headers }: ApiRequest): SeenVersion {
  const header = headers['if-match']?.trim();
  if (header === undefined || header === '*') return '*';
  // An ETag that is not ours matches no version.
  return Number(/^(?:W\/)?"(\d+)"$/.exec(header)?.[1] ?? -1);
}

/** @throws HttpError `version-required` */
export function versionSeen(request: ApiRequest): SeenVersion {
  if (request.headers['if-match'] !== undefined) return versionIfSent(request);
  throw new HttpError('version-required', 'Send If-Match with the ETag of the version you saw, or * for any.');
}
