import type { Location, Position, Uri } from 'vscode';
import { type BaseLanguageClient, type Location as LspLocation, State } from 'vscode-languageclient';
import {
  type AtParams,
  type AtReply,
  at,
  type ChangedParams,
  changed,
  getMap,
  type LocateParams,
  locate,
  type MapParams,
  type MapReply,
} from '../server/protocol.ts';

/** The language server's own requests, in the editor's terms. Each rejects while the server is away. */
export class Server {
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  get running(): boolean {
    return this.#client.state === State.Running;
  }

  /**
   * Nothing where the document is not open.
   *
   * @param pictures - The stamp of the pictures that are known already; without it none are asked for.
   * @param compares - The view that compares was chosen by hand.
   */
  async map(uri: Uri, journey: string | undefined, pictures?: string, compares = false): Promise<MapReply | undefined> {
    const params: MapParams = {
      uri: this.#write(uri),
      ...(journey === undefined ? {} : { journey }),
      ...(pictures === undefined ? {} : { pictures }),
      ...(compares ? { compares } : {}),
    };
    const reply = await this.#client.sendRequest<MapReply | null>(getMap, params);
    return reply ?? undefined;
  }

  at(uri: Uri, position: Position): Promise<AtReply> {
    const params: AtParams = { uri: this.#write(uri), position: this.#client.code2ProtocolConverter.asPosition(position) };
    return this.#client.sendRequest(at, params);
  }

  async locate(uri: Uri, id: string): Promise<Location | undefined> {
    const params: LocateParams = { uri: this.#write(uri), id };
    const found = await this.#client.sendRequest<LspLocation | null>(locate, params);
    return found === null ? undefined : this.#client.protocol2CodeConverter.asLocation(found);
  }

  /** Calls back with the address of each document whose picture may have changed. */
  onChanged(listener: (uri: Uri) => void): { dispose(): void } {
    return this.#client.onNotification(changed, ({ uri }: ChangedParams) => listener(this.#client.protocol2CodeConverter.asUri(uri)));
  }

  #write(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }
}
