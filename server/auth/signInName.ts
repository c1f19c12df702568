// Names to sign in with.
import { refuse, type Refusal } from '../request/refusal.ts'

/** NFKC and lower case: one name in two spellings is one account. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

export function checkName(name: string): Refusal | undefined {
  const folded = foldName(name)
  const plain = /^[^\s\p{C}\p{Z}]{1,40}$/u.test(folded)
  return plain ? undefined : refuse('name.format')
}
