// The rule catalogue, from the definitions: every rule with its source, what it says and an example that breaks it.
import { termsOf } from '../definition/linked.ts'
import type { Rule } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
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

export function rulesPage(definitions: readonly SheetDefinition[]): string {
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
  return `# 规则目录\n\n由 \`shared/sheets/\` 生成，请勿手改：\`npm run golden:update\`。共 ${count} 条规则，${definitions.length} 种表。\n\n${parts.join('\n\n')}\n`
}
