import { leadInTeams, leadLink } from '../src/cards/lead-link.ts';
import type { TeamsApp } from '../src/cards/view.ts';

/**
 * What there is around the chat. @param isInstalled false in local mode: the Playground has no tabs and its buttons open
 * no dialogs
 */
export function teamsApp(isInstalled: boolean, publicUrl: () => string): TeamsApp {
  return {
    opensDialogs: isInstalled,
    leadUrl: (leadId) => (isInstalled ? leadInTeams : leadLink)(publicUrl(), leadId),
  };
}
