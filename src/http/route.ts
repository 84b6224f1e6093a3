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
};

export type ApiResponse = { status: number; body?: unknown; headers?: Record<string, string> };

export type Route = {
  method: 'get' | 'post' | 'patch' | 'del';
  path: string;
  /** The largest body taken, in bytes; 1 MB where nothing is said. */
  maxBody?: number;
  answer: (request: ApiRequest) => Promise<ApiResponse>;
};
