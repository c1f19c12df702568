// The packs that the server told of, read from their file form.
import type { PackInfo, PolicyInfo } from '#shared/contract/policyResources.ts'
import type { PolicyPack } from '#shared/policy/pack.ts'
import { decodePack } from '#shared/policy/packFile.ts'

export interface ReadPack extends PackInfo {
  readonly pack: PolicyPack
}

/** One that this program cannot read (of a newer server) is left out. */
export function readPacks({ packs }: PolicyInfo): readonly ReadPack[] {
  return packs.flatMap((one) => {
    const read = decodePack(one.file)
    return read.ok ? [{ ...one, pack: read.value }] : []
  })
}
