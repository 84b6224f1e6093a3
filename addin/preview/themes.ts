export type Theme = 'light' | 'dark';

/** The four colours that Outlook tells its panes; there, `isDarkTheme` and `themeId` are not supported. */
type OfficeTheme = Record<
  'bodyBackgroundColor' | 'bodyForegroundColor' | 'controlBackgroundColor' | 'controlForegroundColor',
  string
>;

export const officeThemes: Record<Theme, OfficeTheme> = {
  light: {
    bodyBackgroundColor: '#ffffff',
    bodyForegroundColor: '#242424',
    controlBackgroundColor: '#f5f5f5',
    controlForegroundColor: '#242424',
  },
  dark: {
    bodyBackgroundColor: '#1f1f1f',
    bodyForegroundColor: '#f5f5f5',
    controlBackgroundColor: '#292929',
    controlForegroundColor: '#f5f5f5',
  },
};

/** The form of the OfficeThemeChanged event: one JSON text, colours as numbers. */
export function themeEvent(theme: Theme): [string] {
  const colours = Object.entries(officeThemes[theme]).map(([name, hex]) => [name, Number.parseInt(hex.slice(1), 16)]);
  return [JSON.stringify(Object.fromEntries(colours))];
}
