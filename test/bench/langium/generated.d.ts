/** What langium-cli generates beside the grammar; it is not there until a benchmark has run once. */
declare module '*/generated/module.ts' {
  import type {
    LangiumCoreServices,
    LangiumGeneratedCoreServices,
    LangiumGeneratedSharedCoreServices,
    LangiumSharedCoreServices,
    Module,
  } from 'langium';

  export const JourneyReferenceGeneratedSharedModule: Module<LangiumSharedCoreServices, LangiumGeneratedSharedCoreServices>;
  export const JourneyReferenceGeneratedModule: Module<LangiumCoreServices, LangiumGeneratedCoreServices>;
}
