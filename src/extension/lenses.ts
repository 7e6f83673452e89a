import { commands, type Disposable, Uri } from 'vscode';
import type { Location, Position } from 'vscode-languageclient';
import type { Server } from './server.ts';

/** The commands that the server's lenses run, by what they are for. */
export const lenses = { showReferences: 'journey.showReferences', preview: 'journey.openPreviewToSide' };

/** Shows where a persona, team or channel is named, as the server found it. */
export function showReferences(server: Server): Disposable {
  return commands.registerCommand(lenses.showReferences, async (uri: string, position: Position, locations: Location[]) => {
    const { asPosition, asLocation } = (await server.client()).protocol2CodeConverter;
    return commands.executeCommand('editor.action.showReferences', Uri.parse(uri), asPosition(position), locations.map(asLocation));
  });
}
