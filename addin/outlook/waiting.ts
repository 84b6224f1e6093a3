import { showSlow } from './page.ts';

const slowAfterMs = 1000;

/** Says so when something takes long; the function returned takes it back. Neither does anything once it is too late. */
export function noteWhenSlow(text: () => string, late: () => boolean): () => void {
  const timer = setTimeout(() => {
    if (!late()) showSlow(text());
  }, slowAfterMs);
  return () => {
    clearTimeout(timer);
    if (!late()) showSlow(undefined);
  };
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
