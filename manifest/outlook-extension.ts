import type { TeamsManifestV1D29 } from '@microsoft/app-manifest';
import type { ManifestWords } from '../src/words/manifest/en.ts';
import { APP, type Installation, iconUrl, MOBILE_ICONS, RIBBON_ICONS } from './app.ts';

type Extension = NonNullable<TeamsManifestV1D29.TeamsManifestV1D29['extensions']>[number];
type Ribbon = NonNullable<Extension['ribbons']>[number];

/** The add-in's part of the unified manifest: the pane beside mails read and written, and what runs when one is sent. */
export function outlookExtension(installation: Installation, words: ManifestWords): Extension {
  const { publicUrl } = installation;
  const paneUrl = publicUrl + APP.pane.path;
  const needs = (minVersion: string) => ({ capabilities: [{ name: 'Mailbox', minVersion }] });
  return {
    requirements: { scopes: ['mail'], ...needs(APP.mailboxVersion) },
    runtimes: [
      {
        id: 'pane',
        type: 'general',
        code: { page: paneUrl },
        lifetime: 'short',
        requirements: needs(APP.mailboxVersion),
        actions: [{ id: APP.pane.action, type: 'openPage', view: 'lead', pinnable: true, displayName: words.button }],
      },
      {
        id: 'onSend',
        type: 'general',
        code: { page: publicUrl + APP.onSend.path, script: publicUrl + APP.onSend.script },
        lifetime: 'short',
        requirements: needs(APP.onSend.mailboxVersion),
        actions: [{ id: APP.onSend.action, type: 'executeFunction' }],
      },
    ],
    ribbons: [readRibbon(installation, words), composeRibbon(installation, words)],
    autoRunEvents: [
      {
        requirements: needs(APP.onSend.mailboxVersion),
        events: [{ type: 'messageSending', actionId: APP.onSend.action, options: { sendMode: APP.onSend.mode } }],
      },
    ],
    alternates: [
      {
        requirements: { scopes: ['mail'] },
        hide: { customOfficeAddin: { officeAddinId: APP.addinOnlyId } },
        alternateIcons: {
          icon: { size: 64, url: iconUrl(installation, 64) },
          highResolutionIcon: { size: 64, url: iconUrl(installation, 128) },
        },
      },
    ],
    audienceClaimUrl: paneUrl,
  };
}

function readRibbon(installation: Installation, words: ManifestWords): Ribbon {
  const icons = Object.entries(MOBILE_ICONS).flatMap(([size, scaled]) =>
    scaled.map((pixels, nth) => ({ size: Number(size), scale: nth + 1, url: iconUrl(installation, pixels) })),
  );
  const button = {
    id: 'openLeadMobile',
    type: 'mobileButton',
    label: words.button,
    actionId: APP.pane.action,
  } as const;
  return {
    contexts: ['mailRead'],
    requirements: { formFactors: ['desktop', 'mobile'], ...mailbox() },
    tabs: [
      {
        builtInTabId: 'TabDefault',
        groups: [group(installation, { id: 'Read', tip: words.readTip, label: words.button })],
        customMobileRibbonGroups: [{ id: 'leadReadMobile', label: APP.group, controls: [{ ...button, icons }] }],
      },
    ],
  };
}

function composeRibbon(installation: Installation, words: ManifestWords): Ribbon {
  return {
    contexts: ['mailCompose'],
    requirements: { formFactors: ['desktop'], ...mailbox() },
    tabs: [
      {
        builtInTabId: 'TabDefault',
        groups: [group(installation, { id: 'Compose', tip: words.composeTip, label: words.button })],
      },
    ],
  };
}

function mailbox() {
  return { capabilities: [{ name: 'Mailbox', minVersion: APP.mailboxVersion }] };
}

function group(installation: Installation, { id, label, tip }: { id: string; label: string; tip: string }) {
  const icons = RIBBON_ICONS.map((size) => ({ size, url: iconUrl(installation, size) }));
  const supertip = { title: label, description: tip };
  const control = { id: `openLead${id}`, type: 'button', label, actionId: APP.pane.action, icons, supertip } as const;
  return { id: `lead${id}`, label: APP.group, icons, controls: [control] };
}
