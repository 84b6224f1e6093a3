import { useEffect, useRef, useState } from 'preact/hooks';
import type { PipelineBy } from '../../src/leads/pipeline.ts';
import { ask } from './api-client.ts';
import { Bones } from './lazy-part.tsx';
import { changes } from './lead-changes.ts';
import { groupLabel, PipelineTable } from './pipeline-table.tsx';
import { showCount, showMoney } from './show-values.ts';
import { THEME_CHANGED } from './tab-host.ts';
import { PIPELINE_CUTS } from './tab-place.ts';
import { go, place } from './tab-state.ts';
import { t, w } from './tab-words.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { TroubleNote } from './trouble-note.tsx';
import type { Pipeline } from './wire.ts';

/** What is drawn: how many leads, or what they are worth in one of the currencies. */
type Measure = 'count' | string;

/** The pipeline at a glance: a chart, and the same as a table. */
export function PipelinePage() {
  const { by, view } = place.value;
  const [pipeline, setPipeline] = useState<Pipeline>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [measure, setMeasure] = useState<Measure>('count');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setTrouble(undefined);
    ask<Pipeline>('GET', `/pipeline?by=${by}&view=${view}`, { signal: stop.signal })
      .then(setPipeline)
      .catch((error) => {
        if (!stop.signal.aborted) setTrouble(troubleOf(error));
      });
    return () => stop.abort();
  }, [by, view, changes.value, tries]);

  const currencies = currenciesOf(pipeline);
  const shownMeasure = currencies.includes(measure) ? measure : 'count';
  return (
    <main class="pipeline" tabIndex={-1} aria-label={t.pipeline}>
      <div class="filters">
        <Segments
          label={t.by}
          value={by}
          options={PIPELINE_CUTS.map((cut) => [cut, cutName(cut)])}
          choose={(cut) => go({ by: cut }, { replace: true })}
        />
        <Segments
          label={t.measure}
          value={shownMeasure}
          options={[['count', t.countOfLeads], ...currencies.map((code) => [code, t.valueIn(code)] as const)]}
          choose={setMeasure}
        />
      </div>
      {trouble && <TroubleNote trouble={trouble} retry={() => setTries(tries + 1)} />}
      {!pipeline && !trouble && <Bones />}
      {pipeline && pipeline.groups.length === 0 && <p class="message">{w.noLeads}</p>}
      {pipeline && pipeline.groups.length > 0 && (
        <div class="figures">
          <Chart pipeline={pipeline} measure={shownMeasure} />
          <PipelineTable pipeline={pipeline} />
        </div>
      )}
    </main>
  );
}

function Chart({ pipeline, measure }: { pipeline: Pipeline; measure: Measure }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { by, groups } = pipeline;
  const bars = groups.map((group) => {
    const amount = group.value.find(({ currency }) => currency === measure)?.amount ?? '0';
    const value = measure === 'count' ? group.count : Number(amount);
    const text = measure === 'count' ? showCount(group.count) : showMoney(amount, measure);
    return { label: groupLabel(by, group.key, group.name), value, text };
  });
  useEffect(() => {
    let drawn: { destroy(): void } | undefined;
    let isGone = false;
    const draw = async () => {
      const { drawBars } = await import('./draw-bars.ts');
      drawn?.destroy();
      if (!isGone && canvas.current) drawn = drawBars(canvas.current, bars);
    };
    // The table says the same where the chart cannot be fetched.
    const redraw = () => void draw().catch(() => undefined);
    redraw();
    addEventListener(THEME_CHANGED, redraw);
    return () => {
      isGone = true;
      drawn?.destroy();
      removeEventListener(THEME_CHANGED, redraw);
    };
  }, [pipeline, measure]);
  const told = bars.map(({ label, text }) => `${label}: ${text}`).join('; ');
  return (
    <div class="chart">
      <canvas ref={canvas} role="img" aria-label={`${cutName(by)}. ${told}`} />
    </div>
  );
}

function currenciesOf(pipeline: Pipeline | undefined): string[] {
  const codes = (pipeline?.groups ?? []).flatMap(({ value }) => value.map(({ currency }) => currency));
  return [...new Set(codes)].filter((code) => code !== null).sort();
}

function cutName(by: PipelineBy): string {
  return { status: t.status, source: w.fields.source, owner: w.fields.owner, week: t.week }[by];
}

type SegmentsProps<Option extends string> = {
  label: string;
  value: Option;
  options: readonly (readonly [Option, string])[];
  choose(option: Option): void;
};

function Segments<Option extends string>({ label, value, options, choose }: SegmentsProps<Option>) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{label}</legend>
      {options.map(([option, title]) => (
        <label key={option}>
          <input type="radio" name={label} checked={option === value} onChange={() => choose(option)} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
