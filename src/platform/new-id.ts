import { v7 } from 'uuid';

/** A new id (UUID version 7): ids made later sort later, which keeps the indexes of a big table dense. */
export function newId(): string {
  return v7();
}
