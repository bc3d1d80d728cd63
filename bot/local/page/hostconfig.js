// How Teams draws Adaptive Cards: its sizes and its colours, light and dark.

const LIGHT = {
  text: '#242424', subtle: '#616161', accent: '#5b5fc7', attention: '#c4314b', good: '#237b4b', warning: '#835c00',
  line: '#e0e0e0',
  grounds: {
    default: '#ffffff', emphasis: '#f5f5f5', accent: '#e8ebfa', good: '#e7f2da', attention: '#fcf4f6', warning: '#fbf6d9',
  },
};
const DARK = {
  text: '#ffffff', subtle: '#adadad', accent: '#9ea2ff', attention: '#f48fa0', good: '#92c353', warning: '#fbd87f',
  line: '#484848',
  grounds: {
    default: '#292929', emphasis: '#363636', accent: '#2f2f4a', good: '#21311a', attention: '#3e1f25', warning: '#463100',
  },
};

export function teamsHostConfig(dark, fontFamily) {
  const palette = dark ? DARK : LIGHT;
  const ink = (colour) => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: palette.text, subtle: palette.subtle },
    dark: { default: dark ? '#adadad' : '#242424', subtle: '#616161' },
    light: { default: '#ffffff', subtle: '#e0e0e0' },
    accent: ink(palette.accent),
    attention: ink(palette.attention),
    good: ink(palette.good),
    warning: ink(palette.warning),
  };
  const containerStyles = Object.fromEntries(
    Object.entries(palette.grounds).map(([name, backgroundColor]) => [name, { backgroundColor, foregroundColors }]),
  );
  return {
    supportsInteractivity: true,
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    containerStyles,
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    factSet: {
      title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { color: 'default', size: 'default', weight: 'default', wrap: true },
      spacing: 16,
    },
    textStyles: {
      heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' },
      columnHeader: { size: 'default', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    },
  };
}
