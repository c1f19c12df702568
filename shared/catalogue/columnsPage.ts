// The data dictionary, from the definitions: every column with its words, type, synonyms and classes.
import type { SheetDefinition } from '../definition/sheet.ts'
import { markdownTable } from './table.ts'

export function columnsPage(definitions: readonly SheetDefinition[]): string {
  const parts = definitions.map((definition) => {
    const rows = Object.entries(definition.columns).map(([key, column]) => [
      `\`${key}\``,
      column.label['zh-Hans'],
      column.label['en'],
      column.type + (column.required ? '，必填' : ''),
      column.merge,
      column.fieldClass + (column.mask === undefined ? '' : `，遮盖 ${column.mask}`),
      (column.choices ?? []).map((choice) => choice.value).join('、'),
      column.synonyms.join('、'),
      column.description['zh-Hans'],
    ])
    const header = ['列', '名称', 'English', '类型', '合并', '可见', '可选值', '旧表头写法', '填什么']
    return `## ${definition.title['zh-Hans']} \`${definition.kind}\` 第 ${definition.version} 版\n\n${definition.description['zh-Hans']}\n\n自然键：${definition.naturalKey.join(' + ')}\n\n${markdownTable(header, rows)}`
  })
  return `# 数据字典\n\n由 \`shared/sheets/\` 生成，请勿手改：\`npm run golden:update\`。\n\n${parts.join('\n\n')}\n`
}
