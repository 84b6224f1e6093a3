import assert from 'node:assert/strict';
import { temporaryPostgres } from '../temporary-postgres.ts';
import { cardsDrill } from './cards-drill.ts';

describe('servers killed while they bring posted cards up to date', function () {
  this.timeout(120_000);

  it('leave the others to finish: none missed, order kept, and twice only what was on its way', async () => {
    const postgres = await temporaryPostgres();
    try {
      const { twice, unrecorded } = await cardsDrill(await postgres.database(), 60, [20]);
      assert.ok(twice <= unrecorded, `${twice} put twice, ${unrecorded} on their way when killed`);
    } finally {
      await postgres.stop();
    }
  });
});
