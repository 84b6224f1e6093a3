import assert from 'node:assert/strict';
import { timeZone } from '../../addin/shared/time-zone.ts';

describe('the time zone of an add-in', () => {
  const had = Object.getOwnPropertyDescriptor(globalThis, 'Temporal');
  afterEach(() => {
    if (had) Object.defineProperty(globalThis, 'Temporal', had);
    else Reflect.deleteProperty(globalThis, 'Temporal');
  });

  it('is what Temporal says, where there is one', () => {
    const value = { Now: { timeZoneId: () => 'Pacific/Chatham' } };
    Object.defineProperty(globalThis, 'Temporal', { configurable: true, value });
    assert.equal(timeZone(), 'Pacific/Chatham');
  });

  it('is what Intl says in browsers from before', () => {
    Object.defineProperty(globalThis, 'Temporal', { configurable: true, value: undefined });
    assert.equal(timeZone(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
