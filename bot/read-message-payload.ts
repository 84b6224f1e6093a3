import * as z from 'zod';

const MOST_TEXT = 200_000;

// https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
const payload = z.object({
  id: z.string().optional(),
  subject: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  linkToMessage: z.string().nullish(),
  from: z
    .object({
      user: z.object({ id: z.string().nullish(), displayName: z.string().nullish() }).nullish(),
      application: z.object({ displayName: z.string().nullish() }).nullish(),
    })
    .nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
});

/** The message an action was chosen on, as `lead.new` takes it; undefined where there is none. */
export function readMessagePayload(value: unknown): Record<string, string> | undefined {
  const parsed = payload.safeParse(value);
  if (!parsed.success) return undefined;
  const { id, subject, createdDateTime, linkToMessage, from, body } = parsed.data;
  const content = body?.content?.slice(0, MOST_TEXT);
  if (!id && !content) return undefined;
  const author = from?.user?.displayName ?? from?.application?.displayName ?? '';
  const isHtml = body?.contentType !== 'text';
  return {
    author: author.slice(0, 500),
    ...(from?.user?.id && { authorId: from.user.id.slice(0, 200) }),
    subject: subject?.slice(0, 10_000) ?? '',
    sentAt: timeOf(createdDateTime),
    ...(linkToMessage &&
      /^https:\/\/\S{1,1900}$/.test(linkToMessage) &&
      URL.canParse(linkToMessage) && { link: linkToMessage }),
    [isHtml ? 'html' : 'text']: content ?? '',
  };
}

/** When it was written; a reading needs some time, the beginning of time where there is none. */
function timeOf(text: string | null | undefined): string {
  const time = new Date(text ?? 0);
  return (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString();
}
