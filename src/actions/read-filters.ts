import type { LeadFilters } from '../leads/lead-filters.ts';
import { RATINGS, SOURCES } from '../leads/option-sets.ts';
import { foldText } from '../leads/text.ts';
import { en } from '../words/en.ts';
import { optionLabel, words } from '../words/words.ts';
import type { Context } from './handler.ts';

const MYSELF = new Set(['me', 'mine', 'myself', 'mich', 'mir', 'moi', 'mi', 'yo', 'eu', 'mim', '私', '自分']);

/**
 * The filters somebody named in a sentence: a rating or source by its label in their language or in English, and an owner
 * after the word for it ('owner megan', 'owner me'). What is no filter is passed over; the answer tells what was read.
 */
export async function readFilters(context: Context, said: string): Promise<LeadFilters & { ownerName?: string }> {
  const w = words(context.view.locale);
  const text = ` ${bare(said)} `;
  const option = (options: readonly string[]) =>
    options.find((value) => [value, optionLabel(w, value), optionLabel(en, value)].some((name) => has(text, name)));
  const rating = option(RATINGS);
  const source = option(SOURCES);
  const owner = await ownerIn(context, text, [w.fields.owner, en.fields.owner]);
  return { ...(rating && { rating }), ...(source && { source }), ...owner };
}

async function ownerIn({ desk, actor }: Context, text: string, names: readonly string[]) {
  const name = names.map(bare).find((label) => text.includes(` ${label} `));
  if (!name) return {};
  const after = text.slice(text.indexOf(` ${name} `) + name.length + 2).trim();
  if (MYSELF.has(after.split(' ')[0] ?? '')) return { ownerId: actor.id, ownerName: actor.name };
  // As many of the words that follow as somebody is called by.
  for (let said = after; said; said = said.split(' ').slice(0, -1).join(' ')) {
    const [person, ...others] = await desk.people.search(said, 2);
    if (person && !others.length) return { ownerId: person.id, ownerName: person.name };
  }
  return {};
}

function has(text: string, name: string): boolean {
  return text.includes(` ${bare(name)} `);
}

function bare(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
