// `npm run new:sheet <kind>`: begins a sheet kind, with comments, and puts it on the list.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../shared/sheets/', import.meta.url))

/** `hardship-aid` → `hardshipAid`. */
function toCamelCase(kind: string): string {
  return kind.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function definitionText(kind: string): string {
  const name = `${toCamelCase(kind)}Sheet`
  return `// What this kind of sheet is, in one sentence.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'

export const ${name} = defineSheet({
  kind: '${kind}',
  // Rises when a column changes its meaning; then \`upgrades\` needs an entry.
  version: 1,
  title: words('新表', '新表', 'New sheet'),
  description: words('一句话说明这是什么表。', '一句話說明這是什麼表。', 'What this sheet is about, in one sentence.'),
  columns: {
    // Key → column. Labels in three languages; synonyms are headers met in old files, in 简体.
    name: {
      type: 'text',
      label: words('名称', '名稱', 'Name'),
      synonyms: [],
      description: words('这一行是什么。', '這一列是什麼。', 'What this row is.'),
      // \`required\` stops saving; what is only needed for submission is a rule.
      required: true,
      merge: 'key',
      fieldClass: 'public',
      maxLength: 100,
      width: 24,
    },
    amount: {
      type: 'money',
      label: words('金额', '金額', 'Amount'),
      synonyms: [],
      description: words('以元填写，两位小数。', '以元填寫，兩位小數。', 'In yuan, two decimals.'),
      required: false,
      merge: 'money',
      fieldClass: 'money',
      minimum: 0,
      width: 15,
    },
  },
  naturalKey: ['name'],
  // Columns that conflict together, such as payee and account.
  atomicSets: [],
  rules: [
    {
      scope: 'set',
      code: '${kind}/name-twice',
      severity: 'warning',
      // 文号 and clause; \`certainty\` decides whether it may ever block.
      citation: { source: '同表', clause: '一项一行', certainty: 'house' },
      title: words('名称重复', '名稱重複', 'Name twice'),
      message: words('“{key}”有 {count} 行，请合并。', '「{key}」有 {count} 列，請合併。', '“{key}” stands in {count} rows; please merge them.'),
      set: { type: 'unique', key: ['name'], where: [] },
      examples: { valid: [[{ name: '甲' }, { name: '乙' }]], invalid: [[{ name: '甲' }, { name: '甲' }]] },
    },
  ],
  layout: {
    title: words('{unit}{year}年度新表', '{unit}{year}年度新表', '{unit} New sheet {year}'),
    // Titles met in old files, without unit and year.
    titleSynonyms: [],
    columns: ['name', 'amount'],
    groups: [],
    sections: [],
    totals: [
      {
        key: 'total',
        label: words('合计', '合計', 'Total'),
        synonyms: ['总计'],
        terms: [{ where: [], times: 1 }],
        columns: ['amount'],
      },
    ],
    signatures: [words('制表：', '製表：', 'Prepared by:')],
    orientation: 'portrait',
    unitLine: true,
    spareRows: 10,
    freezeColumns: 1,
  },
  workflow: {
    initial: 'draft',
    states: [{ name: 'draft', label: words('草稿', '草稿', 'Draft'), locked: false }],
    transitions: [],
    // What is not written here is forbidden.
    permissions: [
      { role: 'finance', states: ['draft'], actions: ['read', 'create', 'update', 'delete', 'export'], reach: 'unit' },
      { role: 'director', states: ['draft'], actions: ['read', 'export'], reach: 'subtree' },
      { role: 'auditor', states: ['draft'], actions: ['read', 'export'], reach: 'subtree' },
    ],
  },
  upgrades: [],
})
`
}

/** The list with one more import and one more entry, both in the order of the alphabet where the list keeps it. */
function listed(list: string, kind: string): string {
  const name = `${toCamelCase(kind)}Sheet`
  const line = `import { ${name} } from './${kind}.ts'\n`
  const lastImport = list.lastIndexOf('import {')
  const end = list.indexOf('\n', lastImport) + 1
  const withImport = `${list.slice(0, end)}${line}${list.slice(end)}`
  return withImport.replace(/(= \w*\(?\[[^\]]*?)(,?\s*)\]/, (_, entries: string) => `${entries}, ${name}]`)
}

/** The loaders with one more, for the pane that loads only the kinds of its workbook at first. */
function withLoader(loaders: string, kind: string): string {
  const name = `${toCamelCase(kind)}Sheet`
  const key = /^[a-z][a-z0-9]*$/.test(kind) ? kind : `'${kind}'`
  const end = loaders.lastIndexOf('}')
  return `${loaders.slice(0, end)}  ${key}: () => import('./${kind}.ts').then(({ ${name} }) => ${name}),\n${loaders.slice(end)}`
}

const kind = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9-]{1,29}$/.test(kind)) {
  console.error('用法：npm run new:sheet <kind>，kind 用小写英文、数字和短横，例如 hardship-aid')
  process.exit(2)
}
const file = `${folder}${kind}.ts`
if (existsSync(file)) {
  console.error(`shared/sheets/${kind}.ts 已经有了`)
  process.exit(2)
}
writeFileSync(file, definitionText(kind))
writeFileSync(`${folder}index.ts`, listed(readFileSync(`${folder}index.ts`, 'utf8'), kind))
writeFileSync(`${folder}loadSheet.ts`, withLoader(readFileSync(`${folder}loadSheet.ts`, 'utf8'), kind))
console.log(`写好了 shared/sheets/${kind}.ts，并列入 shared/sheets/index.ts 和 loadSheet.ts。
接下来：填列、规则和版式 → npm run golden:update → 看差异 → npm run check`)
