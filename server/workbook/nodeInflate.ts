// Node's zlib and Buffer as the ports of the OOXML core.
import { crc32, inflateRawSync } from 'node:zlib'
import { err, ok } from '#shared/kernel/result.ts'
import type { DecodeUtf8, Inflate, OoxmlPorts } from '#shared/ooxml/ports.ts'

/** DEFLATE cannot do better than 1032:1, so a header that promises more is not believed. */
const bestRatio = 1032

const inflate: Inflate = (compressed, { expected, limit }) => {
  const hint = Math.min(expected, limit, compressed.length * bestRatio)
  try {
    const options = {
      maxOutputLength: limit,
      chunkSize: Math.max(1024, hint + 64),
    }
    return ok(inflateRawSync(compressed, options))
  } catch (error) {
    return err(error instanceof RangeError ? 'limit' : 'damaged')
  }
}

let last: { readonly of: Uint8Array; readonly buffer: Buffer } | undefined

/** One view per part, however many texts are taken from it. */
const decodeUtf8: DecodeUtf8 = (bytes, start, end) => {
  if (last?.of !== bytes) last = { of: bytes, buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  return last.buffer.toString('utf8', start, end)
}

export const nodePorts: OoxmlPorts = { inflate, decodeUtf8, crc32: (bytes) => crc32(bytes) }
