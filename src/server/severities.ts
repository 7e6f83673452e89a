import { DiagnosticSeverity } from 'vscode-languageserver';

/** How grave findings are, as the Language Server Protocol says it. */
export const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
