// Room on the disk that holds the records: too little of it and the server says it is not ready, before writes fail.
import { statfs } from 'node:fs/promises'

export interface FreeSpace {
  readonly bytes: number
  /** Of the whole disk, 0…1. */
  readonly share: number
}

/** reliability.md §4: below either of them an administrator has to make room. */
export const leastSpace: FreeSpace = { bytes: 500 * 1024 * 1024, share: 0.05 }

/** undefined: the system does not tell. */
export async function readFreeSpace(folder: string): Promise<FreeSpace | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return blocks === 0 ? undefined : { bytes: bavail * bsize, share: bavail / blocks }
  } catch {
    return undefined
  }
}

export function isTooFull(free: FreeSpace | undefined): boolean {
  return free !== undefined && (free.bytes < leastSpace.bytes || free.share < leastSpace.share)
}
