import { inject } from 'langium';
import { createDefaultModule, createDefaultSharedModule, type DefaultSharedModuleContext, type LangiumSharedServices } from 'langium/lsp';
import { JourneyReferenceGeneratedModule, JourneyReferenceGeneratedSharedModule } from '../langium/generated/module.ts';

/** Langium for the reference grammar, with default services: parser, linker, scopes, index, validation, and a language server. */
export function createReference(context: DefaultSharedModuleContext): LangiumSharedServices {
  const shared = inject(createDefaultSharedModule(context), JourneyReferenceGeneratedSharedModule);
  shared.ServiceRegistry.register(inject(createDefaultModule({ shared }), JourneyReferenceGeneratedModule));
  return shared;
}
