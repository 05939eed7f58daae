const POLYNOMIAL = 0xa001;

const entry = (byte: number): number => {
  let register = byte;
  for (let bit = 0; bit < 8; bit += 1) register = (register & 1) === 1 ? (register >> 1) ^ POLYNOMIAL : register >> 1;

  return register;
};

const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => entry(byte));

/** CRC16 of HJ 212-2017 appendix A: only the high byte of the register meets the next byte, which is not Modbus. */
export const crc16 = (bytes: Uint8Array, from = 0, to = bytes.length): number => {
  let register = 0xffff;
  for (let at = from; at < to; at += 1) register = TABLE[(register >> 8) ^ (bytes[at] ?? 0)] ?? 0;

  return register;
};
