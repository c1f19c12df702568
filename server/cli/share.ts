// Shares out the sums that a file names over its rows by their weights: each part to the 分, and who carries the rest.
import { formatYuan, fen } from '#shared/kernel/money.ts'
import type { RemainderRule } from '#shared/kernel/allocate.ts'
import { shippedUnitPolicy } from '#shared/policy/unitPolicy.ts'
import { sheets } from '#shared/sheets/index.ts'
import { planShares, type SharePlan } from '#shared/validation/planShares.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import { analyseGroup, groupTables } from '../import/analyseFile.ts'
import { localDay } from '../localDay.ts'
import type { Command } from './command.ts'
import { giveText } from './giveResult.ts'
import { openFile } from './openFile.ts'
import { exitCodes } from './terminal.ts'

const ruleNames: Readonly<Record<RemainderRule, string>> = {
  'largest-remainder': '余数大的先进一分，相同的按先后',
  last: '尾差并入最后一人',
  'largest-weight': '尾差并入系数最大的人',
}

const isRule = (text: string): text is RemainderRule => Object.hasOwn(ruleNames, text)

export const share: Command = {
  name: 'share',
  summary: '按系数把奖金总额分到人、分到分，并写明谁承担尾差（不连服务器，不改文件）',
  usage: '文件 [--rule 尾差规则] [--year 年度] [--json] [--out 文件]',
  options: {
    rule: { type: 'string', value: '规则', help: 'largest-remainder（默认）、last 或 largest-weight' },
    year: { type: 'string', value: '年度', help: '表里没写年度时用的年度' },
    json: { type: 'boolean', help: '输出 JSON' },
    out: { type: 'string', value: '文件', help: '结果写到文件' },
  },
  positionals: { minimum: 1, maximum: 1 },
  async run(args, terminal) {
    const rule = args.text('rule')
    const year = args.text('year') ?? String(new Date().getFullYear())
    if ((rule !== undefined && !isRule(rule)) || !/^(19|20)\d{2}$/.test(year)) {
      terminal.say('--rule 后面应是 largest-remainder、last 或 largest-weight；--year 后面应是四位年度。')
      return exitCodes.refused
    }
    const file = await openFile(args.positionals[0] ?? '', terminal)
    if (!file.ok) {
      terminal.say(file.error.message)
      return exitCodes.refused
    }
    const plans = sharesOf(file.value.workbook, Number(year), rule)
    if (plans.length === 0) {
      terminal.say('文件里没有可分的总额：要有“奖金总额”一行，和写了系数的奖金行，评选项目相同。')
      return exitCodes.refused
    }
    const text = args.has('json') ? `${JSON.stringify(plans, null, 2)}\n` : plans.map(describe).join('\n')
    await giveText(text, args, terminal)
    return exitCodes.ok
  },
}

function sharesOf(workbook: RawWorkbook, year: number, rule: RemainderRule | undefined): readonly SharePlan[] {
  const knowledge = { definitions: new Map(sheets.map((sheet) => [sheet.kind, sheet])) }
  const wish = {
    year,
    kind: undefined,
    unitKind: 'primary' as const,
    today: localDay(new Date()),
    profiles: [],
    unitPolicy: shippedUnitPolicy,
  }
  return groupTables(knowledge, workbook, wish).flatMap((group) => {
    const { plan, result } = analyseGroup(knowledge, group, wish)
    const definition = knowledge.definitions.get(plan?.kind ?? '')
    // Rows whose amounts do not agree yet are just those that are to be shared out.
    const rows = [...(result?.rows ?? []), ...(result?.rejected ?? [])].toSorted((a, b) => a.row - b.row)
    return definition === undefined
      ? []
      : planShares(
          definition,
          rows.map(({ values }) => values),
          rule,
        )
  })
}

function describe({ group, total, rule, parts }: SharePlan): string {
  const title = group.filter((part) => part !== null).join(' · ')
  const lines = parts.map(({ name, part, absorbed, written }) => {
    const carries = absorbed === 0 ? '' : `，其中尾差 ${formatYuan(fen(absorbed))}`
    const differs = written === null || written === part ? '' : `，表里 ${formatYuan(fen(written))}`
    return `  ${name}  ${formatYuan(fen(part))}${carries}${differs}`
  })
  return [
    `【${title}】总额 ${formatYuan(fen(total))} 元，共 ${parts.length} 人，${ruleNames[rule]}`,
    ...lines,
    '',
  ].join('\n')
}
