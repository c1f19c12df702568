// Bearer tokens: 256 random bits; only their SHA-256 is stored.
import { hash } from 'node:crypto'

export function newToken(random: (bytes: number) => Uint8Array): string {
  return `tus_${Buffer.from(random(32)).toString('base64url')}`
}

export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 130 bits as people can copy them: `XXXXX-XXXXX-…`, without I, L, O, U. */
export function newSetupCode(random: (bytes: number) => Uint8Array): string {
  const letters = [...random(26)].map((byte) => alphabet[byte & 31] ?? '').join('')
  return letters.replace(/(.{5})(?=.)/g, '$1-')
}

/** As typed → what is hashed: case, dashes, spaces and look-alikes do not matter. */
export function foldSetupCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
