/** Whether somebody may have meant `word`: one slip of the keyboard in four letters, two in eight; in three a swap. */
export function isNear(typed: string, word: string): boolean {
  if (word.length === 3) return typed.length === 3 && typed !== word && sorted(typed) === sorted(word);
  const slips = Math.min(typed.length, word.length) >= 8 ? 2 : 1;
  if (Math.min(typed.length, word.length) < 4 || Math.abs(typed.length - word.length) > slips) return false;
  return distance(typed, word) <= slips;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** Letters to add, leave out, change or swap with their neighbour to make one word of the other. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const steps = [(above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1)];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) steps.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...steps));
    }
    before = above;
    above = row;
  }
  return above[other.length] ?? 0;
}
