// Deterministic benchmark data: a 14-column welfare list of synthetic persons, as rows and as files.
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const benchColumns = [
  '编号',
  '姓名',
  '身份证号',
  '部门',
  '职务',
  '入职日期',
  '福利项目',
  '发放标准',
  '数量',
  '金额',
  '发放日期',
  '银行账号',
  '手机号',
  '备注',
] as const

/** Text, day (`YYYY-MM-DD`), amounts in 元 with at most two decimals. */
export interface BenchRow {
  readonly code: string
  readonly name: string
  readonly idCard: string
  readonly department: string
  readonly post: string
  readonly joined: string
  readonly item: string
  readonly standard: number
  readonly count: number
  readonly amount: number
  readonly paid: string
  readonly account: string
  readonly phone: string
  readonly note: string
}

const families = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
const given = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建国志红'
const departments = ['办公室', '财务处', '科研处', '后勤处', '人事处', '教务处', '图书馆', '保卫处', '基建处', '审计处']
const posts = ['主任', '副主任', '科员', '干事', '会计', '出纳', '技术员', '教师']
const items = ['春节慰问', '中秋慰问', '国庆慰问', '生日慰问', '体检补贴', '防暑降温', '结婚慰问', '住院慰问']
const notes = ['', '', '', '现金已领，本人签字', '转账', '代领，附委托书', '上年结转 "含补发"']

/** mulberry32: the same numbers from the same seed everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** @param rare true puts a character beyond the BMP and a 4-byte one of GB18030 (䶮, 𠮷) into some names */
export function benchRows(
  count: number,
  options: { readonly seed?: number; readonly rare?: boolean } = {},
): readonly BenchRow[] {
  const random = seededRandom(options.seed ?? 20261121)
  const below = (n: number): number => Math.floor(random() * n)
  const pick = <T>(list: ArrayLike<T>): T => list[below(list.length)] as T
  const digits = (n: number): string => Array.from({ length: n }, () => String(below(10))).join('')
  const day = (from: number, years: number): string =>
    `${from + below(years)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  return Array.from({ length: count }, (_, i) => {
    const standard = 50 * (1 + below(20))
    const quantity = 1 + below(3)
    const rare = options.rare && i % 97 === 0 ? pick(['𠮷', '䶮']) : ''
    const born = day(1960, 45).replaceAll('-', '')
    return {
      code: `W${String(i + 1).padStart(6, '0')}`,
      name: pick(families) + pick(given) + (below(3) > 0 ? pick(given) : '') + rare,
      idCard: `350504${born}${digits(3)}${below(11) === 10 ? 'X' : String(below(10))}`,
      department: pick(departments),
      post: pick(posts),
      joined: day(1985, 38),
      item: pick(items),
      standard,
      count: quantity,
      amount: Math.round((standard * quantity + below(100) / 100) * 100) / 100,
      paid: day(2024, 1),
      account: `62${digits(17)}`,
      phone: `13${digits(9)}`,
      note: pick(notes),
    }
  })
}

/** 分, as a control total. */
export function benchSumFen(rows: readonly BenchRow[]): number {
  return rows.reduce((sum, row) => sum + Math.round(row.amount * 100), 0)
}

/** Excel serial of a day after 1900-03-01. */
export function benchSerial(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25569
}

/**
 * A file made once and kept for the next run; the name must say all that its content depends on.
 * @param make writes the file at the path it is given
 */
export async function benchFile(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const folder = join(tmpdir(), 'tongbiao-bench-1')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  if (!existsSync(path)) await make(path)
  return path
}
