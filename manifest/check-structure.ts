import { XMLValidator } from 'fast-xml-parser';
import { elementsNamed, parseXml, type XmlElement } from './xml-element.ts';

/** The order of parts in the add-in-only format, and which of them there have to be (`!`). */
const PARTS: Record<string, string> = {
  OfficeApp:
    'Id! Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! ' +
    'AppDomains Hosts! Requirements! FormSettings! Permissions! Rule! DisableEntityHighlighting VersionOverrides!',
  VersionOverrides: 'Description Requirements Hosts Resources VersionOverrides WebApplicationInfo ExtendedPermissions',
  Host: 'Runtimes DesktopFormFactor MobileFormFactor',
  DesktopFormFactor: 'SupportsSharedFolders FunctionFile ExtensionPoint!',
  Control: 'Label! Supertip Icon! Action!',
  Action: 'SourceLocation! SupportsPinning',
  Resources: 'bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!',
};
/** The longest texts each may hold. */
const LONGEST: Record<string, number> = { Description: 250, 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };

/** What of the add-in-only format the XML does not keep; only Microsoft's own service checks all of it. */
export function structureProblems(addinOnly: string): string[] {
  const valid = XMLValidator.validate(addinOnly);
  if (valid !== true) return [`manifest.xml: ${valid.err.msg} in line ${valid.err.line}`];
  const app = parseXml(addinOnly);
  return [...partProblems(app), ...resourceProblems(addinOnly), ...lengthProblems(app)];
}

function partProblems(element: XmlElement): string[] {
  const parts = PARTS[element.name]?.split(' ');
  const below = element.children.flatMap(partProblems);
  if (!parts) return below;
  const names = parts.map((part) => part.replace('!', ''));
  const places = element.children.map(({ name }) => names.indexOf(name));
  const present = element.children.map(({ name }) => name);
  const where = `manifest.xml: <${element.name}>`;
  return [
    ...element.children.filter((_, nth) => places[nth] === -1).map(({ name }) => `${where} cannot hold <${name}>`),
    ...parts
      .filter((part) => part.endsWith('!') && !present.includes(part.slice(0, -1)))
      .map((part) => `${where} lacks <${part.slice(0, -1)}>`),
    ...element.children
      .filter((_, nth) => (places[nth] ?? 0) < (places[nth - 1] ?? 0))
      .map(({ name }) => `${where} holds <${name}> too late`),
    ...below,
  ];
}

/** Every name an element refers to (`resid`) has to stand among the resources, once. */
function resourceProblems(addinOnly: string): string[] {
  const given = [...addinOnly.matchAll(/<bt:\w+ id="([^"]+)" DefaultValue/g)].map(([, id]) => id ?? '');
  const asked = [...addinOnly.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id ?? '');
  return [
    ...asked.filter((id) => !given.includes(id)).map((id) => `manifest.xml: there is no resource ${id}`),
    ...given.filter((id, nth) => given.indexOf(id) !== nth).map((id) => `manifest.xml: resource ${id} is there twice`),
    ...given.filter((id) => !asked.includes(id)).map((id) => `manifest.xml: nobody uses resource ${id}`),
    ...given.filter((id) => id.length > 32).map((id) => `manifest.xml: the name ${id} is longer than 32 characters`),
  ];
}

function lengthProblems(app: XmlElement): string[] {
  return Object.entries(LONGEST).flatMap(([name, longest]) =>
    elementsNamed(name, app)
      .flatMap(texts)
      .filter((text) => text.length > longest)
      .map((text) => `manifest.xml: “${text}” is longer than the ${longest} characters of <${name}>`),
  );
}

function texts({ attributes, children }: XmlElement): string[] {
  const own = [attributes.DefaultValue, attributes.Value].filter((text) => text !== undefined);
  return [...own, ...children.flatMap(texts)];
}
