const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * How deep a JSON text is and of how many parts, counted while its bytes arrive: a megabyte of small values takes a
 * parser a hundred times as long as a megabyte of text, and everybody waits for it. Says nothing of whether it is JSON.
 */
export class JsonShape {
  /** How deep the deepest list or object lies. */
  depth = 0;
  /** Lists, objects, and what separates their parts. */
  parts = 0;
  /** How many bytes stand outside of texts: these are looked at one by one. */
  bare = 0;
  #level = 0;
  #isText = false;
  /** Whether the bytes so far end within a text with a backslash that makes a sign of the next one. */
  #isEscaping = false;

  take(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#isText) at = this.#skipText(bytes, at);
      else {
        const end = this.#count(bytes, at);
        this.bare += end - at;
        at = end;
      }
    }
  }

  /** To behind the next quotation mark, which ends the text unless an odd number of backslashes stands before it. */
  #skipText(bytes: Uint8Array, from: number): number {
    const found = bytes.indexOf(QUOTE, from);
    const end = found < 0 ? bytes.length : found;
    let first = end;
    while (first > from && bytes[first - 1] === BACKSLASH) first--;
    const isOdd = (end - first + (first === from && this.#isEscaping ? 1 : 0)) % 2 === 1;
    this.#isEscaping = found < 0 && isOdd;
    if (found >= 0 && !isOdd) this.#isText = false;
    return end + 1;
  }

  #count(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.#isText = true;
        return at + 1;
      }
      if (byte === COMMA || byte === COLON) this.parts++;
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#open();
      else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#level--;
    }
    return bytes.length;
  }

  #open(): void {
    this.parts++;
    this.#level++;
    this.depth = Math.max(this.depth, this.#level);
  }
}
