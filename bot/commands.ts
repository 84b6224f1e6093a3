type Command = { verb: string; data: Record<string, unknown> };

const NEW_LEAD = /^(?:please\s+)?(?:create\s+|add\s+)?(?:a\s+)?new\s*lead\b[:,]?\s*(.*)$/is;
const LISTS: [RegExp, string][] = [
  [/^(?:show\s+)?my(?:\s+open)?\s+leads?$/i, 'my-open'],
  [/^(?:show\s+)?(?:all\s+)?open\s+leads?$/i, 'open'],
  [/^(?:show\s+)?closed\s+leads?$/i, 'closed'],
];
const ABOUT: [RegExp, Record<string, unknown>][] = [
  [/^(?:find|search)(?:\s+for)?\s+(.+)$/is, { view: 'all' }],
  [/^disqualify\s+(.+)$/is, { view: 'open', intent: 'disqualify' }],
  [/^qualify\s+(.+)$/is, { view: 'open', intent: 'qualify' }],
  [/^(?:show\s+)?lead\s+(.+)$/is, { view: 'all', open: 'true' }],
];

/** What somebody typed, as a verb with its data; what is not understood is answered with what one can type. */
export function readCommand(text: string): Command {
  const said = text.trim().replace(/\s+/g, ' ').slice(0, 2000);
  const draft = NEW_LEAD.exec(said);
  if (draft) return { verb: 'lead.new', data: draft[1] ? { draft: readDraft(draft[1]) } : {} };
  for (const [pattern, view] of LISTS) if (pattern.test(said)) return { verb: 'lead.list', data: { view } };
  for (const [pattern, data] of ABOUT) {
    const q = pattern.exec(said)?.[1];
    if (q) return { verb: 'lead.list', data: { ...data, q } };
  }
  return { verb: 'help', data: /^(?:|hi|hello|help)[!.?]*$/i.test(said) ? {} : { asked: said } };
}

/** 'Jane Doe, Contoso, jane@contoso.com, +1 425 555 0100': mail and phone wherever they stand, then name, company, topic. */
function readDraft(text: string): Record<string, string> {
  const draft: Record<string, string> = {};
  const names: string[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (/^\S+@\S+$/.test(part)) draft.email = part;
    else if (/^[+\d][\d\s()./-]{5,}$/.test(part)) draft.businessPhone = part;
    else if (part) names.push(part);
  }
  const [name, company, ...topic] = names;
  if (name) {
    const words = name.split(' ');
    draft.lastName = words.pop() ?? name;
    if (words.length) draft.firstName = words.join(' ');
  }
  if (company) draft.companyName = company;
  if (topic.length) draft.topic = topic.join(', ');
  return draft;
}
