// The commands, each loaded only when it is called.
import type { Command } from './command.ts'

export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  kinds: async () => (await import('./kinds.ts')).kinds,
  inspect: async () => (await import('./inspect.ts')).inspect,
  check: async () => (await import('./check.ts')).check,
  share: async () => (await import('./share.ts')).share,
  import: async () => (await import('./import.ts')).importFile,
  template: async () => (await import('./template.ts')).template,
  export: async () => (await import('./export.ts')).exportSheet,
  policy: async () => (await import('./policy.ts')).policy,
  report: async () => (await import('./report.ts')).report,
  verify: async () => (await import('./verify.ts')).verify,
  'renew-seals': async () => (await import('./renewSeals.ts')).renewSeals,
}
