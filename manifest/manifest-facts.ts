/** What a manifest promises, each by what one calls it, so that two manifests of different form can be compared. */
export type Facts = Record<string, string>;

type Button = {
  surface: string;
  group: string | undefined;
  label: string | undefined;
  page: string | undefined;
  icons: readonly { size: number; scale?: number; url: string }[];
  /** Buttons on phones have neither. */
  desktop?: { pinned: boolean; tip: string | undefined };
};

/** What a button promises. */
export function buttonFacts({ surface, group, label, page, icons, desktop }: Button): Facts {
  const what = `the ${surface} button`;
  const pictures = icons.map(({ size, scale, url }) => `${size}${scale ? `×${scale}` : ''} ${url}`);
  return {
    [what]: `${group}: ${label}`,
    [`${what}’s page`]: `${page}`,
    [`${what}’s icons`]: pictures.sort().join(', '),
    ...(desktop && { [`${what}’s pin`]: `${desktop.pinned}`, [`${what}’s tip`]: `${desktop.tip}` }),
  };
}
