// How a record or a sheet moves on: a state diagram per kind, and every step with all that it needs.
import { dutyCode, type DutyCode } from '../definition/duty.ts'
import type { EvidenceNeed } from '../definition/evidenceNeed.ts'
import { filedBy } from '../definition/filedBy.ts'
import type { Role } from '../definition/role.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import { expectedOf, type StepFill, type Transition, type Workflow } from '../definition/workflow.ts'
import { roleWords } from './roleWords.ts'
import { markdownTable } from './table.ts'

const bodyWords = {
  committee: '工会委员会',
  audit: '经审会',
  congress: '会员（代表）大会',
  office: '主席办公会',
  superior: '上级工会',
} as const

const dutyWords: Readonly<Record<DutyCode, string>> = {
  'own-draft': '不得是编制、修改或提交的人',
  'two-levels': '不得是前一级办理的人',
  pay: '不得是审批、验收的人',
  period: '不得是关账的人',
  editor: '不得是填写这些栏的人',
  beneficiary: '涉及本人或亲属的要回避',
}

const fillWords = { today: '写当天日期到', actor: '写办理人到', blank: '清空' } as const

function fillText(fill: StepFill, label: string): string {
  return typeof fill === 'string' ? `自动${fillWords[fill]}“${label}”` : `自动把“${label}”写成“${fill.value}”`
}

const named = (roles: readonly Role[]): string => roles.map((role) => roleWords[role]).join('、')

function stateDiagram(workflow: Workflow): string {
  const label = (name: string): string => workflow.states.find((state) => state.name === name)?.label['zh-Hans'] ?? name
  const lines = workflow.states.map(
    (state) => `  ${state.name} : ${state.label['zh-Hans']}${state.locked ? '（锁定）' : ''}`,
  )
  const arrows = workflow.transitions.flatMap((transition) =>
    transition.from.map(
      (from) => `  ${from} --> ${transition.to} : ${transition.label['zh-Hans']}（${named(transition.by)}）`,
    ),
  )
  return [
    '```mermaid',
    'stateDiagram-v2',
    `  %% 起点：${label(workflow.initial)}`,
    `  [*] --> ${workflow.initial}`,
    ...lines,
    ...arrows,
    '```',
  ].join('\n')
}

function needText(need: EvidenceNeed, workflow: Workflow): string {
  const when =
    need.when === undefined
      ? ''
      : need.when.type === 'sum'
        ? `（合计达 ${need.when.atLeast / 100} 元时）`
        : '（符合条件的行）'
  const by = need.type === 'objections-closed' ? '' : `〔${named(filedBy(need, workflow))}登记〕`
  switch (need.type) {
    case 'resolution':
      return `${bodyWords[need.body]}决议（同意过半数）${when}${by}`
    case 'discussion':
      return `职工讨论（参加 ≥ ${need.attendance}%）${when}${by}`
    case 'notice':
      return `公示满 ${need.workingDays} 个工作日${when}${by}`
    case 'objections-closed':
      return `异议全部办结${when}`
    case 'document':
      return `文号和日期${when}${by}`
    case 'consultation':
      return `征求 ≥ ${need.minimum} 人意见${when}${by}`
    case 'inquiry':
      return `${need.label['zh-Hans']}${when}${by}`
  }
}

/** Whose desk it waits on, from any of its states. */
function waitsFor(workflow: Workflow, transition: Transition): string {
  const roles = new Set(transition.from.flatMap((state) => expectedOf(workflow, transition, state)))
  return roles.size === 0 ? '—' : named([...roles])
}

function stepRow({ columns, workflow }: SheetDefinition, transition: Transition): readonly string[] {
  const {
    label,
    scope,
    from,
    to,
    by,
    level,
    needs = [],
    apart = [],
    fields = [],
    fills = {},
    reason,
    emergency,
  } = transition
  const state = (name: string): string => workflow.states.find((known) => known.name === name)?.label['zh-Hans'] ?? name
  const demands = [
    ...needs.map((need) => needText(need, workflow)),
    ...fields.map((key) => `填好“${columns[key]?.label['zh-Hans'] ?? key}”`),
    ...(reason === true ? ['写明理由'] : []),
    ...Object.entries(fills).map(([key, fill]) => fillText(fill, columns[key]?.label['zh-Hans'] ?? key)),
  ]
  const urgent =
    emergency === undefined
      ? '—'
      : `${named(emergency.by)}；商量 ≥ ${emergency.consulted} 人，${emergency.ratifyHours} 小时内追认`
  return [
    label['zh-Hans'],
    `${from.map(state).join('、')} → ${state(to)}`,
    scope === 'sheet' ? '整张表' : '逐行',
    `${named(by)}${level === 'superior' ? '（上级工会）' : ''}`,
    waitsFor(workflow, transition),
    demands.length === 0 ? '—' : demands.join('；'),
    apart.length === 0 ? '—' : apart.map((duty) => dutyWords[dutyCode(duty)]).join('；'),
    urgent,
  ]
}

export function workflowsPage(definitions: readonly SheetDefinition[]): string {
  const parts = definitions.map((definition) => {
    const { kind, title, workflow } = definition
    const table = markdownTable(
      ['步骤', '从哪里到哪里', '范围', '谁办', '等谁办', '要有什么', '职责分离', '紧急处理'],
      workflow.transitions.map((transition) => [...stepRow(definition, transition)]),
    )
    const amended = workflow.amendedBy === undefined ? '' : `\n\n锁定后要改：填${workflow.amendedBy.label['zh-Hans']}。`
    return `## ${title['zh-Hans']} \`${kind}\`\n\n${stateDiagram(workflow)}\n\n${table}${amended}`
  })
  return `# 流转\n\n由 \`shared/sheets/\` 生成，请勿手改：\`npm run golden:update\`。每一步都在上报的同一事务里按此核对；材料只对登记时看到的内容有效，内容改了就失效。“职责分离”一栏，人少的单位可由主席为他人声明有期限的豁免：办理前提示，办理记录注明；回避、关账与重开、经审的步骤、大额资金的自拟自批不能豁免。\n\n${parts.join('\n\n')}\n`
}
