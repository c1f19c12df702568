// A part of the package as an XML cursor, whatever Unicode it is written in.
import type { OoxmlLimits } from './limits.ts'
import type { OoxmlPackage, PackageEntry } from './openPackage.ts'
import type { OpenPart } from './partName.ts'
import type { OoxmlPorts } from './ports.ts'
import { catchRefusal, refuse } from './refusal.ts'
import { nextTag, openXml } from './xmlCursor.ts'

/** The returned opener refuses (throws, see refusal.ts) with `file.archive.*` and `file.xml.*`. */
export function partOpener(pack: OoxmlPackage, ports: OoxmlPorts & { readonly limits: OoxmlLimits }): OpenPart {
  return (entry: PackageEntry) => {
    const content = pack.read(entry)
    if (!content.ok) refuse(content.error.code, content.error.params)
    const bytes = toUtf8(content.value, entry.path)
    return openXml(bytes, { limits: ports.limits, decodeUtf8: ports.decodeUtf8, part: entry.path })
  }
}

/** UTF-16 is transcoded; UTF-8 loses its BOM. Other encodings are refused as damaged. */
function toUtf8(bytes: Uint8Array, part: string): Uint8Array {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3)
  if (a === 0xfe && b === 0xff) return fromUtf16(bytes.subarray(2), 'big')
  if (a === 0xff && b === 0xfe) return fromUtf16(bytes.subarray(2), 'little')
  if (a === 0 && b === 0x3c) return fromUtf16(bytes, 'big')
  if (a === 0x3c && b === 0) return fromUtf16(bytes, 'little')
  const head = String.fromCharCode(...bytes.subarray(0, 120))
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase()
  if (declared !== undefined && !['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(declared))
    refuse('file.xml.damaged', { part, encoding: declared })
  return bytes
}

function fromUtf16(bytes: Uint8Array, order: 'big' | 'little'): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units = bytes.length >> 1
  const out = new Uint8Array(units * 3)
  let length = 0
  for (let i = 0; i < units; i++) {
    let code = view.getUint16(i * 2, order === 'little')
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < units) {
      const low = view.getUint16(i * 2 + 2, order === 'little')
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
        i++
      }
    }
    if (code < 0x80) out[length++] = code
    else if (code < 0x800) {
      out[length++] = 0xc0 | (code >> 6)
      out[length++] = 0x80 | (code & 63)
    } else if (code < 0x10000) {
      out[length++] = 0xe0 | (code >> 12)
      out[length++] = 0x80 | ((code >> 6) & 63)
      out[length++] = 0x80 | (code & 63)
    } else {
      out[length++] = 0xf0 | (code >> 18)
      out[length++] = 0x80 | ((code >> 12) & 63)
      out[length++] = 0x80 | ((code >> 6) & 63)
      out[length++] = 0x80 | (code & 63)
    }
  }
  return out.subarray(0, length)
}

/** Whether the part holds a DTD, or why it may not be read at all; for packages another reader will get to see. */
export function checkXml(open: OpenPart, entry: PackageEntry): ReturnType<typeof catchRefusal<void>> {
  return catchRefusal(() => {
    const cursor = open(entry)
    while (nextTag(cursor));
  })
}
