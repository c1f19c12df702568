// Who may do what in which state: a table per kind, from the definitions.
import type { SheetDefinition } from '../definition/sheet.ts'
import { roles, type Role } from '../definition/role.ts'
import { roleWords } from './roleWords.ts'
import { markdownTable } from './table.ts'

const reachWords = { unit: '本单位', subtree: '本单位及下级', own: '本部门' } as const

const actionWords = {
  read: '看',
  create: '增',
  update: '改',
  delete: '删',
  transition: '流转',
  export: '导出',
  reveal: '看全',
} as const

function allowed(definition: SheetDefinition, role: Role, state: string): string {
  const found = definition.workflow.permissions.filter(
    (permission) => permission.role === role && permission.states.includes(state),
  )
  if (found.length === 0) return '—'
  const labelOf = (key: string): string => definition.columns[key]?.label['zh-Hans'] ?? key
  return found
    .map((permission) => {
      const columns = permission.columns === undefined ? '' : `，仅 ${permission.columns.map(labelOf).join('、')}`
      return `${permission.actions.map((action) => actionWords[action]).join('')}（${reachWords[permission.reach]}${columns}）`
    })
    .join('；')
}

export function permissionsPage(definitions: readonly SheetDefinition[]): string {
  const parts = definitions.map((definition) => {
    const { kind, title, workflow } = definition
    const rows = workflow.states.map((state) => [
      state.label['zh-Hans'],
      ...roles.map((role) => allowed(definition, role, state.name)),
    ])
    const table = markdownTable(['状态', ...roles.map((role) => roleWords[role])], rows)
    return `## ${title['zh-Hans']} \`${kind}\`\n\n${table}`
  })
  return `# 权限\n\n由 \`shared/sheets/\` 生成，请勿手改：\`npm run golden:update\`。服务器按此判断，没有写明的一律不许。财务、出纳、主席不得由一人兼任，经审和管理员不得兼任其他角色；前三者之间的兼任，人少的单位可由主席声明有期限的豁免。每一步要有什么，见 [流转](workflows.md)。\n\n${parts.join('\n\n')}\n`
}
