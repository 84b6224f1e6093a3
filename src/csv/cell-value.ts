import { minorUnits } from '../leads/money.ts';
import {
  BUDGET_STATUSES,
  CONTACT_METHODS,
  INDUSTRIES,
  NEEDS,
  PURCHASE_PROCESSES,
  PURCHASE_TIMEFRAMES,
  RATINGS,
  SOURCES,
} from '../leads/option-sets.ts';
import { en } from '../words/en.ts';
import { optionLabel } from '../words/words.ts';
import { type ColumnField, plain } from './columns.ts';

const OPTIONS: Partial<Record<ColumnField, readonly string[]>> = {
  source: SOURCES,
  rating: RATINGS,
  industry: INDUSTRIES,
  preferredContactMethod: CONTACT_METHODS,
  purchaseTimeframe: PURCHASE_TIMEFRAMES,
  budgetStatus: BUDGET_STATUSES,
  need: NEEDS,
  purchaseProcess: PURCHASE_PROCESSES,
};

/** What other systems and languages call an option, beside its label. */
const OTHER_WORDS: Partial<Record<ColumnField, Record<string, string>>> = {
  rating: {
    hei: 'hot',
    heiss: 'hot',
    warm: 'warm',
    kalt: 'cold',
    chaud: 'hot',
    froid: 'cold',
    caliente: 'hot',
    frio: 'cold',
  },
  source: {
    messe: 'trade-show',
    website: 'web',
    internet: 'web',
    empfehlung: 'word-of-mouth',
    werbung: 'advertisement',
    salon: 'trade-show',
    feria: 'trade-show',
    referral: 'external-referral',
  },
};

const YES = new Set(['yes', 'true', '1', 'y', 'x', 'ja', 'oui', 'si', 'sim', 'donotallow', 'nichtzulassen', 'はい']);
const NO = new Set(['no', 'false', '0', 'n', 'nein', 'non', 'nao', 'nee', 'allow', 'zulassen', 'いいえ']);
const MONEY = new Set<ColumnField>(['annualRevenue', 'budgetAmount', 'estimatedValue']);
const YES_NO = new Set<ColumnField>(['doNotEmail', 'doNotPhone', 'decisionMaker']);

/**
 * What a cell means for its field; undefined when it is empty. What cannot be understood stays as it is, so that the
 * lead's own rules refuse it by name.
 * @param currency of the row's amounts
 */
export function cellValue(field: ColumnField, cell: string, currency = ''): unknown {
  const text = unprotected(cell).trim();
  if (!text) return undefined;
  if (MONEY.has(field)) return decimal(text, currency || (CODE.exec(text)?.[0] ?? ''));
  if (field === 'numberOfEmployees') {
    const number = Number(decimal(text));
    return Number.isFinite(number) ? number : text;
  }
  if (YES_NO.has(field)) return YES.has(plain(text)) ? true : NO.has(plain(text)) ? false : text;
  if (field === 'estimatedCloseDate') return isoDate(text);
  const options = OPTIONS[field];
  return options ? optionOf(field, options, text) : text;
}

function optionOf(field: ColumnField, options: readonly string[], text: string): string {
  const asked = plain(text);
  const found = options.find((option) => plain(option) === asked || plain(optionLabel(en, option)) === asked);
  return found ?? OTHER_WORDS[field]?.[asked] ?? text;
}

const CODE = /^[A-Z]{3}|[A-Z]{3}$/;
// 0.125 and 1234.500 are no thousands, whatever the currency.
const ONE_THOUSAND = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * `1,234.50`, `1.234,50 €` and `1 234,50` as `1234.50`; one mark before three digits parts thousands, unless the
 * currency has three decimals.
 */
function decimal(text: string, currency = ''): string {
  const bare = text.replace(CODE, '').replace(/[\s'’\p{Sc}]/gu, '');
  if (!/^-?[\d.,]+$/.test(bare)) return text;
  const mark = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (mark < 0) return bare;
  const marks = bare.replace(/[^.,]/g, '');
  const onlyThousands =
    marks.length > 1 ? new Set(marks).size === 1 : ONE_THOUSAND.test(bare) && minorUnits(currency) !== 3;
  if (onlyThousands) return bare.replace(/[.,]/g, '');
  return `${bare.slice(0, mark).replace(/[.,]/g, '')}.${bare.slice(mark + 1)}`;
}

/** A day as `2026-12-31`; 03/04/2026 is two days in two countries, so it stays what it is. */
function isoDate(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? [];
  if (year) return iso(year, month, day);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return iso(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '');
  const [, one = '', two = '', last = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (Number(one) > 12) return iso(last, two, one);
  return Number(two) > 12 || one === two ? iso(last, one, two) : text;
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

// Some spreadsheets read the full-width signs of East Asian keyboards as the plain ones.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell a spreadsheet takes for text: one that begins like a formula gets an apostrophe, as people type it. */
export function protectedCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function unprotected(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
