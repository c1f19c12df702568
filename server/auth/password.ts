// Passwords: scrypt, stored as `$scrypt$ln=17,r=8,p=1$salt$hash` (reliability.md §2.2).
import { scrypt, timingSafeEqual } from 'node:crypto'
import { ok, type Result } from '#shared/kernel/result.ts'
import { takeTurns } from './takeTurns.ts'

/** 128 · 2^ln · r bytes of memory each; ln 17, r 8 = 128 MiB. */
export interface ScryptCost {
  readonly ln: number
  readonly r: number
  readonly p: number
}

export const productionCost: ScryptCost = { ln: 17, r: 8, p: 1 }

/** Longer ones are refused before hashing. */
export const maxPasswordBytes = 256

export interface Hasher {
  hash(password: string): Promise<Result<string, 'busy'>>
  /** `stale`: right, but hashed with another cost than today's. An absent hash costs as much and is always wrong. */
  verify(password: string, encoded: string | undefined): Promise<Result<'right' | 'stale' | 'wrong', 'busy'>>
}

interface HasherOptions {
  readonly cost: ScryptCost
  readonly random: (bytes: number) => Uint8Array
}

export function createHasher(options: HasherOptions): Hasher {
  const { cost, random } = options
  const turns = takeTurns({ atOnce: 2, waiting: 50 })
  const absent = { cost, salt: Buffer.alloc(16), hash: Buffer.alloc(32) }
  return {
    hash: (password) =>
      turns.take(async () => {
        const salt = Buffer.from(random(16))
        return encode({ cost, salt, hash: await derive(password, salt, cost) })
      }),
    async verify(password, encoded) {
      const stored = encoded === undefined ? undefined : decode(encoded)
      const against = stored ?? absent
      const derived = await turns.take(() => derive(password, against.salt, against.cost))
      if (!derived.ok) return derived
      const same = timingSafeEqual(derived.value, against.hash) && stored !== undefined
      if (!same) return ok('wrong')
      const today = against.cost.ln === cost.ln && against.cost.r === cost.r && against.cost.p === cost.p
      return ok(today ? 'right' : 'stale')
    },
  }
}

interface StoredHash {
  readonly cost: ScryptCost
  readonly salt: Buffer
  readonly hash: Buffer
}

function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const N = 2 ** cost.ln
  const maxmem = 128 * N * cost.r + 1024 * 1024
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, { N, r: cost.r, p: cost.p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

function encode(stored: StoredHash): string {
  const { ln, r, p } = stored.cost
  return `$scrypt$ln=${ln},r=${r},p=${p}$${stored.salt.toString('base64url')}$${stored.hash.toString('base64url')}`
}

function decode(text: string): StoredHash {
  const match = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]{43})$/.exec(text)
  if (!match) throw new Error('a stored password hash is malformed')
  const [, ln, r, p, salt = '', hash = ''] = match
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  }
}
