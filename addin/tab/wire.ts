import type { z } from 'zod';
import type {
  auditWire,
  duplicateWire,
  leadWire,
  manyWire,
  meWire,
  personWire,
  pipelineWire,
  timelineWire,
} from '../../src/http/wire.ts';

/** What the API answers, by the schemas that check it on the other side. */
export type Lead = z.output<typeof leadWire>;
export type Person = z.output<typeof personWire>;
export type Me = z.output<typeof meWire>;
export type TimelineItem = z.output<typeof timelineWire>;
export type AuditLine = z.output<typeof auditWire>;
export type Pipeline = z.output<typeof pipelineWire>;
export type ManyResult = z.output<typeof manyWire>['results'][number];
export type Duplicate = z.output<typeof duplicateWire>;
export type Page<Item> = { items: Item[]; next: string | null };
