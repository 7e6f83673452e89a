import {
  type AstNode,
  AstUtils,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  isAstNode,
  isReference,
  type LangiumParser,
} from 'langium';
import type { Found } from '../reader/types.ts';
import { JourneyReferenceGeneratedModule, JourneyReferenceGeneratedSharedModule } from './generated/module.ts';

/** Langium's parser for the reference grammar, with default services. */
export function createParser(): LangiumParser {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), JourneyReferenceGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), JourneyReferenceGeneratedModule);
  shared.ServiceRegistry.register(services);
  return services.parser.LangiumParser;
}

/** What a node says itself, without what stands below it. */
export function contentOf(node: AstNode): string {
  const plain = (value: unknown): unknown => (isReference(value) ? value.$refText : value);
  const own = Object.entries(node).flatMap(([key, value]) => {
    if (key.startsWith('$') || isAstNode(value)) return [];
    if (!Array.isArray(value)) return [[key, plain(value)]];
    const items = value.filter((item) => !isAstNode(item)).map(plain);
    return items.length > 0 ? [[key, items]] : [];
  });
  return JSON.stringify(own);
}

/** A node and all below it as the comparison wants them; `base` is where the parsed text stands in the file. */
export function foundIn(root: AstNode, base = 0, holderOfRoot?: AstNode): Found[] {
  return AstUtils.streamAst(root)
    .toArray()
    .map((node) => {
      const holder = node === root ? holderOfRoot : node.$container;
      const cst = node.$cstNode;
      const below = AstUtils.streamContents(node)
        .toArray()
        .flatMap((child) => child.$cstNode?.offset ?? []);
      return {
        kind: node.$type,
        content: contentOf(node),
        holder: holder ? holder.$type + contentOf(holder) : '',
        start: base + (cst?.offset ?? -1),
        end: base + Math.min(cst?.end ?? -1, ...below),
      };
    });
}
