import { buttonFacts, type Facts } from './manifest-facts.ts';
import type { Unified } from './unified-manifest.ts';

type Extension = NonNullable<Unified['extensions']>[number];

/** What the unified manifest says of the add-in. */
export function unifiedFacts({ version, description, webApplicationInfo, authorization, extensions }: Unified): Facts {
  const [extension = {}] = extensions ?? [];
  const rights = (authorization?.permissions?.resourceSpecific ?? []).map(({ name }) => name);
  const mailbox = extension.requirements?.capabilities?.find(({ name }) => name === 'Mailbox');
  return {
    'the version': `${version}.0`,
    'the description': description.full,
    'the Mailbox version': `${mailbox?.minVersion}`,
    'the permission': `${rights.find((name) => name.startsWith('MailboxItem.'))}`,
    'the right to shared folders': `${rights.includes('Mailbox.SharedFolder')}`,
    'the app that signs people in': `${webApplicationInfo?.id} ${webApplicationInfo?.resource}`,
    ...ribbonFacts(extension),
    ...eventFacts(extension),
  };
}

function ribbonFacts(extension: Extension): Facts {
  const facts: Facts[] = [];
  for (const { contexts, tabs } of extension.ribbons ?? []) {
    for (const { groups, customMobileRibbonGroups } of tabs) {
      for (const { label: group, controls } of groups ?? []) {
        for (const { label, actionId, icons, supertip } of controls ?? []) {
          const { page, pinned } = actionOf(extension, actionId);
          const desktop = { pinned, tip: supertip?.description };
          facts.push(buttonFacts({ surface: `${contexts}`, group, label, page, icons: icons ?? [], desktop }));
        }
      }
      for (const { label: group, controls } of customMobileRibbonGroups ?? []) {
        for (const { label, actionId, icons } of controls) {
          const { page } = actionOf(extension, actionId);
          facts.push(buttonFacts({ surface: 'mobile', group, label, page, icons }));
        }
      }
    }
  }
  return Object.assign({}, ...facts);
}

function eventFacts(extension: Extension): Facts {
  const events = (extension.autoRunEvents ?? []).flatMap(({ events }) => events);
  const facts = events.map(({ type, actionId, options }) => {
    const { page, script } = actionOf(extension, actionId);
    return [`what runs on ${type}`, `${actionId} ${options?.sendMode} ${page} ${script}`];
  });
  return Object.fromEntries(facts);
}

function actionOf({ runtimes = [] }: Extension, id: string | undefined) {
  const runtime = runtimes.find(({ actions }) => actions?.some((action) => action.id === id));
  const action = runtime?.actions?.find((each) => each.id === id);
  return { ...runtime?.code, pinned: action?.pinnable === true };
}
