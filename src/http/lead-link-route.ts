import { leadTabPath } from '../cards/lead-link.ts';
import type { RawRoute } from './http-server.ts';
import { HttpError } from './problem.ts';
import { send } from './send.ts';

const ID = /^[0-9a-f-]{36}$/i;

/** A lead's own address, as people paste it: leads a browser to the lead in the Leads tab. It says nothing by itself. */
export const leadLinkRoute: RawRoute = {
  method: 'get',
  path: '/leads/:id',
  handle: async (req, res) => {
    const id = String(req.params.id);
    if (!ID.test(id)) throw new HttpError('not-found', `There is nothing at ${req.getPath()}.`);
    await send(req, res, 302, '', {
      location: leadTabPath(id),
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    });
  },
};
