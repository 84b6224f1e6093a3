import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommand } from '../bot/commands/read-command.ts';
import { allowedScripts } from '../src/http/allowed-scripts.ts';
import { ABOUT_PAGES } from '../src/http/page-routes.ts';
import { MESSAGE_COMMANDS } from '../src/words/teams-commands.ts';
import type { Parts } from './check-manifests.ts';
import { translated } from './language-file.ts';
import type { Unified } from './unified-manifest.ts';

/** Whatever the manifests name has to be in the code: commands, actions, pages. `pages` is the folder the build wrote. */
export function codeProblems({ unified, languages, addinOnly, pages, icons }: Parts): string[] {
  const told = [unified, ...Object.values(languages).map((file) => translated(unified, file))];
  return [
    ...new Set(told.flatMap(commandProblems)),
    ...messageCommandProblems(unified),
    ...actionProblems(unified),
    ...runtimeProblems(unified, pages),
    ...addressProblems(unified, addinOnly, pages, icons),
  ];
}

/** Whatever Teams offers to type has to be understood. */
function commandProblems({ bots }: Unified): string[] {
  const offered = (bots ?? []).flatMap(({ commandLists }) => commandLists ?? []).flatMap(({ commands }) => commands);
  return [...new Set(offered.map(({ title }) => title))]
    .filter((title) => 'asked' in readCommand(title).data)
    .map((title) => `manifest.json: the bot does not understand the command “${title}”`);
}

/** The bot answers to these ids, and reads what is searched for by that name. */
function messageCommandProblems({ composeExtensions, developer }: Unified): string[] {
  const { search, newLead } = MESSAGE_COMMANDS;
  return (composeExtensions ?? []).flatMap(({ commands, messageHandlers }) => {
    const domains = (messageHandlers ?? []).flatMap(({ value }) => value.domains ?? []);
    return [
      ...(commands ?? [])
        .filter(({ id }) => id !== search.id && id !== newLead.id)
        .map(({ id }) => `manifest.json: the bot has no message command ${id}`),
      ...(commands ?? [])
        .flatMap(({ parameters }) => parameters ?? [])
        .filter(({ name }) => name !== search.parameter)
        .map(({ name }) => `manifest.json: the bot does not read the parameter ${name}`),
      ...domains
        .filter((domain) => domain !== new URL(developer.websiteUrl).hostname)
        .map((domain) => `manifest.json: links to ${domain} lead to no lead`),
    ];
  });
}

/** Every button and event asks for an action that a runtime has. */
function actionProblems({ extensions }: Unified): string[] {
  return (extensions ?? []).flatMap(({ runtimes, ribbons, autoRunEvents }) => {
    const known = (runtimes ?? []).flatMap(({ actions }) => (actions ?? []).map(({ id }) => id));
    const tabs = (ribbons ?? []).flatMap((ribbon) => ribbon.tabs);
    const buttons = tabs.flatMap(({ groups, customMobileRibbonGroups }) => [
      ...(groups ?? []).flatMap(({ controls }) => controls ?? []),
      ...(customMobileRibbonGroups ?? []).flatMap(({ controls }) => controls),
    ]);
    const events = (autoRunEvents ?? []).flatMap((each) => each.events);
    return [
      ...buttons.map(({ id, actionId }) => ({ who: `the button ${id}`, actionId: actionId ?? '' })),
      ...events.map(({ type, actionId }) => ({ who: `the event ${type}`, actionId })),
    ]
      .filter(({ actionId }) => !known.includes(actionId))
      .map(({ who, actionId }) => `manifest.json: ${who} asks for ${actionId}, which no runtime has`);
  });
}

/** A function that Outlook calls has to be given by the runtime's script, which its page loads and Office may run. */
function runtimeProblems({ extensions, developer }: Unified, pages: string): string[] {
  const base = developer.websiteUrl;
  return (extensions ?? [])
    .flatMap(({ runtimes }) => runtimes ?? [])
    .flatMap(({ id, code: { page, script }, actions }) => {
      const called = (actions ?? []).filter(({ type }) => type === 'executeFunction');
      if (!called.length) return [];
      if (!script) return [`manifest.json: the runtime ${id} has no script for Outlooks without a page`];
      const source = textOf(join(pages, script.slice(base.length)));
      const given = [...source.matchAll(/actions\.associate\("([^"]+)"/g)].map(([, name]) => name);
      const loads = textOf(join(pages, page.slice(base.length))).includes(`"${script.slice(base.length)}"`);
      return [
        ...called
          .filter((action) => !given.includes(action.id))
          .map((action) => `manifest.json: the script of ${id} does not give Outlook ${action.id}`),
        ...(loads ? [] : [`manifest.json: the page of ${id} does not load ${script}`]),
        ...(allowedScripts(base).includes(script) ? [] : [`the server does not allow Office to run ${script}`]),
      ];
    });
}

/** Pages with an address of their own; the others are files. */
const PAGES = new Set(['', ...ABOUT_PAGES.keys()]);

/** Every page and picture named is one the server has, over https. */
function addressProblems(unified: Unified, addinOnly: string, pages: string, icons: string): string[] {
  const text = `${JSON.stringify([unified.extensions, unified.staticTabs, unified.developer])}${addinOnly}`;
  const named = [...new Set(text.match(/https?:\/\/[^"<\s]+/g))];
  const base = unified.developer.websiteUrl;
  return named
    .filter((url) => !/^https?:\/\/(?:www\.w3\.org|schemas\.microsoft\.com)\//.test(url))
    .flatMap((url) => {
      if (!url.startsWith(base)) return [`${url} is not below ${base}`];
      if (!url.startsWith('https://') || /^https:\/\/(?:localhost|127\.)/.test(url))
        return [`${url} is not a public https address`];
      const path = url.slice(base.length);
      if (PAGES.has(path)) return [];
      const file = path.startsWith('/icons/') ? join(icons, path.slice('/icons/'.length)) : join(pages, path);
      return existsSync(file) ? [] : [`${url}: the server has no ${path}`];
    });
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
