import { type Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import type { JourneyDocument } from '../language/document.ts';
import { type Tongue, toText } from '../language/message.ts';
import type { Finding } from '../language/rules/rule.ts';
import type { PageOf } from './rule-pages.ts';
import { severities } from './severities.ts';

/** A finding as the Language Server Protocol has it, in a tongue; its code links to the page of its rule. */
export function diagnosticOf(finding: Finding, document: JourneyDocument, tongue: Tongue, pageOf?: PageOf): Diagnostic {
  return {
    range: document.lines.rangeOf(finding.start, finding.end),
    severity: severities[finding.severity],
    code: finding.code,
    ...(pageOf ? { codeDescription: { href: pageOf(finding.code) } } : {}),
    source: 'journey',
    message: toText(finding.message, tongue),
    ...(finding.faded ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related?.length
      ? {
          relatedInformation: finding.related.map((other) => ({
            location: { uri: other.document.uri, range: other.document.lines.rangeOf(other.span.start, other.span.end) },
            message: toText(other.message, tongue),
          })),
        }
      : {}),
  };
}
