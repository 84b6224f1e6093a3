/** Nobody answered in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** What `work` resolves to, if it does within `ms`: the SDK itself waits for ever. @throws TooLate */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
