// Node's zlib as the ports of patching: reading a package and writing it again.
import { deflateRawSync } from 'node:zlib'
import type { PatchPorts } from '#shared/ooxml/patchPackage.ts'
import { nodePorts } from './nodeInflate.ts'

/** @param level 1 fast … 9 small */
export function zipPorts(level: number): PatchPorts {
  return { ...nodePorts, deflate: (bytes) => deflateRawSync(bytes, { level }) }
}

/** As spreadsheet programs do. */
export const nodeZipPorts: PatchPorts = zipPorts(6)
