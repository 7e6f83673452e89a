import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileStat, Uri } from 'vscode';
import type { FromWorker, ToWorker } from '../../src/extension/export/messages.ts';
import { nameFor, withEnding } from '../../src/extension/export/names.ts';
import { Cancelled, type Hand, Renderer } from '../../src/extension/export/renderer.ts';
import { work } from '../../src/extension/export/work.ts';
import { type Disk, writeWhole } from '../../src/extension/export/write.ts';
import { say } from '../../src/language/message.ts';
import { formatsIn } from '../../src/preview/formats.ts';
import { formats, type Job } from '../../src/render/job.ts';
import type { Refusal } from '../../src/render/refusal.ts';
import { mapOf } from '../preview/maps.ts';

const job: Job = { map: mapOf('J', { S: [{ name: 'a', feels: 1 }] }), theme: 'light', photos: {} };

describe('the name of a file', () => {
  it.each([
    ['/maps/laptop.journey', {}, 'laptop.svg'],
    ['/maps/Order of 2026.JOURNEY', {}, 'Order of 2026.svg'],
    ['/maps/tour.journey', { number: 2 }, 'tour-2.svg'],
    ['/maps/tour.journey', { view: 'blueprint' }, 'tour-blueprint.svg'],
    ['/maps/tour.journey', { number: 1, view: 'macro' }, 'tour-1-macro.svg'],
    ['Untitled-1', {}, 'Untitled-1.svg'],
    ['/maps/.journey', {}, 'map.svg'],
  ] as const)('for %s with %o is %s', (map, more, name) => expect(nameFor(map, 'svg', more)).toBe(name));

  it.each([
    ['/a/b.svg', '/a/b.svg'],
    ['/a/B.SVG', '/a/B.SVG'],
    ['/a/b', '/a/b.svg'],
    ['/a/b.txt', '/a/b.txt.svg'],
    ['/a.svg/b', '/a.svg/b.svg'],
  ])('%s gets its ending: %s', (typed, path) => expect(withEnding(typed, 'svg')).toBe(path));
});

it('of every format is said what it is good for', () => {
  const texts = formatsIn((text) => text);
  for (const format of formats) expect(texts[format].use.length).toBeGreaterThan(20);
});

/** A file system in memory: `content` of a folder is nothing. `fails` says of what may go wrong what does. */
class FakeDisk implements Disk {
  readonly files = new Map<string, string | undefined>([['/maps', undefined]]);
  readonly fails: { [Key in keyof Disk]?: Error } = {};

  async stat({ path }: Uri): Promise<FileStat> {
    if (this.fails.stat) throw this.fails.stat;
    if (!this.files.has(path)) throw code('FileNotFound');
    return { type: 1, ctime: 0, mtime: 0, size: 0 };
  }

  async writeFile({ path }: Uri, content: Uint8Array): Promise<void> {
    // The worst of all disks: what fails leaves a piece behind.
    this.files.set(path, new TextDecoder().decode(content.slice(0, this.fails.writeFile ? 3 : undefined)));
    if (this.fails.writeFile) throw this.fails.writeFile;
  }

  async rename(from: Uri, to: Uri, { overwrite = false } = {}): Promise<void> {
    if (this.fails.rename) throw this.fails.rename;
    if (!overwrite && this.files.has(to.path)) throw code('FileExists');
    this.files.set(to.path, this.files.get(from.path));
    this.files.delete(from.path);
  }

  async delete({ path }: Uri): Promise<void> {
    if (!this.files.delete(path)) throw code('FileNotFound');
  }
}

const code = (name: string): Error => Object.assign(new Error(name), { code: name });

/** As much of an address as is used. */
function uri(path: string): Uri {
  return { path, with: (change: { path: string }) => uri(change.path) } as Uri;
}

describe('a file', () => {
  let disk: FakeDisk;
  beforeEach(() => {
    disk = new FakeDisk();
  });
  const write = (path: string, overwrite = false, check?: () => void) =>
    writeWhole(disk, uri(path), new TextEncoder().encode('the whole'), overwrite, check);
  const why = (path = '/maps/a.svg') =>
    write(path).then(
      () => '',
      (error: unknown) => (error as Refusal).message,
    );

  it('is written, and nothing is left beside it', async () => {
    await write('/maps/a.svg');
    expect([...disk.files]).toEqual([
      ['/maps', undefined],
      ['/maps/a.svg', 'the whole'],
    ]);
  });

  it('is written over with leave, and else left alone, though it came up but now', async () => {
    disk.files.set('/maps/a.svg', 'old');
    expect(await why()).toMatch(/^“a.svg” was not written. A file of that name has come up meanwhile/);
    expect(disk.files.get('/maps/a.svg')).toBe('old');
    await write('/maps/a.svg', true);
    expect(disk.files.get('/maps/a.svg')).toBe('the whole');
    expect(disk.files.size).toBe(2);
  });

  it.each([
    ['a folder that is gone', 'stat', code('FileNotFound'), 'There is no folder “maps”. Choose another one.'],
    ['a folder that may not be written to', 'writeFile', code('NoPermissions'), 'The folder “maps” cannot be written to.'],
    ['a read-only disk', 'writeFile', new Error("EROFS: read-only file system, open 'x'"), 'The folder “maps” cannot be written to.'],
    ['a full disk', 'writeFile', new Error('ENOSPC: no space left on device, write'), 'The disk is full.'],
    ['a used-up share of a disk', 'writeFile', new Error('EDQUOT: disk quota exceeded'), 'The disk is full.'],
    ['a browser without room', 'writeFile', new Error('QuotaExceededError: …'), 'The disk is full.'],
    ['a folder of that name', 'rename', code('FileIsADirectory'), 'There is a folder of that name.'],
    ['something else', 'rename', new Error('the cable is out'), 'was not written: the cable is out'],
  ] as const)('%s leaves nothing behind and is told', async (_, call, error, told) => {
    disk.fails[call] = error;
    expect(await why()).toContain(told);
    expect([...disk.files.keys()]).toEqual(['/maps']);
  });

  it('that is not wanted any more is not written', async () => {
    const cancel = () => {
      throw new Cancelled();
    };
    await expect(write('/maps/a.svg', false, cancel)).rejects.toBeInstanceOf(Cancelled);
    expect([...disk.files.keys()]).toEqual(['/maps']);
  });

  it('at the root of a file system is one, too', async () => {
    disk.files.set('/', undefined);
    await write('/a.svg');
    expect(disk.files.get('/a.svg')).toBe('the whole');
  });
});

