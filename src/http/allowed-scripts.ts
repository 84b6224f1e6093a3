/** Where classic Outlook asks which scripts may have tokens of this origin: Office's own well-known address. */
export const ALLOWED_SCRIPTS = '/.well-known/microsoft-officeaddins-allowed.json';

/** The scripts that run in classic Outlook without a page. */
export function allowedScripts(publicUrl: string): string[] {
  return [`${publicUrl}/outlook/on-send.js`];
}
