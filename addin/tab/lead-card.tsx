import { useEffect, useRef, useState } from 'preact/hooks';
import { type CardHandlers, drawCard, type Press } from '../shared/card-view.ts';
import { keepCard, keptCard, settleCard } from './card-draft.ts';
import { Bones } from './lazy-part.tsx';
import { peopleSearch, sendVerb } from './lead-actions.ts';
import { changedElsewhere, tellChanged } from './lead-changes.ts';
import { dropRow, refreshRow, reload } from './lead-rows.ts';
import { FORM_LEFT, isFormLeft, type LeftForm, leaveForm, takeForm } from './left-form.ts';
import { NEW_LEAD } from './tab-place.ts';
import { go, say } from './tab-state.ts';
import { t } from './tab-words.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { TroubleNote } from './trouble-note.tsx';

/** The lead's Adaptive Card, and every card its buttons lead to. */
export function LeadCard({ leadId }: { leadId: string }) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<ReturnType<typeof drawCard>>(undefined);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBroughtBack, setBroughtBack] = useState(false);
  // What is begun on a form is not taken away by what others do.
  const isForm = useRef(false);
  const form = useRef<LeftForm>(undefined);
  const isLate = useRef(false);

  /** Draws a card, with what was typed on it; `isBack` says that this was some time ago. */
  const show = (card: object, typed: Record<string, string> = {}, { isBack = false } = {}) => {
    if (!place.current) return;
    form.current = { card, values: typed };
    const handlers: CardHandlers = {
      onExecute: (pressed) => void press(pressed),
      onOpenUrl: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
      onTyped: (values) => {
        isForm.current = true;
        form.current = { card, values: { ...typed, ...values } };
        keepCard(leadId, form.current);
      },
      people: peopleSearch(),
    };
    view.current = drawCard(place.current, card, handlers, typed);
    setBroughtBack(isBack);
    setState('shown');
  };

  const open = async () => {
    const left = takeForm();
    const kept = left ?? keptCard(leadId);
    isForm.current = kept !== undefined;
    if (kept) return show(kept.card, kept.values, { isBack: !left });
    try {
      setTrouble(undefined);
      const isNew = leadId === NEW_LEAD;
      const { card } = await (isNew ? sendVerb('lead.new', {}) : sendVerb('lead.show', { leadId }));
      isForm.current = isNew;
      if (!isLate.current) show(card);
    } catch (error) {
      if (isLate.current) return;
      setTrouble(troubleOf(error));
      setState('failed');
    }
  };

  const press = async ({ verb, data, hasInputs }: Press) => {
    const other = typeof data.leadId === 'string' && data.leadId !== leadId ? data.leadId : undefined;
    if (verb === 'lead.show' && other) {
      if (isForm.current && form.current) leaveForm(form.current);
      return go({ lead: other }, { state: isForm.current ? FORM_LEFT : undefined });
    }
    if (verb === 'lead.show' && leadId === NEW_LEAD) return go({ lead: undefined });
    view.current?.setBusy(true);
    setTrouble(undefined);
    try {
      const answer = await sendVerb(verb, data);
      const { card, toast, refused, changed } = answer;
      if (toast) say(toast, refused ? 'refused' : 'done');
      settleCard(leadId, { verb, data, hasInputs }, answer);
      // Whoever went on to another lead meanwhile stays there.
      const isThere = !isLate.current;
      if (verb === 'lead.delete' && !refused && data.confirmed) return gone(leadId, isThere);
      if (changed) changedHere(changed, leadId, isThere);
      if (!isThere) return;
      // A verb sent without its inputs answers with its form; a refused form is shown again.
      isForm.current =
        !changed && verb !== 'lead.show' && verb !== 'lead.reactivate' && (!hasInputs || Boolean(refused));
      if (refused === 'lead-changed') isForm.current = false;
      if (!changed || changed === leadId) show(card);
      if (refused && !changed) void refreshRow(leadId).catch(() => undefined);
      place.current?.focus({ preventScroll: true });
    } catch (error) {
      view.current?.setBusy(false);
      setTrouble(troubleOf(error));
    }
  };

  useEffect(() => {
    isLate.current = false;
    void open();
    return () => {
      isLate.current = true;
    };
  }, [leadId]);
  const elsewhere = changedElsewhere.value;
  useEffect(() => {
    if (elsewhere?.leadId === leadId && !isForm.current) void open();
  }, [elsewhere]);

  const startAgain = () => {
    keepCard(leadId, undefined);
    place.current?.focus({ preventScroll: true });
    void open();
  };
  return (
    <section class="lead-card" aria-live="off">
      {isBroughtBack && (
        <p class="subtle" role="status">
          {t.broughtBack}{' '}
          <button type="button" class="link" onClick={startAgain}>
            {t.startAgain}
          </button>
        </p>
      )}
      {isFormLeft() && (
        <p class="bar" role="status">
          {t.formKept}{' '}
          <button type="button" class="link" onClick={() => history.back()}>
            {t.backToForm}
          </button>
        </p>
      )}
      {state === 'loading' && <Bones />}
      {trouble && (
        <TroubleNote
          trouble={trouble}
          kept={state === 'shown'}
          {...(state === 'failed' && { retry: () => void open() })}
        />
      )}
      <div ref={place} tabIndex={-1} class="card-place" />
    </section>
  );
}

function changedHere(changed: string, leadId: string, isThere: boolean): void {
  tellChanged({ leadId: changed });
  if (leadId === NEW_LEAD) {
    if (isThere) go({ lead: changed }, { replace: true });
    void reload();
  } else void refreshRow(changed).catch(() => undefined);
}

function gone(leadId: string, isThere: boolean): void {
  dropRow(leadId);
  tellChanged({ leadId });
  if (isThere) go({ lead: undefined });
}
