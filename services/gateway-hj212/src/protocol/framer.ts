import { crc16 } from './crc16';

export type BadFrameReason = 'notAFrame' | 'wrongLength' | 'wrongCrc';

/** What came out of a stream of bytes. */
export type Framed =
  | { readonly kind: 'segment'; readonly data: Buffer }
  | { readonly kind: 'bad'; readonly reason: BadFrameReason; readonly bytes: number; readonly sample: Buffer };

const HASH = 0x23;
const HEAD = 6;
const CRC = 4;
const END = 2;
/** Bytes of a bad frame that are kept for inspection. */
const SAMPLE = 4_096;
/** A run of bytes without a frame is told once it is this long, then goes on being dropped. */
const NOISE = 65_536;

const lengthAt = (bytes: Buffer, at: number): number => {
  let length = 0;
  for (let digit = 2; digit < HEAD; digit += 1) {
    const value = (bytes[at + digit] ?? 0) - 0x30;
    if (value < 0 || value > 9) return -1;
    length = length * 10 + value;
  }

  return length;
};

const crcAt = (bytes: Buffer, at: number): number => {
  const text = bytes.toString('latin1', at, at + CRC);

  return /^[0-9A-Fa-f]{4}$/.test(text) ? Number.parseInt(text, 16) : -1;
};

const sampleOf = (bytes: Buffer, from: number, to: number): Buffer => Buffer.from(bytes.subarray(from, Math.min(to, from + SAMPLE)));

/**
 * Cuts a stream into frames `##`, length, data segment, CRC, `\r\n`, however the network split or glued them.
 * Memory stays below one frame (about 10 KB): what cannot be a frame is dropped and told.
 */
export class Framer {
  #held: Buffer = Buffer.alloc(0);
  #noise: { bytes: number; sample: Buffer } | undefined;

  push(chunk: Buffer): readonly Framed[] {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const found: Framed[] = [];
    let at = 0;
    for (;;) {
      const start = this.#startOf(bytes, at, found);
      if (start === undefined) break;
      at = start;
      const end = this.#frame(bytes, at, found);
      if (end === undefined) {
        this.#held = Buffer.from(bytes.subarray(at));

        return found;
      }
      at = end;
    }
    this.#held = bytes.at(-1) === HASH && at < bytes.length ? Buffer.from([HASH]) : Buffer.alloc(0);

    return found;
  }

  /** What is left when the connection ends. */
  end(): readonly Framed[] {
    const found: Framed[] = [];
    this.#tellNoise(found);
    if (this.#held.length > 0)
      found.push({ kind: 'bad', reason: 'wrongLength', bytes: this.#held.length, sample: sampleOf(this.#held, 0, SAMPLE) });
    this.#held = Buffer.alloc(0);

    return found;
  }

  /** Place of the next `##`; what stands before it is noise, line ends apart. */
  #startOf(bytes: Buffer, from: number, found: Framed[]): number | undefined {
    const start = bytes.indexOf('##', from, 'latin1');
    const until = start === -1 ? bytes.length - (bytes.at(-1) === HASH ? 1 : 0) : start;
    if (until > from) this.#addNoise(bytes, from, until, found);
    if (start === -1) return undefined;
    this.#tellNoise(found);

    return start;
  }

  /** Place after the frame, or undefined where the rest has not come yet. */
  #frame(bytes: Buffer, at: number, found: Framed[]): number | undefined {
    if (bytes.length - at < HEAD) return undefined;
    const length = lengthAt(bytes, at);
    const crc = at + HEAD + Math.max(length, 0);
    const lineEnd = bytes.indexOf('\r\n', at + 2, 'latin1');
    if (length < 0 || (lineEnd !== -1 && lineEnd !== crc + CRC)) return this.#bad(bytes, at, lineEnd, found);
    if (bytes.length < crc + CRC + END) return undefined;
    if (lineEnd === -1) return this.#bad(bytes, at, lineEnd, found);
    if (crc16(bytes, at + HEAD, crc) === crcAt(bytes, crc))
      found.push({ kind: 'segment', data: Buffer.from(bytes.subarray(at + HEAD, crc)) });
    else found.push({ kind: 'bad', reason: 'wrongCrc', bytes: lineEnd + END - at, sample: sampleOf(bytes, at, lineEnd) });

    return lineEnd + END;
  }

  /** Another frame may begin inside what looked like one: it is not lost with it. */
  #bad(bytes: Buffer, at: number, lineEnd: number, found: Framed[]): number {
    const next = bytes.indexOf('##', at + 2, 'latin1');
    const ends = [next, lineEnd === -1 ? -1 : lineEnd + END].filter((place) => place !== -1);
    const end = ends.length === 0 ? bytes.length : Math.min(...ends);
    found.push({ kind: 'bad', reason: 'wrongLength', bytes: end - at, sample: sampleOf(bytes, at, end) });

    return end;
  }

  #addNoise(bytes: Buffer, from: number, to: number, found: Framed[]): void {
    const before = this.#noise?.bytes ?? 0;
    if (before === 0 && bytes.toString('latin1', from, to).trim() === '') return;
    this.#noise = { bytes: before + to - from, sample: this.#noise?.sample ?? sampleOf(bytes, from, to) };
    if (before < NOISE && this.#noise.bytes >= NOISE) found.push({ kind: 'bad', reason: 'notAFrame', ...this.#noise });
  }

  #tellNoise(found: Framed[]): void {
    if (this.#noise !== undefined && this.#noise.bytes < NOISE) found.push({ kind: 'bad', reason: 'notAFrame', ...this.#noise });
    this.#noise = undefined;
  }
}
