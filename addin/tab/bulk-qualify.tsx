import { useState } from 'preact/hooks';
import { BulkDialog, useBulkRun } from './bulk-dialog.tsx';
import { CurrencyChoice } from './currency-choice.tsx';
import { type DuplicateAnswer, DuplicateQuestion } from './duplicate-question.tsx';
import type { LeadRow } from './lead-rows.ts';
import { showCount } from './show-values.ts';
import { t, w } from './tab-words.ts';

const RECORDS = ['createOpportunity', 'createAccount', 'createContact'] as const;
type Records = Record<(typeof RECORDS)[number], boolean>;

/** Qualifies many leads; whatever looks like a customer there is already is asked about once, for all of them. */
export function BulkQualify({ leads, close }: { leads: readonly LeadRow[]; close(): void }) {
  const { run, start } = useBulkRun('qualify', leads);
  const [records, setRecords] = useState<Records>({
    createOpportunity: true,
    createAccount: true,
    createContact: true,
  });
  const [currency, setCurrency] = useState(() => mostUsed(leads));
  const [answer, setAnswer] = useState<DuplicateAnswer>('link');
  const [answered, setAnswered] = useState(false);
  const doubtful = leads.flatMap((lead) => {
    const candidates = run.answers.get(lead.id)?.error?.candidates;
    return candidates ? [{ lead, candidates }] : [];
  });
  // An answer that did not get through to all of them is asked for again, about the rest.
  const asks = doubtful.length > 0 && run.state === (answered ? 'asking' : 'done');

  const groups = (of: readonly LeadRow[], more: object, again = false) => {
    // Without a company there is no account to make.
    const named = of.filter(({ companyName }) => companyName);
    const others = of.filter(({ companyName }) => !companyName);
    const body = { ...records, currency, ...more };
    return [
      { leadIds: named.map(({ id }) => id), body, again },
      { leadIds: others.map(({ id }) => id), body: { ...body, createAccount: false }, again },
    ];
  };
  const submit = () => {
    if (!asks) return void start(groups(leads, {}));
    setAnswered(true);
    if (answer === 'leave') return void start([]);
    const all = doubtful.map(({ lead }) => lead);
    if (answer === 'create') return void start(groups(all, { duplicates: 'allow' }, true));
    // Each has its own account or contact to be linked to.
    void start(
      doubtful.flatMap(({ lead, candidates }) =>
        groups(
          [lead],
          {
            duplicates: 'allow',
            accountId: candidates.find(({ kind }) => kind === 'account')?.id,
            contactId: candidates.find(({ kind }) => kind === 'contact')?.id,
          },
          true,
        ),
      ),
    );
  };
  return (
    <BulkDialog
      title={t.qualifyMany(showCount(leads.length))}
      leads={leads}
      run={asks ? { ...run, state: 'asking' } : run}
      close={close}
      submit={submit}
      submitTitle={asks ? t.goOn : w.qualify}
    >
      {asks ? (
        <DuplicateQuestion doubtful={doubtful} answer={answer} choose={setAnswer} />
      ) : (
        <>
          <fieldset class="choices">
            <legend>{w.whatToCreate}</legend>
            {RECORDS.map((name) => (
              <label key={name} class="check">
                <input
                  type="checkbox"
                  checked={records[name]}
                  onChange={({ currentTarget }) => setRecords({ ...records, [name]: currentTarget.checked })}
                />
                {w.fields[name === 'createAccount' ? 'account' : name === 'createContact' ? 'contact' : 'opportunity']}
              </label>
            ))}
          </fieldset>
          <CurrencyChoice value={currency} choose={setCurrency} />
          <p class="subtle">{w.currencyOfOthers}</p>
        </>
      )}
    </BulkDialog>
  );
}

function mostUsed(leads: readonly LeadRow[]): string {
  const counts = new Map<string, number>();
  for (const { currency } of leads) if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}
