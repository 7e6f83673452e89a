import { commands, type Disposable, Uri } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** The commands that the server's lenses run, by what they are for. */
export const lenses = { showReferences: 'journey.showReferences', preview: 'journey.openPreviewToSide' };

/** Shows where a persona, team or channel is named, as the server found it. */
export function showReferences(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(lenses.showReferences, (uri: string, position: Position, locations: Location[]) => {
    const { asPosition, asLocation } = client.protocol2CodeConverter;
    return commands.executeCommand('editor.action.showReferences', Uri.parse(uri), asPosition(position), locations.map(asLocation));
  });
}