/** A worker that answers when it is told to. */
class FakeHand implements Hand {
  readonly told: ToWorker[] = [];
  isEnded = false;
  hear: (message: FromWorker) => void = () => undefined;
  die: (why: string) => void = () => undefined;

  tell(message: ToWorker): void {
    this.told.push(message);
  }

  listen(heard: (message: FromWorker) => void, ended: (why: string) => void): void {
    this.hear = heard;
    this.die = ended;
  }

  end(): void {
    this.isEnded = true;
  }
}

describe('the renderer', () => {
  let hands: FakeHand[];
  let renderer: Renderer;
  beforeEach(() => {
    vi.useFakeTimers();
    hands = [];
    const hire = () => {
      hands.push(new FakeHand());
      return hands.at(-1) as Hand;
    };
    renderer = new Renderer(hire, async (name) => {
      if (name !== 'font') throw new Error('no such file');
      return new Uint8Array([1]);
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const never = new AbortController().signal;
  const done: FromWorker = { type: 'rendered', rendered: { content: 'svg', warnings: [] } };
  const hand = (at = 0) => hands[at] as FakeHand;

  it('gives a job to a worker, which it keeps for a quiet minute', async () => {
    const first = renderer.render('svg', job, never);
    expect(hand().told).toEqual([{ type: 'job', format: 'svg', job }]);
    hand().hear(done);
    expect(await first).toEqual(done.rendered);
    await vi.advanceTimersByTimeAsync(59_000);
    const second = renderer.render('md', job, never);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(hand().isEnded).toBe(false);
    hand().hear(done);
    await second;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([hands.length, hand().isEnded]).toEqual([1, true]);
  });

  it('gives two jobs at once to two workers, and keeps one of them', async () => {
    const both = [renderer.render('svg', job, never), renderer.render('md', job, never)];
    hand(0).hear(done);
    hand(1).hear(done);
    await Promise.all(both);
    expect(hands.filter(({ isEnded }) => !isEnded)).toHaveLength(1);
  });

  it('ends the worker of a job that is not wanted any more, at once', async () => {
    const abort = new AbortController();
    const job1 = renderer.render('svg', job, abort.signal);
    abort.abort();
    await expect(job1).rejects.toBeInstanceOf(Cancelled);
    expect(hand().isEnded).toBe(true);
    await expect(renderer.render('svg', job, abort.signal)).rejects.toBeInstanceOf(Cancelled);
    expect(hands).toHaveLength(1);
  });

  it('hands files over, and says which there are not', async () => {
    const rendered = renderer.render('svg', job, never);
    hand().hear({ type: 'wants', name: 'font' });
    hand().hear({ type: 'wants', name: 'nothing' });
    await vi.advanceTimersByTimeAsync(1);
    expect(hand().told.slice(1)).toEqual([
      { type: 'file', name: 'font', bytes: new Uint8Array([1]) },
      { type: 'file', name: 'nothing' },
    ]);
    hand().hear(done);
    await rendered;
  });

  it('tells a refusal as it is, and keeps the worker; one that failed or died is not used again', async () => {
    const said = say('Too wide.');
    const refused = renderer.render('svg', job, never);
    hand().hear({ type: 'refused', said });
    await expect(refused).rejects.toMatchObject({ said });
    expect(hand().isEnded).toBe(false);
    const failed = renderer.render('svg', job, never);
    hand().hear({ type: 'failed', why: 'it is broken' });
    await expect(failed).rejects.toThrow('it is broken');
    expect(hand().isEnded).toBe(true);
    const died = renderer.render('svg', job, never);
    hand(1).die('out of memory');
    await expect(died).rejects.toThrow('out of memory');
    expect(hand(1).isEnded).toBe(true);
  });

  it('ends all workers when it is disposed of', async () => {
    const both = [renderer.render('svg', job, never), renderer.render('md', job, never)];
    hand(0).hear(done);
    await both[0];
    renderer.dispose();
    expect(hands.map(({ isEnded }) => isEnded)).toEqual([true, true]);
  });
});

describe('a worker', () => {
  const no = { font: () => Promise.reject(new Error('no font')), asset: () => Promise.reject(new Error('no file')) };

  it('renders what a job asks for', async () => {
    expect(await work('md', job, no)).toMatchObject({ type: 'rendered', rendered: { content: expect.stringContaining('# J') as string } });
  });

  it('says what went wrong', async () => {
    expect(await work('md', { ...job, map: {} as Job['map'] }, no)).toMatchObject({ type: 'failed', why: expect.any(String) as string });
  });
});
