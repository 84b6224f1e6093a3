import { XMLParser } from 'fast-xml-parser';

export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

const ATTRIBUTES = ':@';
const TEXT = '#text';

/** The outermost element of a well-formed document, its parts in their order. */
export function parseXml(xml: string): XmlElement {
  const options = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', ignoreDeclaration: true };
  const parsed = new XMLParser({ ...options, parseTagValue: false, parseAttributeValue: false }).parse(xml);
  return elementsOf(parsed)[0] ?? { name: '', attributes: {}, children: [], text: '' };
}

/** Every element of that name below another, in their order. */
export function elementsNamed(name: string, { children }: XmlElement): XmlElement[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(name, child)]);
}

export function elementNamed(name: string, element: XmlElement): XmlElement | undefined {
  return elementsNamed(name, element)[0];
}

type Node = Record<string, unknown>;

function elementsOf(nodes: Node[]): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
    if (!name) return [];
    const inside = node[name] as Node[];
    return {
      name,
      attributes: { ...(node[ATTRIBUTES] as Record<string, string> | undefined) },
      children: elementsOf(inside),
      text: inside.map((part) => part[TEXT] ?? '').join(''),
    };
  });
}
