/** The newest file of each kind that office.js has for Outlook; it asks newer Outlooks to make do with these. */
const NEWEST: Record<string, string> = { web: '16.01', win32: '16.02', mac: '16.00', ios: '16.00' };
/** Host, platform, version and language, as Outlook puts them into the address of each page it opens. */
const HOST = /^outlook[$|](web|win32|mac|ios)[$|](\d\d\.\d\d)[$|]([a-z]{2,3}(?:-[a-z]{2,4}){1,2})(?:[$|]|$)/i;

/** A file's place relative to office.js, and whether it is asked for as one of another origin. */
type OfficeFile = { file: string; isCrossOrigin: boolean };

/**
 * What office.js asks for one after the other once it runs within this Outlook; nothing where that cannot be told.
 * `hostInfo` is the page's `_host_Info`.
 */
export function officeFiles(hostInfo: string | null): OfficeFile[] {
  const [, platform, version, language] = HOST.exec(hostInfo ?? '')?.map((part) => part.toLowerCase()) ?? [];
  const newest = NEWEST[platform ?? ''];
  if (!newest || !version || !language) return [];
  const own = Number(version) > Number(newest) ? newest : version;
  return [
    { file: `outlook-${platform}-${own}.js`, isCrossOrigin: true },
    { file: `${language}/office_strings.js`, isCrossOrigin: true },
    { file: `${language}/outlook_strings.js`, isCrossOrigin: false },
  ];
}
