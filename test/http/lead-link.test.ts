import assert from 'node:assert/strict';
import { leadInLink, leadLink } from '../../src/cards/lead-link.ts';
import { leadLinkRoute } from '../../src/http/lead-link-route.ts';
import { temporaryServer } from './temporary-server.ts';

const HOME = 'https://leads.contoso.example';
const ID = '01990000-0000-7000-8000-000000000001';

describe('the link of a lead', () => {
  const deep = (context: object, host = 'teams.microsoft.com') =>
    `https://${host}/l/entity/app/leads?context=${encodeURIComponent(JSON.stringify(context))}`;

  for (const [address, lead] of [
    [leadLink(HOME, ID), ID],
    [`${HOME}/leads/${ID.toUpperCase()}/?from=mail#top`, ID],
    [`${HOME}/tab/?lead=${ID}`, ID],
    [`${HOME}/tab/index.html?lead=${ID}`, ID],
    [deep({ subEntityId: ID }), ID],
    [deep({ subEntityId: ID }, 'teams.cloud.microsoft'), ID],
    [`https://leads.contoso.example:8443/leads/${ID}`, undefined],
    [`https://evil.example/leads/${ID}`, undefined],
    [`https://leads.contoso.example@evil.example/leads/${ID}`, undefined],
    [deep({ subEntityId: ID }, 'evil.example'), undefined],
    [deep({ subEntityId: 'my-leads' }), undefined],
    [`${HOME}/leads/`, undefined],
    [`${HOME}/leads/all`, undefined],
    [`${HOME}/api/leads/${ID}`, undefined],
    [HOME, undefined],
    ['not an address', undefined],
    ['', undefined],
  ] as const) {
    it(`${lead ? 'is' : 'is not'} ${address || 'nothing at all'}`, () => {
      assert.equal(leadInLink(HOME, address), lead);
    });
  }

  it('leads a browser to the lead in the tab, and nowhere where there is no id', async () => {
    const { url, stop } = await temporaryServer(() => [leadLinkRoute]);
    const led = await fetch(`${url}/leads/${ID}`, { redirect: 'manual' });
    assert.equal(led.status, 302);
    assert.equal(led.headers.get('location'), `/tab/?lead=${ID}`);
    assert.equal((await fetch(`${url}/leads/%2F%2Fevil.example`, { redirect: 'manual' })).status, 404);
    await stop();
  });
});
