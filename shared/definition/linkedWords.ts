// A rule over several sheets speaks on all of them: each kind that it names knows its sentence.
import { termsOf } from './linked.ts'
import type { SheetDefinition } from './sheet.ts'

export function withLinkedWords(definitions: readonly SheetDefinition[]): readonly SheetDefinition[] {
  return definitions.map((definition) => {
    const foreign = definitions.flatMap((owner) =>
      owner.rules.flatMap((rule) =>
        rule.scope === 'linked' &&
        owner.kind !== definition.kind &&
        termsOf(rule.linked).some(({ kind }) => kind === definition.kind)
          ? [[rule.code, rule.message] as const]
          : [],
      ),
    )
    if (foreign.length === 0) return definition
    return { ...definition, words: { ...definition.words, ...Object.fromEntries(foreign) } }
  })
}
