import assert from 'node:assert/strict';
import { OTHER_LANGUAGES } from '../../manifest/languages.ts';
import { STATUS_REASONS } from '../../src/leads/lead-status.ts';
import * as optionSets from '../../src/leads/option-sets.ts';
import { en } from '../../src/words/en.ts';
import { en as manifestEn } from '../../src/words/manifest/en.ts';
import { de } from '../../src/words/pane/de.ts';
import { en as paneEn } from '../../src/words/pane/en.ts';
import { es } from '../../src/words/pane/es.ts';
import { fr } from '../../src/words/pane/fr.ts';
import { ja } from '../../src/words/pane/ja.ts';
import { pt } from '../../src/words/pane/pt.ts';
import { de as tabDe } from '../../src/words/tab/de.ts';
import { en as tabEn } from '../../src/words/tab/en.ts';
import { es as tabEs } from '../../src/words/tab/es.ts';
import { fr as tabFr } from '../../src/words/tab/fr.ts';
import { ja as tabJa } from '../../src/words/tab/ja.ts';
import { pt as tabPt } from '../../src/words/tab/pt.ts';
import { LANGUAGES, optionLabel, words } from '../../src/words/words.ts';
import { everyCard } from '../cards/every-card.ts';

// Said alike in some language, or not words at all.
const ALIKE = new Set(
  (
    'Lead|Text|Details|Opportunity|Description|Direction|Contact|Note|Source|Website|Email|Teams|Outlook|API|min|' +
    'Leads|Pipeline|signature|due|Status|Save|Page|Normal|Partner|Web|Fax|Warm|Seminar|Transport|Service|Lead Desk'
  ).split('|'),
);
// How a lead got in is never shown.
const { CREATED_VIA: _untold, ...askedFor } = optionSets;
const TRANSLATED = [...LANGUAGES].filter(([language]) => language !== 'en');

describe('words', () => {
  it('are chosen by the language of a locale, and English where there are none', () => {
    for (const [locale, create] of [
      ['de-AT', 'Erstellen'],
      ['PT-br', 'Criar'],
      ['ja', '作成'],
      ['da-DK', 'Create'],
      ['constructor', 'Create'],
      ['', 'Create'],
    ] as const) {
      assert.equal(words(locale).create, create);
    }
  });

  it('name a button as the way out where a lead with an open opportunity is to be disqualified', () => {
    for (const [language, told] of LANGUAGES) {
      if (language === 'qps') continue;
      assert.match(told.problem['lead-has-opportunity'], new RegExp(`[“„« 「]${told.qualify}[”“» 」]`), language);
    }
  });

  for (const [language, told] of TRANSLATED) {
    it(`leave nothing in English in ${language}`, () => {
      assert.deepEqual(
        alike(en, told).filter((text) => !ALIKE.has(text)),
        [],
      );
    });

    it(`have a label for every option in ${language}`, () => {
      const options = [...Object.values(askedFor).flat(), ...Object.values(STATUS_REASONS).flat()];
      if (language === 'qps') return;
      assert.deepEqual(
        options.filter((option) => !Object.hasOwn(told.options, option)),
        [],
      );
      assert.notEqual(optionLabel(told, 'trade-show'), 'Trade Show');
    });
  }

  for (const [language, told] of Object.entries({ de, es, fr, ja, pt })) {
    it(`of the pane leave nothing in English in ${language}`, () => {
      assert.deepEqual(
        alike(paneEn, told).filter((text) => !ALIKE.has(text)),
        [],
      );
    });
  }

  for (const { tag, words: told } of OTHER_LANGUAGES) {
    it(`of the manifests leave nothing in English in ${tag}`, () => {
      assert.deepEqual(
        alike(manifestEn, told).filter((text) => !ALIKE.has(text)),
        [],
      );
    });
  }

  for (const [language, told] of Object.entries({ de: tabDe, es: tabEs, fr: tabFr, ja: tabJa, pt: tabPt })) {
    it(`of the tab leave nothing in English in ${language}`, () => {
      assert.deepEqual(
        alike(tabEn, told).filter((text) => !ALIKE.has(text)),
        [],
      );
    });
  }

  it('are all there is on a card beside what people typed: none is written into the card itself', () => {
    const plain: string[] = [];
    for (const [name, card] of Object.entries(everyCard(undefined, 'qps-plocm'))) {
      // What a client asks for by itself is titled with the lead, and shown to nobody.
      const { refresh: _unseen, ...seen } = card;
      for (const text of ownWords(seen)) if (!text.startsWith('[')) plain.push(`${name}: ${text}`);
    }
    assert.deepEqual(plain, []);
  });
});

/** Texts that are the same in both; functions are compared by what they say of 1. */
function alike(one: unknown, other: unknown): string[] {
  if (typeof one === 'string') return one === other && /\p{L}/u.test(one) ? [one] : [];
  if (Array.isArray(one)) return [];
  if (typeof one === 'function' && typeof other === 'function') {
    return one.length && !['rule', 'fieldProblem', 'otherOption'].includes(one.name)
      ? alike(one(1, 1), other(1, 1))
      : [];
  }
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return [];
  return Object.entries(one).flatMap(([name, value]) => alike(value, (other as Record<string, unknown>)[name]));
}

/** What a card says in its own words: headings, labels, titles and reasons. */
function ownWords(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(ownWords);
  if (typeof part !== 'object' || part === null) return [];
  const { type, choices, ...rest } = part as Record<string, unknown>;
  // Currencies, files, leads, people and records go by their own names.
  const named = ['currency', 'files', 'leadIds', 'ownerId', 'accountId', 'contactId'].includes(String(rest.id));
  const own = ['label', 'title', 'errorMessage', 'placeholder', ...(type === 'TextBlock' ? ['text'] : [])];
  return Object.entries(named ? rest : { ...rest, choices }).flatMap(([name, value]) =>
    own.includes(name) && typeof value === 'string' ? [value] : ownWords(value),
  );
}
