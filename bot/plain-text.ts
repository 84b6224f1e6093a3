import type { Activity } from 'botbuilder';

/** What somebody wrote, without any mention of the bot. The SDK's own function removes the first only and needs a text. */
export function plainText({ text, entities, recipient }: Partial<Activity>): string {
  let plain = text ?? '';
  for (const entity of entities ?? []) {
    if (entity.type === 'mention' && entity.mentioned?.id === recipient?.id && typeof entity.text === 'string') {
      plain = plain.replaceAll(entity.text, ' ');
    }
  }
  return plain.replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ').trim();
}
