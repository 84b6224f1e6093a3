import type { Words } from './en.ts';

/** The words on the buttons for what somebody may have tried on a lead. */
const BUTTONS: Record<string, (words: Words) => string> = {
  'lead.qualify': ({ qualify }) => qualify,
  'leads.qualify': ({ qualify }) => qualify,
  'post /api/leads/:id/qualify': ({ qualify }) => qualify,
  'lead.disqualify': ({ disqualify }) => disqualify,
  'leads.disqualify': ({ disqualify }) => disqualify,
  'post /api/leads/:id/disqualify': ({ disqualify }) => disqualify,
  'lead.reactivate': ({ reactivate }) => reactivate,
  'post /api/leads/:id/reactivate': ({ reactivate }) => reactivate,
  'lead.assign': ({ assign }) => assign,
  'leads.assign': ({ assign }) => assign,
  'post /api/leads/:id/assign': ({ assign }) => assign,
  'lead.edit': ({ edit }) => edit,
  'lead.update': ({ edit }) => edit,
  'patch /api/leads/:id': ({ edit }) => edit,
  'lead.delete': (words) => words.delete,
  'del /api/leads/:id': (words) => words.delete,
  'lead.history': ({ history }) => history,
  'get /api/leads/:id/audit': ({ history }) => history,
};

/** A verb or a route as a reader of an audit trail knows it: by its button; what has none stays as it is. */
export function triedInWords(words: Words, tried: string): string {
  return Object.hasOwn(BUTTONS, tried) ? (BUTTONS[tried]?.(words) ?? tried) : tried;
}
