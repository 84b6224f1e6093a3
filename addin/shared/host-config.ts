import { HostConfig, Table } from 'adaptivecards';

const colour = (name: string) => ({ default: `var(--text-${name})`, subtle: `var(--text-${name}-subtle)` });
const foregroundColors = {
  default: colour('default'),
  dark: colour('default'),
  light: colour('light'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};
const container = (name: string) => ({ backgroundColor: `var(--fill-${name})`, foregroundColors });
const label = { size: 'small', weight: 'bolder', color: 'default' };

/** Colours are those of the page's style sheet, so that a change of theme needs no new drawing. */
export const hostConfig = new HostConfig({
  // Naming the table keeps it in the bundle: the package's files enter themselves in its registry when loaded.
  supportsInteractivity: Boolean(Table),
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontTypes: {
    default: {
      fontFamily: 'inherit',
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 20 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'ui-monospace, Consolas, monospace',
      fontSizes: { small: 12, default: 13, medium: 14, large: 16, extraLarge: 18 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  imageSizes: { small: 24, medium: 40, large: 80 },
  containerStyles: {
    default: container('default'),
    emphasis: container('emphasis'),
    accent: container('accent'),
    good: container('good'),
    attention: container('attention'),
    warning: container('warning'),
  },
  actions: {
    maxActions: 10,
    spacing: 'default',
    buttonSpacing: 0,
    showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    iconPlacement: 'leftOfTitle',
    allowTitleToWrap: true,
    iconSize: 16,
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { ...label, wrap: true, maxWidth: 110 },
    value: { size: 'small', wrap: true },
    spacing: 8,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { ...label, suffix: ' *', suffixColor: 'attention' },
      optionalInputs: label,
    },
    errorMessage: { size: 'small', color: 'attention', weight: 'default' },
  },
  textBlock: { headingLevel: 2 },
  textStyles: { heading: { size: 'medium', weight: 'bolder' } },
});
