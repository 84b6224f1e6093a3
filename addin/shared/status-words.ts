/** What to say of an answer that is none, in the reader's language. */
export type StatusWords = {
  notAllowed: string;
  tooLarge: string;
  tooMany: string;
  unavailable: string;
  serviceError(status: number): string;
};

/** What a status of the lead service, or of what stands before it, means to people. Its title is for programs. */
export function sayStatus(status: number, words: StatusWords): string {
  if (status === 403) return words.notAllowed;
  if (status === 413) return words.tooLarge;
  if (status === 429) return words.tooMany;
  if (status >= 502 && status <= 504) return words.unavailable;
  return words.serviceError(status);
}
