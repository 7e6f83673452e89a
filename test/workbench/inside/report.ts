/** The files of the workspace folder that the suites find open. */
export const files = { 'a.journey': 'journey "A"\n' };

/** What the runner inside the extension host hands to the one outside. */
export interface Report {
  tests: { name: string; error?: string }[];
}

/** The file in the workspace folder that carries it. */
export const reportName = 'test-report.json';
