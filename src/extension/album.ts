import type { MapReply, Pictures } from '../server/protocol.ts';

/**
 * The pictures of one panel. They are large, and an edit of the text does not change them: so the server is told which are known already, and the
 * page gets them once.
 */
export class Album {
  #stamp = '';
  #pictures: Pictures | undefined;
  #sent = '';

  /** Names the pictures that are known; empty without any. */
  get stamp(): string {
    return this.#stamp;
  }

  /** Takes in what came with a reply, and gives the reply without it. */
  take({ pictures, ...reply }: MapReply): MapReply {
    if (pictures !== undefined && reply.stamp !== undefined) [this.#stamp, this.#pictures] = [reply.stamp, pictures];
    return reply;
  }

  /** A reply as it goes to the page: with its pictures where the page does not have them yet. */
  send(reply: MapReply): MapReply {
    const { stamp } = reply;
    if (stamp === undefined || stamp !== this.#stamp || stamp === this.#sent || this.#pictures === undefined) return reply;
    this.#sent = stamp;
    return { ...reply, pictures: this.#pictures };
  }

  /** The page is gone, and what it had with it. */
  forgetSent(): void {
    this.#sent = '';
  }
}
