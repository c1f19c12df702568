// The hash of the store, for shared code that takes it as an argument.
import { hash } from 'node:crypto'

/** UTF-8 text → 64 hex digits. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex')
