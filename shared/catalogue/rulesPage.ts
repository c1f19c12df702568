// The rule catalogue, from the definitions: every rule with its source, what it says and an example that breaks it.
import { termsOf } from '../definition/linked.ts'
import type { Rule } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { RegulationId } from '../policy/regulationIds.ts'
import { markdownTable } from './table.ts'

const severityWords = { error: '须改 error', warning: '请说明 warning', hint: '供参考 hint' } as const

const certaintyWords = {
  sourced: '已查原文',
  secondary: '二手来源，待核',
  'memory-high': '待核对原文',
  'memory-medium': '不确定，只提示',
  house: '本产品规则',
} as const

function scopeText(rule: Rule): string {
  switch (rule.scope) {
    case 'field':
      return `栏 ${rule.column}`
    case 'row':
      return `行 ${rule.columns.join('、')}`
    case 'set':
      return `表 ${rule.set.type}`
    case 'linked':
      return `跨表 ${[...new Set(termsOf(rule.linked).map(({ kind }) => kind))].join('、')}`
  }
}

function example(rule: Rule): string {
  const [first] = rule.examples.invalid
  return first === undefined ? '' : `\`${JSON.stringify(first)}\``
}

/** Which rules carry an id of the domain reference. */
function carriers(definitions: readonly SheetDefinition[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { rules } of definitions)
    for (const { code, reference } of rules) {
      if (reference === undefined) continue
      const known = found.get(reference)
      if (known === undefined) found.set(reference, [code])
      else known.push(code)
    }
  return found
}

/** Every id with the rules that carry it, or the reason why none does. */
function indexTable(definitions: readonly SheetDefinition[], ids: readonly RegulationId[]): string {
  const found = carriers(definitions)
  const rows = ids.map(({ id, asks, otherwise }) => [
    id,
    asks,
    (found.get(id) ?? []).map((code) => `\`${code}\``).join('、'),
    otherwise ?? '',
  ])
  return markdownTable(['编号', '要求', '规则', '不由规则检查的原因'], rows)
}

/** @param ids what regulations ask, by id: each is carried by a rule or says why not */
export function rulesPage(definitions: readonly SheetDefinition[], ids: readonly RegulationId[]): string {
  const count = definitions.reduce((sum, definition) => sum + definition.rules.length, 0)
  const parts = definitions.map((definition) => {
    const rows = definition.rules.map((rule) => [
      `\`${rule.code}\``,
      rule.reference ?? '',
      severityWords[rule.severity] + (rule.blocks === undefined ? '' : ` · ${rule.blocks}`),
      scopeText(rule),
      rule.message['zh-Hans'],
      `${rule.citation.source} ${rule.citation.clause}（${certaintyWords[rule.citation.certainty]}）`,
      example(rule),
    ])
    return `## ${definition.title['zh-Hans']} \`${definition.kind}\`\n\n${definition.rules.length} 条。\n\n${markdownTable(['规则', '编号', '轻重', '范围', '说什么', '依据', '不合格的例子'], rows)}`
  })
  const counts = markdownTable(
    ['表', '规则', '须改', '请说明', '供参考'],
    definitions.map(({ title, kind, rules }) => [
      `${title['zh-Hans']} \`${kind}\``,
      String(rules.length),
      ...(['error', 'warning', 'hint'] as const).map((severity) =>
        String(rules.filter((rule) => rule.severity === severity).length),
      ),
    ]),
  )
  return `# 规则目录\n\n由 \`shared/sheets/\` 生成，请勿手改：\`npm run golden:update\`。共 ${count} 条规则，${definitions.length} 种表。\n\n${counts}\n\n## 规定编号与规则\n\n${indexTable(definitions, ids)}\n\n${parts.join('\n\n')}\n`
}
