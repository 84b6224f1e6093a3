import assert from 'node:assert/strict';
import { VERBS } from '../../src/cards/verbs.ts';
import { API_ROUTES } from '../../src/http/api-routes.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { triedInWords } from '../../src/words/tried.ts';

describe('what somebody tried on a lead', () => {
  it('is told by its button, in the language of the reader', () => {
    assert.equal(triedInWords(en, 'lead.qualify'), 'Qualify');
    assert.equal(triedInWords(de, 'patch /api/leads/:id'), de.edit);
    assert.equal(triedInWords(en, 'get /api/leads/:id/export'), 'get /api/leads/:id/export');
    assert.equal(triedInWords(en, 'constructor'), 'constructor');
  });

  it('is never a verb or a route where there is a button for it', () => {
    const routes = API_ROUTES.filter(({ method, path }) => method !== 'get' && /^\/api\/leads\/:id(\/\w+)?$/.test(path))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !/timeline|attachments/.test(route));
    const verbs = Object.keys(VERBS).filter((verb) =>
      /^lead\.(edit|update|qualify|disq|reac|assign|del|hist)/.test(verb),
    );
    assert.ok(routes.length >= 6 && verbs.length >= 8, `${routes} ${verbs}`);
    for (const tried of [...routes, ...verbs]) assert.notEqual(triedInWords(en, tried), tried);
  });
});
