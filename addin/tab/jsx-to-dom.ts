/**
 * What JSX stands for in the first sight: elements at once, without Preact. Made for components without state; what
 * they would listen to is left out, `hydrate` adds it to the very same elements.
 */
type Drawn = Node | string | number | boolean | null | undefined | Drawn[];
type Props = Record<string, unknown> & { children?: Drawn };

/** An element, or what a component draws. */
export function jsx(type: string | ((props: Props) => Drawn), props: Props): Drawn {
  if (typeof type === 'function') return type(props);
  const element = document.createElement(type);
  for (const name in props) {
    if (name === 'children') append(element, props.children);
    else write(element, name, props[name]);
  }
  return element;
}

/** As `jsx`: of an element with several children. */
export function jsxs(type: Parameters<typeof jsx>[0], props: Props): Drawn {
  return jsx(type, props);
}

/** What stands together without an element around it. */
export function Fragment({ children }: Props): Drawn {
  return children;
}

function append(parent: Element, drawn: Drawn): void {
  if (Array.isArray(drawn)) for (const each of drawn) append(parent, each);
  else if (drawn || drawn === 0 || drawn === '') parent.append(drawn as Node | string);
}

/** As Preact writes it: false is no attribute at all, but a word in `aria-` and `data-`. */
function write(element: HTMLElement, name: string, value: unknown): void {
  const isWord = name[4] === '-';
  if (name === 'style') Object.assign(element.style, value);
  else if (value === undefined || value === null || typeof value === 'function' || (value === false && !isWord)) return;
  else element.setAttribute(name, value === true && !isWord ? '' : String(value));
}
