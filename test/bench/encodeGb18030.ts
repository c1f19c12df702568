// Text as GB18030 bytes, by the decoder turned round: Node has no encoder for it.

const twoBytes = new Map<string, readonly number[]>()

function fillTwoBytes(): void {
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (Array.from(text).length === 1 && !twoBytes.has(text)) twoBytes.set(text, [lead, trail])
    }
  }
}

/** Characters of one byte, two bytes, or beyond the BMP (four bytes by formula). */
export function encodeGb18030(text: string): Uint8Array {
  if (twoBytes.size === 0) fillTwoBytes()
  const out = new Uint8Array(text.length * 4)
  let at = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) {
      out[at++] = code
      continue
    }
    for (const byte of twoBytes.get(character) ?? fourBytes(code)) out[at++] = byte
  }
  return out.subarray(0, at)
}

/** U+10000 is 90 30 81 30; from there on in order. */
function fourBytes(code: number): readonly number[] {
  if (code < 0x10000) throw new Error(`no two-byte form of U+${code.toString(16)}`)
  const index = code - 0x10000
  return [
    0x90 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]
}
