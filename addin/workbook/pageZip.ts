// The ports of the OOXML core in a page: fflate and the browser's own decoder.
import { deflateSync, Inflate } from 'fflate'
import { err, ok } from '#shared/kernel/result.ts'
import type { PatchPorts } from '#shared/ooxml/patchPackage.ts'

/** Compressed bytes taken at once: between two pieces the size of the output is looked at. */
const pieceBytes = 65_536

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export const pageZipPorts: PatchPorts = {
  inflate(compressed, { limit }) {
    const parts: Uint8Array[] = []
    let size = 0
    const inflate = new Inflate((part) => {
      parts.push(part)
      size += part.length
    })
    try {
      for (let at = 0; at < compressed.length || at === 0; at += pieceBytes) {
        inflate.push(compressed.subarray(at, at + pieceBytes), at + pieceBytes >= compressed.length)
        if (size > limit) return err('limit')
      }
    } catch {
      return err('damaged')
    }
    return ok(join(parts, size))
  },
  deflate: (bytes) => deflateSync(bytes, { level: 6 }),
  decodeUtf8: (bytes, start, end) => decoder.decode(bytes.subarray(start, end)),
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = parts
  if (first && parts.length === 1) return first
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
