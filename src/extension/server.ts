import type { Location, Position, Uri } from 'vscode';
import type { BaseLanguageClient, Location as LspLocation } from 'vscode-languageclient';
import {
  type AtParams,
  type AtReply,
  at,
  getJob,
  getMap,
  type JobParams,
  type JobReply,
  type LocateParams,
  locate,
  type MapParams,
  type MapReply,
} from '../server/protocol.ts';

/**
 * The language server, in the editor's terms. Its client is loaded and made when it is first needed: that takes longer than all else that the extension
 * does when it is activated. Each request waits for the server to start, and rejects while it is away.
 */
export class Server {
  readonly #make: () => Promise<BaseLanguageClient>;
  #made: Promise<BaseLanguageClient> | undefined;
  #isDisposed = false;

  /** @param make - Loads and makes the client. */
  constructor(make: () => Promise<BaseLanguageClient>) {
    this.#make = make;
  }

  async start(): Promise<void> {
    await (await this.client()).start();
  }

  async restart(): Promise<void> {
    const client = await this.client();
    if (client.needsStop()) await client.stop();
    await client.start();
  }

  async client(): Promise<BaseLanguageClient> {
    this.#made ??= this.#make();
    const client = await this.#made;
    if (this.#isDisposed) throw new Error('The extension has ended.');
    return client;
  }

  dispose(): void {
    this.#isDisposed = true;
    void this.#made?.then((client) => client.stop()).catch(() => undefined);
  }

  /**
   * Nothing where the document is not open.
   *
   * @param pictures - The stamp of the pictures that are known already; without it none are asked for.
   * @param compares - The view that compares was chosen by hand.
   */
  async map(uri: Uri, journey: string | undefined, pictures?: string, compares = false): Promise<MapReply | undefined> {
    const client = await this.client();
    const params: MapParams = {
      uri: client.code2ProtocolConverter.asUri(uri),
      ...(journey === undefined ? {} : { journey }),
      ...(pictures === undefined ? {} : { pictures }),
      ...(compares ? { compares } : {}),
    };
    const reply = await client.sendRequest<MapReply | null>(getMap, params);
    return reply ?? undefined;
  }

  /**
   * All that it takes to write a journey to a file. Nothing where the document is not open.
   *
   * @param asked - What is not said is as the map and its folder have it.
   */
  async job(uri: Uri, asked: { [Key in keyof Omit<JobParams, 'uri'>]?: JobParams[Key] | undefined }): Promise<JobReply | undefined> {
    const client = await this.client();
    const reply = await client.sendRequest<JobReply | null>(getJob, { uri: client.code2ProtocolConverter.asUri(uri), ...asked });
    return reply ?? undefined;
  }

  async at(uri: Uri, position: Position): Promise<AtReply> {
    const client = await this.client();
    const { asUri, asPosition } = client.code2ProtocolConverter;
    const params: AtParams = { uri: asUri(uri), position: asPosition(position) };
    return client.sendRequest(at, params);
  }

  async locate(uri: Uri, id: string): Promise<Location | undefined> {
    const client = await this.client();
    const params: LocateParams = { uri: client.code2ProtocolConverter.asUri(uri), id };
    const found = await client.sendRequest<LspLocation | null>(locate, params);
    return found === null ? undefined : client.protocol2CodeConverter.asLocation(found);
  }
}
