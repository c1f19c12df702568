// Node's TextDecoder as the port of the CSV room.
import type { DecodeBytes } from '#shared/csv/decodeCsv.ts'

export const nodeDecode: DecodeBytes = (bytes, encoding, mode) => {
  try {
    const decoder = new TextDecoder(encoding, { fatal: mode === 'strict', ignoreBOM: false })
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
