// An empty pack to fill in: 文号, dates, and one sample line of no effect is left out on purpose.
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'

export const templatePack: PolicyPack = {
  id: 'my-union-2026',
  layer: 'unit',
  region: '某某单位',
  documentNo: '某工〔2026〕1号',
  title: '某某工会经费使用标准',
  from: knownDay('2026-01-01'),
  to: null,
  verified: false,
  sourceNote: '从哪里录入、谁核对的。',
  limits: [],
}
