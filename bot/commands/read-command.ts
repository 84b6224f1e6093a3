import { MYSELF } from '../../src/actions/filter-words.ts';
import { foldText } from '../../src/leads/text.ts';
import { singleSpaces } from '../plain-text.ts';
import type { Command } from './command.ts';
import { isAlsoName, isPlease, isSmall, nameIn, wholeNameIn } from './name-in.ts';
import { notifyCommand } from './notify-command.ts';
import { asTyped, is, isLead, type Told, tellWords } from './tell-words.ts';
import { type Concept, FOR, TOWARDS } from './vocabulary.ts';

const MOST_SAID = 2000;
/** What a search takes. */
const MOST_SEARCHED = 500;
const ADDRESS = /^\S+@\S+\.\S+$/;
const PHONE = /^\+?\(?\d[\d\s()./-]{5,}$/;

/**
 * What somebody typed, as a verb with its data. Word order, slips of the keyboard, politeness and the six languages of
 * the words are understood; what is not is `help` with what was asked.
 */
export function readCommand(text: string): Command {
  const said = singleSpaces(text).normalize('NFC').slice(0, MOST_SAID).trim();
  if (!said) return { verb: 'help', data: {} };
  if (ADDRESS.test(said) || PHONE.test(said)) return find(said);
  const told = tellWords(said);
  const notify = notifyCommand(told);
  if (notify === 'asked') return unsure(said);
  return notify ?? (isWhole(told) ? whole(told) : withName(told, said)) ?? unsure(said);
}

const ABOUT_SOMEBODY = ['find', 'show', 'lead', 'qualify', 'disqualify', 'assign', 'change'] as const;
const FILTERS = [
  'my',
  'open',
  'closed',
  'unassigned',
  'all',
  'week',
  'last',
  'many',
  'lead',
  'about',
  'polite',
] as const;

/** Whether there is no name in it. A company may be called like a word of ours: 'find nova'. */
function isWhole(told: readonly Told[]): boolean {
  if (!told.every(({ concepts }) => concepts.length)) return false;
  if (!told.some((word) => word.isExact && !is(word, 'about'))) return false;
  const start = skip(told, 0, 'polite');
  const verb = told[start];
  if (!verb?.isExact || !ABOUT_SOMEBODY.some((concept) => is(verb, concept))) return true;
  const hasLead = told.some((word) => is(word, 'lead'));
  const rest = told.slice(start + 1);
  if ((is(verb, 'find') || is(verb, 'lead')) && rest.every(isSmall) && rest.some(isAlsoName)) return false;
  return rest.every((word) => {
    if (is(word, 'help')) return is(verb, 'show');
    if (is(word, 'new')) return hasLead;
    if (is(verb, 'lead')) return word.isExact || isPlural([verb]);
    return FILTERS.some((concept) => is(word, concept)) && (word.isExact || is(word, 'lead'));
  });
}

/** A command without any name in it: what counts is which words there are, not their order. */
function whole(told: readonly Told[]): Command | undefined {
  const has = new Set(told.flatMap(({ concepts }) => concepts));
  const isMeant = [...has].some((concept) => concept !== 'polite' && concept !== 'about');
  if (has.has('help') || !isMeant) return { verb: 'help', data: {} };
  if (has.has('disqualify')) return list('my-open', { intent: 'disqualify' });
  if (has.has('qualify')) {
    return has.has('many') || has.has('all') || isPlural(told) ? many() : list('my-open', { intent: 'qualify' });
  }
  if (has.has('assign')) return assign(told.slice(told.findIndex((word) => is(word, 'assign')) + 1));
  if (has.has('new') && !has.has('show') && !has.has('find') && !isNewLeads(told))
    return { verb: 'lead.new', data: {} };
  if (has.has('many')) return many();
  const view = viewOf(has);
  if (view) return list(view);
  return has.has('lead') || has.has('show') || has.has('find') ? list(has.has('all') ? 'all' : 'open') : undefined;
}

function viewOf(has: ReadonlySet<Concept>): string | undefined {
  if (has.has('unassigned')) return 'unassigned';
  if (has.has('closed')) return 'closed';
  if (has.has('my')) return 'my-open';
  if (has.has('last')) return 'last-week';
  if (has.has('week')) return 'this-week';
  return has.has('open') ? 'open' : undefined;
}

/** A command about somebody: what stands before the name, or behind it, says which. */
function withName(told: readonly Told[], said: string): Command | undefined {
  const start = skip(told, 0, 'polite');
  const first = told[start];
  const behind = verbBehind(told);
  const isFree = first && (!first.concepts.length || !first.isExact || is(first, 'lead'));
  if (isFree && behind) return about(behind.concept, told.slice(behind.concept === 'new' ? start : 0, behind.at), said);
  const listed = listWithName(told, start);
  if (listed) return listed;
  const draft = afterNewLead(told, start);
  if (draft) return newLead(asTyped(said, draft));
  if (!first) return undefined;
  const at = is(first, 'many') && told[start + 1] && is(told[start + 1], 'qualify') ? start + 1 : start;
  const verb = told[at];
  if (verb && is(verb, 'qualify') && (at > start || is(told[at + 1], 'many')))
    return many(nameIn(told.slice(skip(told, at + 1, 'many'))).name);
  const concept = ABOUT_SOMEBODY.find((one) => is(first, one));
  return concept && about(concept, told.slice(start + 1), said);
}

type About = (typeof ABOUT_SOMEBODY)[number] | 'new';

function about(concept: About, rest: readonly Told[], said: string): Command | undefined {
  if (concept === 'new') return is(rest[0], 'lead') ? newLead(asTyped(said, draftIn(rest.slice(1)))) : undefined;
  if (concept === 'assign') return assign(rest);
  const { name, isSure } = nameIn(rest);
  const q = name || wholeNameIn(rest);
  if (!q) return undefined;
  if (concept === 'find') return find(q, false);
  if (concept === 'qualify' || concept === 'disqualify')
    return list('open', { q, intent: concept, open: isSure && 'true' });
  return find(q, isSure);
}

/** 'my leads of contoso': the leads of a view, and only those that have the words. */
function listWithName(told: readonly Told[], start: number): Command | undefined {
  const from = skip(told, start, 'show', 'find', 'polite');
  const filters = told.slice(from, skip(told, from, 'my', 'open', 'closed', 'unassigned', 'all', 'polite'));
  const view = viewOf(new Set(filters.flatMap(({ concepts }) => concepts)));
  const lead = from + filters.length;
  if (!view || !is(told[lead], 'lead')) return undefined;
  return list(view, { q: nameIn(told.slice(lead + 1)).name });
}

/** What follows 'new lead', 'create a lead for' or 'lead new', up to a verb that German puts last. */
function afterNewLead(told: readonly Told[], start: number): readonly Told[] | undefined {
  const joinedWord = told[start];
  if (joinedWord && is(joinedWord, 'new') && is(joinedWord, 'lead')) return draftIn(told.slice(start + 1));
  const end = skip(told, start, 'new', 'polite');
  const isNew = told.slice(start, end).some((word) => is(word, 'new'));
  if (isNew && is(told[end], 'lead')) return draftIn(told.slice(end + 1));
  const isTurned = is(told[start], 'lead') && is(told[start + 1], 'new');
  return isTurned ? draftIn(told.slice(start + 2)) : undefined;
}

/** The words of a new lead: without what leads to them and without a verb behind them. */
function draftIn(rest: readonly Told[]): readonly Told[] {
  const isVerb = (word: Told | undefined) => word?.isExact && is(word, 'new') && /^\P{Lu}/u.test(word.text);
  const last = rest.findLastIndex((word) => !isPlease(word));
  const end = last > 0 && isVerb(rest[last]) ? last : rest.length;
  const [first] = rest;
  return rest.slice(first?.isExact && FOR.has(foldText(first.text)) ? 1 : 0, end);
}

/** 'jane doe to megan': who is given, and to whom. In Japanese the small word follows the name. */
function assign(given: readonly Told[]): Command {
  const rest = given.slice(0, given.findLastIndex((word) => !isTowards(word) && !isSeparated(word)) + 1);
  let at = rest.findLastIndex((word) => isTowards(word) || word.text === 'を');
  // 'to an nguyen'
  while (isTowards(rest[at - 1])) at--;
  if (at < 0 && rest.length > 1 && given.some(isSeparated)) return offer(rest);
  const { name: q, isSure } = nameIn(at < 0 ? rest : rest.slice(0, at));
  const whom = at < 0 ? '' : wholeNameIn(rest.slice(at + 1));
  const isMe = MYSELF.has(foldText(whom || (rest.at(-1)?.text ?? '')));
  const view = q ? 'open' : isMe ? 'unassigned' : 'my-open';
  return list(view, { q, intent: 'assign', open: q && isSure && 'true', to: isMe ? 'me' : whom });
}

/** 'Müller Megan': German tells by the order alone who is given and to whom, so that it is only offered. */
function offer(rest: readonly Told[]): Command {
  const lead = rest.findIndex(isLead);
  const isSomebody = (word: Told) => !isSmall(word) || MYSELF.has(foldText(word.text));
  const before = rest.slice(0, lead < 0 ? 0 : rest.slice(0, lead).findLastIndex(isSomebody) + 1);
  const whom = wholeNameIn(before.length ? before : rest.slice(-1));
  const { name: q } = nameIn(before.length ? rest.slice(lead) : rest.slice(0, -1));
  return list('open', { q, intent: 'assign', to: MYSELF.has(foldText(whom)) ? 'me' : whom });
}

function isSeparated({ text }: Told): boolean {
  return text === 'zu';
}

/** Not where it is written as a name is: 'An Nguyen'. */
function isTowards(word: Told | undefined): boolean {
  return (
    word !== undefined && TOWARDS.has(foldText(word.text)) && (word.concepts.length > 0 || !/\p{L}/u.test(word.text))
  );
}

/** German, Japanese and people in a hurry put the verb last. */
function verbBehind(told: readonly Told[]): { concept: About; at: number } | undefined {
  let at = told.length - 1;
  while (at > 0 && is(told[at], 'polite')) at--;
  const word = told[at];
  if (at < 1 || !word?.isExact || told.length > 15) return undefined;
  const concept = (['disqualify', 'qualify', 'assign', 'find', 'show', 'new', 'change'] as const).find((verb) =>
    is(word, verb),
  );
  return concept && { concept, at };
}

function skip(told: readonly Told[], from: number, ...concepts: Concept[]): number {
  let at = from;
  while (at < told.length && concepts.some((concept) => is(told[at], concept))) at++;
  return at;
}

/** 'qualify leads' means more than one. */
function isPlural(told: readonly Told[]): boolean {
  return told.some(({ text }) => /^(?:leads|prospects|clientes|pistes)/.test(foldText(text)));
}

/** 'new leads' asks for the newest, 'create leads' for a form. */
function isNewLeads(told: readonly Told[]): boolean {
  return isPlural(told) && told.some(({ text }) => /^(?:new|neue|nouveaux|nuevos|novos)$/.test(foldText(text)));
}

function newLead(text: string): Command {
  return { verb: 'lead.new', data: said({ said: text }) };
}

function find(q: string, opensOne = true): Command {
  return list('all', { q, open: opensOne && 'true' });
}

function many(q = ''): Command {
  return { verb: 'leads.qualify', data: said({ q }) };
}

function list(view: string, { q, ...more }: Record<string, string | false | undefined> = {}): Command {
  return { verb: 'lead.list', data: { view, ...said({ q: q ? q.slice(0, MOST_SEARCHED) : q, ...more }) } };
}

function said(more: Record<string, string | false | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(more).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function unsure(asked: string): Command {
  return { verb: 'help', data: { asked } };
}
