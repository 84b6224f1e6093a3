import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Timing } from './measure.ts';

/** A line of the report. `aim` says what was wanted, `met` whether it was. */
export type Line = {
  what: string;
  ours?: Timing;
  floor?: Timing;
  ratio?: number;
  /** For what is not compared with a floor: a figure with its unit. */
  figure?: string;
  aim?: string;
  met?: boolean;
};

/** Prints lines as they are measured and keeps them for `bench/results/latest.json`. */
export class Report {
  readonly #sections: { title: string; lines: Line[] }[] = [];
  readonly #seconds: Record<string, number> = {};

  section(title: string): void {
    this.#sections.push({ title, lines: [] });
    process.stdout.write(`\n${title}\n${'-'.repeat(title.length)}\n`);
  }

  line(line: Line): void {
    this.#sections.at(-1)?.lines.push(line);
    const { what, ours, floor, ratio, figure = '', aim = '', met } = line;
    const cells = [
      what.padEnd(34),
      ours ? speed(ours) : figure.padEnd(34),
      floor ? `floor ${speed(floor)}` : ''.padEnd(40),
      ratio === undefined ? '     ' : `${ratio.toFixed(2)}×`.padStart(6),
      aim && `${met ? 'met   ' : 'MISSED'} ${aim}`,
    ];
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }

  remark(text: string): void {
    process.stdout.write(`  ${text}\n`);
  }

  /** How long a part took. */
  took(part: string, seconds: number): void {
    this.#seconds[part] = Number(seconds.toFixed(1));
    this.remark(`${part} took ${seconds.toFixed(1)} s`);
  }

  save(how: { quick: boolean; only?: readonly string[]; failed: readonly string[] }): void {
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem(), node: process.version };
    const folder = new URL('./results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    const all = { at: new Date().toISOString(), ...how, machine, seconds: this.#seconds, sections: this.#sections };
    writeFileSync(new URL('latest.json', folder), `${JSON.stringify(all, null, 2)}\n`);
    const missed = this.#sections.flatMap(({ lines }) => lines).filter(({ met }) => met === false);
    const verdict = [
      missed.length && `${missed.length} aims missed`,
      how.failed.length && `failed: ${how.failed.join(', ')}`,
    ].filter(Boolean);
    process.stdout.write(`\n${verdict.join('; ') || 'every aim met'}\n`);
  }
}

function speed({ perSecond, p50, p99 }: Timing): string {
  return `${Math.round(perSecond)}/s`.padStart(9) + ` p50 ${p50.toFixed(2)} p99 ${p99.toFixed(2)} ms`.padEnd(26);
}
