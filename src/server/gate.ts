import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver';
import { shapes } from './shapes.ts';

/** Why a message is not let through: an error of the protocol. */
interface Refusal {
  code: number;
  message: string;
}

/**
 * Lets only those messages through that the protocol allows at their time and whose parameters are what they must be. The others are answered
 * with the error that the protocol has for them; those that want no answer are noted in the client's log.
 */
export class Gate extends AbstractMessageReader {
  private readonly reader: MessageReader;
  private readonly writer: MessageWriter;
  private state: 'new' | 'open' | 'shut' = 'new';

  constructor(reader: MessageReader, writer: MessageWriter) {
    super();
    this.reader = reader;
    this.writer = writer;
    reader.onError((error) => this.fireError(error));
    reader.onClose(() => this.fireClose());
  }

  /** The client has asked for the end. */
  get isShut(): boolean {
    return this.state === 'shut';
  }

  listen(callback: DataCallback): Disposable {
    return this.reader.listen((message) => {
      const refusal = this.refusalOf(message);
      if (refusal) this.refuse(message, refusal);
      else callback(message);
    });
  }

  /** Tells a client that something came from it that is no message. */
  unreadable(why: string): void {
    this.write({ id: null, error: { code: ErrorCodes.ParseError, message: why } });
  }

  /** What is wrong with a message; nothing where it is right, which the gate then takes as having happened. */
  private refusalOf(message: unknown): Refusal | undefined {
    const { id, method, params } = message && typeof message === 'object' ? (message as Record<string, unknown>) : {};
    const isReply = method === undefined && id !== undefined;
    if (isReply) return undefined;
    if (typeof method !== 'string' || !(id === undefined || isId(id))) {
      return { code: ErrorCodes.InvalidRequest, message: 'This is neither a request nor a notification nor a reply.' };
    }
    if (method === 'exit') return undefined;
    if (method === 'initialize' ? this.state !== 'new' : this.state === 'shut') {
      return { code: ErrorCodes.InvalidRequest, message: `${method} comes too late.` };
    }
    if (this.state === 'new' && method !== 'initialize') {
      return { code: ErrorCodes.ServerNotInitialized, message: `${method} comes before initialize.` };
    }
    const fits = shapes.get(method);
    if (fits && !fits(params)) return { code: ErrorCodes.InvalidParams, message: `The parameters of ${method} are not what they must be.` };
    if (method === 'initialize') this.state = 'open';
    if (method === 'shutdown' && id !== undefined) this.state = 'shut';
    return undefined;
  }

  private refuse(message: Message, { code, message: why }: Refusal): void {
    const { id, method } = (message ?? {}) as { id?: unknown; method?: unknown };
    const isNotification = typeof method === 'string' && id === undefined;
    if (!isNotification) this.write({ id: isId(id) ? id : null, error: { code, message: why } });
    else if (this.state !== 'new') this.write({ method: 'window/logMessage', params: { type: 2, message: why } });
  }

  private write(message: object): void {
    // Where the client is gone, the end of its stream says so.
    this.writer.write({ jsonrpc: '2.0', ...message }).catch(() => undefined);
  }
}

function isId(id: unknown): id is string | number {
  return typeof id === 'string' || typeof id === 'number';
}
