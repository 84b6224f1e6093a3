type Options = { className?: string; text?: string; attributes?: Record<string, string> };

/** An element whose text is text: mails are written by strangers. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { className, text, attributes = {} }: Options = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) {
    element.textContent = text;
    // Direction marks in a name or subject must not turn round what stands beside it.
    element.dir = 'auto';
  }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An element of index.html, of the class it is there. Throws if the page and the script do not fit. */
export function pageElement<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`index.html has no ${kind.name} #${id}`);
  return element;
}
