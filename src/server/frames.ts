import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageWriter,
} from 'vscode-languageserver/node';

/** A longer message is not waited for. V8 could not hold its text. */
const longest = 2 ** 28;
/** A header has a few dozen bytes. Of more than this without an end only the last part can belong to one. */
const longestHeader = 2 ** 13;

const headerEnd = '\r\n\r\n';
const contentLength = /content-length:[ \t]*(\d+)[ \t]*(?=\r\n|$)/gi;
/**
 * The beginning of a message. It cannot stand within one: JSON writes the line breaks of a text as `\r\n` with backslashes, and has no such words
 * outside of texts.
 */
const opening = /content-length:[ \t]*\d+[ \t]*\r\n(?:[a-z-]+:[^\r\n]*\r\n)*\r\n/i;

/**
 * Reads messages as the Language Server Protocol frames them: a header with `Content-Length`, an empty line, and JSON of so many bytes. What is none
 * is passed over up to the beginning of the next message. The library's own reader loses its way there for good: it takes what is left
 * of the one message for the header of the next, and a negative length for a number of bytes.
 */
export class FrameReader extends AbstractMessageReader {
  private readonly stream: Readable;
  private readonly broken: (why: string) => void;
  /** The bytes that have not been read. They are put together only when they are looked at as one, since they may be many. */
  private chunks: Buffer[] = [];
  private size = 0;
  /** The length of the message that has begun; nothing between messages. */
  private wanted: number | undefined;
  /** The last bytes of a message that has begun in which no other has. */
  private searched = '';
  /** The stretch that is being passed over has been complained of. */
  private told = false;

  /** @param broken - Is told what was wrong, once for each stretch that is passed over. */
  constructor(stream: Readable, broken: (why: string) => void) {
    super();
    this.stream = stream;
    this.broken = broken;
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer): void => {
      for (const message of this.read(chunk)) {
        try {
          callback(message);
        } catch (error) {
          this.fireError(error);
        }
      }
    };
    this.stream.on('data', take);
    this.stream.on('error', (error) => this.fireError(error));
    this.stream.on('close', () => this.fireClose());
    return { dispose: () => this.stream.off('data', take) };
  }

  /** The messages that are whole with these bytes. */
  private *read(chunk: Buffer): Iterable<Message> {
    this.chunks.push(chunk);
    this.size += chunk.length;
    let fresh = chunk;
    for (;;) {
      if (this.wanted === undefined) {
        this.wanted = this.readHeader();
        fresh = this.bytes();
      }
      const { wanted } = this;
      if (wanted === undefined) return;
      if (this.size >= wanted) {
        const message = parse(this.bytes().subarray(0, wanted));
        if (message) this.told = false;
        else this.complain('A message is no JSON.');
        this.goOn(message ? wanted : Math.min(wanted, this.nextOpening()));
        if (message) yield message.value as Message;
      } else {
        const text = this.searched + fresh.toString('latin1');
        if (!opening.test(text)) {
          this.searched = text.slice(-longestHeader);
          return;
        }
        this.complain('A message is shorter than its header says.');
        this.goOn(this.nextOpening());
      }
    }
  }

  /** Reads up to the end of the next header. Gives the length that it says; nothing where there is none. */
  private readHeader(): number | undefined {
    for (;;) {
      const bytes = this.bytes();
      const end = bytes.indexOf(headerEnd);
      if (end === -1) {
        if (bytes.length <= longestHeader) return undefined;
        this.complain('There is no header with Content-Length.');
        this.goOn(bytes.length - longestHeader);
        return undefined;
      }
      // What stands before it on its line, or above, is left of something else.
      const said = [...bytes.subarray(0, end).toString('latin1').matchAll(contentLength)].at(-1)?.[1];
      this.goOn(end + headerEnd.length);
      if (said === undefined) this.complain('There is no header with Content-Length.');
      else if (Number(said) > longest) this.complain(`A message of ${said} bytes is too long.`);
      else return Number(said);
    }
  }

  private nextOpening(): number {
    return opening.exec(this.bytes().toString('latin1'))?.index ?? Number.POSITIVE_INFINITY;
  }

  /** Leaves so many bytes behind; what follows is between messages. */
  private goOn(count: number): void {
    const rest = this.bytes().subarray(count);
    this.chunks = [rest];
    this.size = rest.length;
    this.wanted = undefined;
    this.searched = '';
  }

  private bytes(): Buffer {
    if (this.chunks.length !== 1) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0] as Buffer;
  }

  private complain(why: string): void {
    if (!this.told) this.broken(why);
    this.told = true;
  }
}

/**
 * Writes messages, each with its header in one piece and at once. The library's own writer waits for the next turn of the event loop, writes the header,
 * waits for that, and writes the rest: an editor is woken twice for each message.
 */
export class FrameWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: Writable;

  constructor(stream: Writable) {
    super();
    this.stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const json = JSON.stringify(message);
      const length = Buffer.byteLength(json);
      this.stream.write(`Content-Length: ${length}\r\n\r\n${json}`, (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.stream.end();
  }
}

function parse(bytes: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return undefined;
  }
}
