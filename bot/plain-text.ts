import type { Activity } from 'botbuilder';

// How the place of a card that a message extension inserted is marked in a message.
const INSERTED_CARD =
  /<span[^>]*itemtype="https?:\/\/schema\.skype\.com\/InputExtension"[\s\S]*?<\/span>(?:\s*<\/span>)*/gi;

/** Whether a message is nothing but a card that somebody inserted: it was said to the others, not to the bot. */
export function isInsertedCard(activity: Partial<Activity>): boolean {
  const hasCard = activity.attachments?.some(({ contentType }) =>
    contentType.startsWith('application/vnd.microsoft.card.'),
  );
  const isMarked = activity.text?.match(INSERTED_CARD);
  return Boolean(hasCard || isMarked) && plainText(activity) === '';
}

/**
 * What somebody wrote, line by line, without any mention of the bot; colleagues who are mentioned stand there by their
 * names. The SDK's own function removes the first mention of the bot only and needs a text.
 */
export function plainText({ text, entities, recipient }: Partial<Activity>): string {
  let plain = text ?? '';
  for (const { type, mentioned, text: mention } of entities ?? []) {
    if (type !== 'mention' || typeof mention !== 'string' || !mention) continue;
    const isBot = mentioned?.id === recipient?.id;
    const name = isBot ? '' : String(mentioned?.name || mention.replace(/<[^>]*>/g, ''));
    plain = plain.replaceAll(mention, () => ` ${name} `);
  }
  plain = plain.replace(INSERTED_CARD, ' ');
  return singleSpaces(plain.replaceAll('&nbsp;', ' '));
}

/** Without spaces around, more than one between words, and empty lines. */
export function singleSpaces(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
