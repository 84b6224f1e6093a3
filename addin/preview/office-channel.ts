import { answerMessage, eventMessage, type OfficeCall, parseOfficeCall } from './office-messages.ts';

/** `data` in the form the method has; `errorCode` is one of the channel, not of the method. */
export type ChannelAnswer = { data: unknown; errorCode?: number };

/** Undefined leaves the call without an answer. */
type Answerer = (call: OfficeCall) => ChannelAnswer | undefined;

/** The line between this window and the office.js of one pane at a time. */
export class OfficeChannel {
  private readonly answerer: Answerer;
  private pane: HTMLIFrameElement | undefined;
  private conversationId = '';
  private conversations = 0;

  constructor(answerer: Answerer) {
    this.answerer = answerer;
    window.addEventListener('message', (event) => this.receive(event));
  }

  /** Listens to this pane from now on, and to no earlier one. Returns the id of the conversation that begins. */
  attach(pane: HTMLIFrameElement): string {
    this.conversations += 1;
    this.conversationId = `preview-${this.conversations}`;
    this.pane = pane;
    return this.conversationId;
  }

  postEvent(event: string, data: unknown): void {
    this.post(eventMessage(event, this.conversationId, data));
  }

  private receive(event: MessageEvent): void {
    if (!this.pane || event.source !== this.pane.contentWindow || event.origin !== location.origin) return;
    const call = parseOfficeCall(event.data);
    if (call?.conversationId !== this.conversationId) return;
    const answer = this.answerer(call);
    if (answer) this.post(answerMessage(call, answer.data, answer.errorCode ?? 0));
  }

  private post(message: string): void {
    this.pane?.contentWindow?.postMessage(message, location.origin);
  }
}
