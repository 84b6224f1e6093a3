import { type Person, personById } from './people.ts';
import { mailById, sampleMails } from './sample-mails.ts';
import type { Theme } from './themes.ts';

/** All that a link to the preview can hold. `mailId` is undefined while no mail is open. */
export type PreviewState = {
  mailId: string | undefined;
  person: Person;
  theme: Theme;
  /** Pixels. */
  width: number;
  pinned: boolean;
  /** What Outlook would show its own words in, such as `de-DE`. Has no switch; `?lang=` sets it. */
  language: string;
  /** A shared mailbox that is looked at; `?mailbox=` sets it. */
  mailbox: string | undefined;
  /** The newest set of mailbox methods this Outlook knows; `?sets=` sets it. */
  sets: string;
  /** Whether this Outlook lends its sign-in to add-ins; `?nested=1` says so. Nobody here could sign a token. */
  nested: boolean;
};

const newestSets = '1.15';

const narrow = 320;

export function stateFromQuery(search: string): PreviewState {
  const query = new URLSearchParams(search);
  const asked = Number(query.get('width') || narrow);
  return {
    mailId: (mailById(query.get('mail')) ?? sampleMails[0])?.id,
    person: personById(query.get('person')),
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    width: Number.isFinite(asked) ? Math.min(Math.max(Math.round(asked), 280), 900) : narrow,
    pinned: query.get('pin') === '1',
    language: languageTag(query.get('lang')),
    mailbox: query.get('mailbox') ?? undefined,
    sets: /^1\.\d+$/.exec(query.get('sets') ?? '')?.[0] ?? newestSets,
    nested: query.get('nested') === '1',
  };
}

export function queryFromState(state: PreviewState): string {
  const query = new URLSearchParams({
    ...(state.mailId && { mail: state.mailId }),
    person: state.person.id,
    theme: state.theme,
    width: String(state.width),
    ...(state.pinned && { pin: '1' }),
    ...(state.language !== 'en-US' && { lang: state.language }),
    ...(state.mailbox && { mailbox: state.mailbox }),
    ...(state.sets !== newestSets && { sets: state.sets }),
    ...(state.nested && { nested: '1' }),
  });
  return `?${query}`;
}

function languageTag(asked: string | null): string {
  try {
    return Intl.getCanonicalLocales(asked ?? [])[0] ?? 'en-US';
  } catch {
    return 'en-US'; // Somebody typed a language that is none.
  }
}
