import { HostConfig } from 'adaptivecards';

const tone = (name: string): { default: string; subtle: string } => ({
  default: `var(--${name})`,
  subtle: `var(--${name === 'text' ? 'text-2' : name})`,
});

const foregroundColors = {
  default: tone('text'),
  dark: tone('text'),
  light: tone('text-2'),
  accent: tone('brand-text'),
  good: tone('good'),
  warning: tone('warning'),
  attention: tone('attention'),
};

const container = (background: string): object => ({
  foregroundColors,
  backgroundColor: `var(--${background})`,
  borderColor: 'var(--stroke)',
});

/** Cards as Teams lays them out. Colours are the page's own CSS variables, so a change of theme needs no second rendering. */
export function teamsHostConfig(): HostConfig {
  const config = new HostConfig({
    supportsInteractivity: true,
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: 'var(--stroke)' },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: container('surface'),
      emphasis: container('card-emphasis'),
      accent: container('card-accent'),
      good: container('card-good'),
      warning: container('card-warning'),
      attention: container('card-attention'),
    },
    textBlock: { headingLevel: 2 },
    textStyles: {
      heading: { size: 'medium', weight: 'bolder', color: 'default' },
      columnHeader: { size: 'default', weight: 'bolder', color: 'default' },
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', size: 'small' },
        optionalInputs: { weight: 'bolder', size: 'small' },
      },
      errorMessage: { color: 'attention', size: 'small' },
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      spacing: 'medium',
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      allowTitleToWrap: true,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    table: { cellSpacing: 8 },
  }); // The library forgets a suffix given above: its own default is written over what the constructor has read.
  config.inputs.label.requiredInputs.suffix = ' (needed)';
  return config;
}
