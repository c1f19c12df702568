// Pushes that a workbook remembers, held before the server: did it acknowledge them? (shared/sync/SPEC.md H13)
import { ok } from '../kernel/result.ts'
import type { SealedPush } from '../sync/record.ts'
import { decodeList, decodeObject, decodePoint, decodeText, wrong, type Decoded } from './decodeScalars.ts'
import { decodePush, type Definitions } from './decodePush.ts'

/** As many as a workbook remembers, and some that wait already. */
const maxPushes = 500

export function decodeVouch(body: unknown, definitions: Definitions): Decoded<readonly SealedPush[]> {
  const object = decodeObject(body, '', { required: ['pushes'] })
  if (!object.ok) return object
  const pushes = decodeList(object.value['pushes'], '/pushes', (item, at): Decoded<SealedPush> => {
    const entry = decodeObject(item, at, { required: ['push', 'point', 'seal'] })
    if (!entry.ok) return entry
    const point = decodePoint(entry.value['point'], `${at}/point`)
    if (!point.ok) return point
    const seal = decodeText(entry.value['seal'], `${at}/seal`, /^[0-9a-f-]{0,100}$/)
    if (!seal.ok) return seal
    const envelope = decodePush(entry.value['push'], definitions)
    return envelope.ok ? ok({ envelope: envelope.value, point: point.value, seal: seal.value }) : envelope
  })
  if (!pushes.ok) return pushes
  return pushes.value.length > maxPushes ? wrong('/pushes', 'json.invalid', 'length') : pushes
}
