/** Messages as they go over the wire, for tests that look at the bytes. */

export interface Message {
  id?: number | string | null;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string };
}

/** A message with its header. */
export function framed(message: unknown): Buffer {
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** Takes bytes apart into messages. Throws where anything stands between them. */
export class Unframing {
  private bytes = Buffer.alloc(0);

  *read(chunk: Buffer): Iterable<Message> {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const end = this.bytes.indexOf('\r\n\r\n');
      if (end === -1) return;
      const header = this.bytes.subarray(0, end).toString();
      const length = Number(/^Content-Length: (\d+)$/.exec(header)?.[1] ?? Number.NaN);
      if (Number.isNaN(length)) throw new Error(`This is no header: ${header}`);
      if (this.bytes.length < end + 4 + length) return;
      const body = this.bytes.subarray(end + 4, end + 4 + length).toString();
      this.bytes = this.bytes.subarray(end + 4 + length);
      yield JSON.parse(body) as Message;
    }
  }
}

/** One end of a wire: what was sent and what came, and who waits for it. */
export class Wire {
  /** Everything that came, in order. */
  readonly received: Message[] = [];
  /** The replies, by the id of their request. */
  readonly replies = new Map<unknown, Message[]>();
  /** What came that is no message. */
  broken: Error | undefined;
  private readonly put: (bytes: Buffer) => void;
  private readonly waiting = new Set<() => void>();
  private readonly unframing = new Unframing();
  private readonly told = new Map<string, Told>();
  private ids = 0;

  constructor(put: (bytes: Buffer) => void) {
    this.put = put;
  }

  /** Takes in what the other end wrote. A request of its is answered with nothing. */
  take(chunk: Buffer): void {
    try {
      for (const message of this.unframing.read(chunk)) this.hear(message);
    } catch (error) {
      this.broken = error as Error;
    }
    for (const look of [...this.waiting]) look();
  }

  private hear(message: Message): void {
    const { id, method, params } = message;
    this.received.push(message);
    if (method === undefined) this.replies.set(id, [...(this.replies.get(id) ?? []), message]);
    else if (id !== undefined) this.send({ id, result: null });
    else if (method === 'textDocument/publishDiagnostics') this.told.set((params as Told).uri, params as Told);
  }

  write(bytes: Buffer | string): void {
    this.put(Buffer.from(bytes as string));
  }

  send(message: object): void {
    this.write(framed({ jsonrpc: '2.0', ...message }));
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params });
  }

  /** Sends a request, and tells the id of it. */
  ask(method: string, params?: unknown, id: number | string = `r${++this.ids}`): number | string {
    this.send({ id, method, params });
    return id;
  }

  /** Sends a request and waits for its reply, which may be an error. */
  async request(method: string, params?: unknown): Promise<Message> {
    return this.reply(this.ask(method, params));
  }

  /** The first reply to a request. */
  reply(id: number | string): Promise<Message> {
    return this.until(() => this.replies.get(id)?.[0]);
  }

  /** As `request`, where an error would be a failure. */
  async answer<T>(method: string, params?: unknown): Promise<T> {
    const { result, error } = await this.request(method, params);
    if (error) throw new Error(`${method}: ${error.code} ${error.message}`);
    return result as T;
  }

  /** Waits until there is something. */
  until<T>(find: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (!found && !this.broken) return;
        this.waiting.delete(look);
        if (found) resolve(found);
        else reject(this.broken);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** What was told of a text last; nothing before anything was. */
  diagnostics(uri: string): Told | undefined {
    return this.told.get(uri);
  }

  /** Waits for what is told of a version of a text. */
  async diagnosticsOf(uri: string, version: number): Promise<Diagnostic[]> {
    await this.until(() => (this.diagnostics(uri)?.version ?? -1) >= version);
    return this.diagnostics(uri)?.diagnostics ?? [];
  }
}

interface Told {
  uri: string;
  version?: number;
  diagnostics: Diagnostic[];
}

export interface Diagnostic {
  code: string;
  message: string;
  range: { start: Position; end: Position };
}

export interface Position {
  line: number;
  character: number;
}
