// Policy packs from the command line: list, show, compare, load, confirm.
import type { PackInfo, PolicyInfo } from '#shared/contract/policyResources.ts'
import { comparePacks } from '#shared/policy/comparePacks.ts'
import { describeLimit, layerWords } from '#shared/policy/describeLimit.ts'
import type { PolicyPack } from '#shared/policy/pack.ts'
import { decodePack, encodePack, isHolidayFile } from '#shared/policy/packFile.ts'
import { templatePack } from '#shared/policy/packs/template.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { apiOptions, withApi, type Api } from './api.ts'
import type { Arguments, Command } from './command.ts'
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts'

type Act = (api: Api, args: Arguments, terminal: Terminal) => Promise<ExitCode>

const acts: Readonly<Record<string, Act>> = { list, show, diff, confirm, withdraw, load }

export const policy: Command = {
  name: 'policy',
  summary: '政策包：列出、查看、对比、装入、确认（未确认的只提醒，确认后才阻止）',
  usage: 'list | show 编号 | diff 编号 编号 | load 文件.json | confirm 编号 | withdraw 编号 | template',
  options: { ...apiOptions, json: { type: 'boolean', help: '输出 JSON' } },
  positionals: { minimum: 1, maximum: 3 },
  async run(args, terminal) {
    const [verb = ''] = args.positionals
    if (verb === 'template') {
      terminal.out(encodePack(templatePack).trimEnd())
      return exitCodes.ok
    }
    const act = Object.hasOwn(acts, verb) ? acts[verb] : undefined
    const wanted = { list: 1, diff: 3 }[verb] ?? 2
    if (act === undefined || args.positionals.length !== wanted) {
      terminal.say(`用法：tongbiao policy ${policy.usage}`)
      return exitCodes.refused
    }
    return withApi(args, terminal, (api) => act(api, args, terminal))
  },
}

function fail(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(sentence)
  return exitCodes.world
}

interface ReadPack extends PackInfo {
  readonly pack: PolicyPack
}

async function readPolicy(
  api: Api,
): Promise<Result<{ readonly info: PolicyInfo; readonly packs: readonly ReadPack[] }, string>> {
  const answer = await api.call('readPolicy')
  if (!answer.ok) return answer
  const info = (await answer.value.json()) as PolicyInfo // what readPolicy answers
  const packs = info.packs.flatMap((one) => {
    const read = decodePack(one.file)
    return read.ok ? [{ ...one, pack: read.value }] : []
  })
  return ok({ info, packs })
}

async function findPacks(api: Api, ids: readonly string[]): Promise<Result<readonly ReadPack[], string>> {
  const known = await readPolicy(api)
  if (!known.ok) return known
  const found = ids.map((id) => known.value.packs.find(({ pack }) => pack.id === id))
  const missing = ids.find((_, index) => found[index] === undefined)
  if (missing !== undefined) return err(`没有编号为“${missing}”的政策包；用 tongbiao policy list 看有哪些。`)
  return ok(found.flatMap((pack) => pack ?? []))
}

function lineOf({ pack, origin, confirmed, units }: ReadPack): string {
  const state = confirmed ? `已确认（${confirmed.by}，${confirmed.at.slice(0, 10)}）` : '未确认，只提醒'
  const place = pack.layer === 'national' ? '全部单位' : units.length === 0 ? '未指定单位' : units.join('、')
  const days = `${pack.from} 起${pack.to === null ? '' : `，${pack.to} 止`}`
  return [
    pack.id,
    layerWords[pack.layer]['zh-Hans'],
    pack.title,
    pack.documentNo || '无文号',
    days,
    state,
    place,
    origin === 'shipped' ? '随产品' : '自装',
  ].join('\t')
}

async function list(api: Api, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const known = await readPolicy(api)
  if (!known.ok) return fail(known.error, terminal)
  const { info, packs } = known.value
  if (args.has('json')) terminal.out(JSON.stringify(info))
  else for (const pack of packs) terminal.out(lineOf(pack))
  return exitCodes.ok
}

async function show(api: Api, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const found = await findPacks(api, args.positionals.slice(1))
  if (!found.ok) return fail(found.error, terminal)
  for (const one of found.value) {
    if (args.has('json')) {
      terminal.out(one.file.trimEnd())
      continue
    }
    terminal.out(lineOf(one))
    for (const limit of one.pack.limits) terminal.out(`  ${describeLimit(limit, 'zh-Hans')}　［${limit.clause}］`)
    terminal.out(`  录入说明：${one.pack.sourceNote || '（无）'}`)
  }
  return exitCodes.ok
}

const stricterWords = {
  left: '左严',
  right: '右严',
  equal: '相同',
  onlyLeft: '右边没有',
  onlyRight: '左边没有',
} as const

async function diff(api: Api, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const found = await findPacks(api, args.positionals.slice(1))
  if (!found.ok) return fail(found.error, terminal)
  const [left, right] = found.value
  if (!left || !right) return exitCodes.refused
  const pairs = comparePacks(left.pack, right.pack)
  if (args.has('json')) terminal.out(JSON.stringify(pairs))
  else
    for (const { left: a, right: b, stricter } of pairs)
      terminal.out(
        `${stricterWords[stricter]}\t${a ? describeLimit(a, 'zh-Hans') : '—'}\t${b ? describeLimit(b, 'zh-Hans') : '—'}`,
      )
  return pairs.every(({ stricter }) => stricter === 'equal') ? exitCodes.ok : exitCodes.findings
}

async function confirm(api: Api, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const found = await findPacks(api, args.positionals.slice(1))
  if (!found.ok) return fail(found.error, terminal)
  const [one] = found.value
  if (!one) return exitCodes.refused
  const { id } = one.pack
  const done = await api.call('confirmPack', { params: { id }, body: { digest: one.digest } })
  if (!done.ok) return fail(done.error, terminal)
  terminal.out(`已确认“${one.pack.title}”：从现在起，超过它的标准会被阻止。撤回用 tongbiao policy withdraw ${id}。`)
  return exitCodes.ok
}

async function withdraw(api: Api, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const id = args.positionals[1] ?? ''
  const done = await api.call('withdrawPack', { params: { id } })
  if (!done.ok) return fail(done.error, terminal)
  terminal.out(`已撤回对“${id}”的确认：它的标准从现在起只提醒。`)
  return exitCodes.ok
}

/** A file with days off is a year's arrangement of holidays, any other a pack. */
async function load(api: Api, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const path = args.positionals[1] ?? ''
  const file = new TextDecoder().decode(await terminal.readFile(path))
  const isCalendar = isHolidayFile(file)
  const done = await api.call(isCalendar ? 'loadHolidays' : 'loadPack', { body: { file } })
  if (!done.ok) return fail(done.error, terminal)
  terminal.out(isCalendar ? '已装入节假日安排。' : '已装入政策包。请核对原文后再确认；确认前只提醒。')
  return exitCodes.ok
}
