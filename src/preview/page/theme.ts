import { dark, highContrastDark, highContrastLight, light, type Theme } from '../../draw/themes.ts';

/** The picture's theme for an editor's: VS Code puts the kind of its theme among the classes of the page's body. */
export function themeOf(classes: { contains(name: string): boolean }): Theme {
  // A light high-contrast theme has both classes.
  if (classes.contains('vscode-high-contrast-light')) return highContrastLight;
  if (classes.contains('vscode-high-contrast')) return highContrastDark;
  return classes.contains('vscode-dark') ? dark : light;
}
