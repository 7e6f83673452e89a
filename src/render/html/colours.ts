import type { Theme } from '../../draw/themes.ts';

/** The colours of the page round a picture, from the picture's own: custom properties of CSS under the names by which VS Code has them. */
export function pageColours(theme: Theme): Readonly<Record<string, string>> {
  const { background, text, muted, panel, card, frame, badge, name } = theme;
  const isHigh = name.startsWith('high-contrast');
  return {
    '--vscode-editor-background': background,
    '--vscode-foreground': text,
    '--vscode-descriptionForeground': muted,
    '--vscode-editorGroup-border': panel.divider,
    '--vscode-focusBorder': frame.stroke,
    '--vscode-toolbar-hoverBackground': isHigh ? 'transparent' : badge.fill,
    '--vscode-toolbar-activeBackground': isHigh ? 'transparent' : badge.fill,
    '--vscode-toolbar-hoverOutline': isHigh ? text : 'transparent',
    '--vscode-dropdown-background': card.fill,
    '--vscode-dropdown-border': panel.divider,
    '--vscode-dropdown-foreground': text,
    '--vscode-inputOption-activeBorder': frame.stroke,
    '--vscode-inputOption-activeBackground': badge.fill,
    '--vscode-inputOption-activeForeground': badge.text,
    '--card-background': card.fill,
    '--card-border': card.stroke,
  };
}

/** Whether a theme is light on a dark ground. */
export function isDark({ name }: Pick<Theme, 'name'>): boolean {
  return name === 'dark' || name === 'high-contrast-dark';
}

/** The same as declarations of a rule. `weight` is put behind each: `!important`. */
export function colourRule(theme: Theme, weight = ''): string {
  const all = Object.entries({ 'color-scheme': isDark(theme) ? 'dark' : 'light', ...pageColours(theme) });
  return all.map(([name, value]) => `${name}:${value}${weight}`).join(';');
}
