// An old sheet into the records: recognised, rehearsed, and with --yes imported.
import type { ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { PushReport } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { TablePlan } from '#shared/import/plan.ts'
import { formatYuan, type Fen } from '#shared/kernel/money.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { sheets } from '#shared/sheets/index.ts'
import type { OpResult } from '#shared/sync/record.ts'
import { basename } from 'node:path'
import { apiOptions, withApi, type Api } from './api.ts'
import type { Arguments, Command } from './command.ts'
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts'
import { lineOf } from './words.ts'

export const importFile: Command = {
  name: 'import',
  summary: '把旧表导入：识别、检查、试上报；加 --yes 才真正导入，并给出回执号',
  usage: '文件 --unit 单位编号 --user 登录名 [--year 年度] [--kind 表种] [--yes] [--server 网址] [--json]',
  options: {
    ...apiOptions,
    unit: { type: 'string', value: 'u1', help: '导入到哪个单位' },
    year: { type: 'string', value: '年度', help: '默认取表里写的年度' },
    kind: { type: 'string', value: '表种', help: '只导入这个表种的表' },
    yes: { type: 'boolean', help: '真正导入；不写只试上报' },
    json: { type: 'boolean', help: '输出 JSON' },
    out: { type: 'string', value: '文件', help: '导入后把带底稿的原文件写到这里' },
  },
  positionals: { minimum: 1, maximum: 1 },
  async run(args, terminal) {
    if (args.text('unit') === undefined) {
      terminal.say('请用 --unit 写明导入到哪个单位。')
      return exitCodes.refused
    }
    const path = args.positionals[0] ?? ''
    const bytes = await terminal.readFile(path)
    return withApi(args, terminal, (api) => importBytes(api, { args, terminal, name: basename(path), bytes }))
  },
}

interface Job {
  readonly args: Arguments
  readonly terminal: Terminal
  readonly name: string
  readonly bytes: Uint8Array
}

async function importBytes(api: Api, job: Job): Promise<ExitCode> {
  const { args, terminal } = job
  terminal.progress('正在识别……')
  const uploaded = await api.call('uploadImport', { query: { name: job.name }, body: job.bytes })
  terminal.progress('')
  if (!uploaded.ok) {
    terminal.say(uploaded.error)
    return exitCodes.refused
  }
  const analysis = (await uploaded.value.json()) as ImportAnalysis
  const wanted = args.text('kind')
  const tables = analysis.tables.filter(
    (table) => table.plan !== null && (wanted === undefined || table.plan.kind === wanted),
  )
  if (tables.length === 0) {
    terminal.say('没有可以导入的表。可用 tongbiao inspect 看认出了什么。')
    return exitCodes.refused
  }
  const reports: { readonly table: ImportTable; readonly report: PushReport }[] = []
  for (const [index, table] of tables.entries()) {
    terminal.progress(`第 ${index + 1}/${tables.length} 张表……`)
    const report = await importTable(api, { ...job, importId: analysis.importId, table })
    terminal.progress('')
    if (!report.ok) {
      for (const finding of table.preview?.findings ?? [])
        if (finding.severity === 'error')
          terminal.say(
            lineOf(
              finding,
              sheets.find((sheet) => sheet.kind === table.plan?.kind),
            ),
          )
      terminal.say(report.error)
      return (table.preview?.counts.rejected ?? 0) > 0 ? exitCodes.findings : exitCodes.world
    }
    reports.push({ table, report: report.value })
    if (!args.has('json')) terminal.out(describeReport(table, report.value, args.has('yes')))
  }
  if (args.has('json'))
    terminal.out(
      JSON.stringify(
        reports.map(({ report }) => report),
        null,
        2,
      ),
    )
  const problems = reports.flatMap(({ report }) => report.problems)
  const bad = problems.length > 0
  const out = args.text('out')
  if (!bad && out !== undefined && args.has('yes')) return writeBound(api, { ...job, importId: analysis.importId, out })
  if (!bad) return exitCodes.ok
  // Nothing is wrong with the file where somebody else would be allowed to import it.
  return problems.every(isForbidden) ? exitCodes.world : exitCodes.findings
}

async function importTable(
  api: Api,
  job: Job & { readonly importId: string; readonly table: ImportTable },
): Promise<Result<PushReport, string>> {
  const { args, table } = job
  const plan = table.plan
  if (plan === null) return err('这张表没有导入方案。')
  const year = Number(args.text('year') ?? plan.conventions.year)
  const inYear = <P extends TablePlan>(half: P): P => ({ ...half, conventions: { ...half.conventions, year } })
  const asked = plan.beside === undefined ? inYear(plan) : { ...inYear(plan), beside: plan.beside.map(inYear) }
  const body = { plan: asked, unitId: args.text('unit') ?? '', year }
  const answer = await api.call(args.has('yes') ? 'applyImport' : 'rehearseImport', {
    params: { id: job.importId },
    body,
  })
  return answer.ok ? ok((await answer.value.json()) as PushReport) : answer
}

async function writeBound(api: Api, job: Job & { readonly importId: string; readonly out: string }): Promise<ExitCode> {
  const answer = await api.call('importedWorkbook', { params: { id: job.importId } })
  if (!answer.ok) {
    job.terminal.say(answer.error)
    return exitCodes.world
  }
  await job.terminal.writeFile(job.out, new Uint8Array(await answer.value.arrayBuffer()))
  job.terminal.say(`带底稿的原文件已写到 ${job.out}。`)
  return exitCodes.ok
}

function describeReport(table: ImportTable, { result, totals, problems }: PushReport, done: boolean): string {
  const definition = sheets.find((sheet) => sheet.kind === table.plan?.kind)
  const { created, updated } = result.counts
  const same = (table.preview?.counts.imported ?? 0) - result.results.length
  const lines = [
    `【${table.sheetName}】${definition?.title['zh-Hans'] ?? ''}：${done ? '已' : '将'}新增 ${created} 条，更改 ${updated} 条，相同 ${Math.max(0, same)} 条。`,
    ...totals.map(
      ({ column, before, after }) =>
        `  ${definition?.columns[column]?.label['zh-Hans'] ?? column}：${formatYuan(before as Fen)} → ${formatYuan(after as Fen)}`,
    ),
    ...result.findings.map((finding) => `  ${lineOf(finding, definition)}`),
    ...(problems.length > 0 ? [`  有 ${problems.length} 条没有通过，整张表没有导入：`] : []),
    ...reasonsOf(problems, definition).map((reason) => `    ${reason}`),
    ...(done && result.receipt !== '' ? [`  回执号 ${result.receipt}`] : []),
  ]
  return lines.join('\n')
}

function isForbidden(problem: OpResult): boolean {
  return problem.s === 'skipped' || (problem.s === 'rejected' && problem.code === 'forbidden')
}

/** The same reason once, with how often; rows that only waited for the others have none of their own. */
function reasonsOf(problems: readonly OpResult[], definition: SheetDefinition | undefined): readonly string[] {
  const counts = new Map<string, number>()
  for (const problem of problems)
    for (const reason of reasonOf(problem, definition)) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].slice(0, 50).map(([reason, count]) => (count === 1 ? reason : `${reason}（${count} 条）`))
}

function reasonOf(problem: OpResult, definition: SheetDefinition | undefined): readonly string[] {
  if (problem.s === 'conflict')
    return [
      problem.code === 'key-taken'
        ? '■ 须改  记录里已有同名的一条。请改名，或先看看那一条是不是同一件事。'
        : '■ 须改  别人刚改过同一条。请重新导入一次，看清改动后再决定。',
    ]
  return problem.s === 'rejected' ? problem.findings.map((finding) => lineOf(finding, definition)) : []
}
