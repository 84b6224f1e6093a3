import { buttonFacts, type Facts } from './manifest-facts.ts';
import { elementNamed, elementsNamed, parseXml, type XmlElement } from './xml-element.ts';

const PERMISSIONS: Record<string, string> = { ReadWriteItem: 'MailboxItem.ReadWrite.User' };
const SURFACES: Record<string, string> = {
  MessageReadCommandSurface: 'mailRead',
  MessageComposeCommandSurface: 'mailCompose',
  MobileMessageReadCommandSurface: 'mobile',
};
const EVENTS: Record<string, string> = { OnMessageSend: 'messageSending' };
const MODES: Record<string, string> = { PromptUser: 'promptUser', SoftBlock: 'softBlock', Block: 'block' };

/** What the add-in-only manifest says to somebody of that locale, in the words of the unified one. */
export function addinOnlyFacts(xml: string, locale: string): Facts {
  const app = parseXml(xml);
  const signIn = elementNamed('WebApplicationInfo', app);
  return {
    'the version': inner('Version', app),
    'the description': told(elementNamed('Description', app), locale),
    'the Mailbox version': `${elementNamed('Set', app)?.attributes.MinVersion}`,
    'the permission': `${PERMISSIONS[inner('Permissions', app)]}`,
    'the right to shared folders': inner('SupportsSharedFolders', app) || 'false',
    'the app that signs people in': `${inner('Id', signIn)} ${inner('Resource', signIn)}`,
    ...Object.assign({}, ...elementsNamed('ExtensionPoint', app).map((point) => pointFacts(app, point, locale))),
  };
}

function pointFacts(app: XmlElement, point: XmlElement, locale: string): Facts {
  const resource = (element: XmlElement | undefined) => told(resourceOf(app, element?.attributes.resid), locale);
  const at = (name: string, element: XmlElement) => resource(elementNamed(name, element));
  const surface = SURFACES[point.attributes['xsi:type'] ?? ''] ?? '';
  const buttons = elementsNamed('Control', point).map((control) => {
    const icons = elementsNamed('bt:Image', control).map((image) => ({
      size: Number(image.attributes.size),
      scale: Number(image.attributes.scale ?? 0),
      url: resource(image),
    }));
    const desktop = { pinned: inner('SupportsPinning', control) === 'true', tip: at('Description', control) };
    return buttonFacts({
      ...{
        surface,
        group: at('Label', point),
        label: at('Label', control),
        page: at('SourceLocation', control),
        icons,
      },
      ...(surface === 'mobile' ? {} : { desktop }),
    });
  });
  const events = elementsNamed('LaunchEvent', point).map(
    ({ attributes: { Type = '', FunctionName, SendMode = '' } }) => {
      const script = resource(elementNamed('Override', elementNamed('Runtimes', app) ?? app));
      const what = `${FunctionName} ${MODES[SendMode]} ${at('SourceLocation', point)} ${script}`;
      return { [`what runs on ${EVENTS[Type]}`]: what };
    },
  );
  return Object.assign({}, ...buttons, ...events);
}

function resourceOf(app: XmlElement, id: string | undefined): XmlElement | undefined {
  const kinds = elementNamed('Resources', app)?.children ?? [];
  return kinds.flatMap(({ children }) => children).find(({ attributes }) => attributes.id === id);
}

function told(element: XmlElement | undefined, locale: string): string {
  const other = element?.children.find(({ attributes }) => attributes.Locale === locale);
  return (other ?? element)?.attributes[other ? 'Value' : 'DefaultValue'] ?? '';
}

function inner(name: string, element: XmlElement | undefined): string {
  return (element && elementNamed(name, element)?.text) ?? '';
}
