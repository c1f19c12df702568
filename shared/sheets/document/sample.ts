// Sound rows of the three registers, from which the examples of rules are made.
import type { Values } from '../../kernel/value.ts'

export const sampleIncoming: Values = {
  direction: '收文',
  registerNo: '2026-001',
  date: '2026-02-10',
  organ: '市总工会',
  docNo: '市工〔2026〕3号',
  title: '关于开展职工之家建设的通知',
  copies: 1,
  secrecy: '普通',
  urgency: '平件',
  proposal: '请组织部提出意见',
  instruction: '同意拟办意见',
  lead: '组织部',
  due: '2026-03-20',
}

export const sampleOutgoing: Values = {
  direction: '发文',
  registerNo: '2026-001',
  date: '2026-02-12',
  organ: '某公司工会',
  docNo: '某工〔2026〕1号',
  title: '关于印发工作要点的通知',
  drafter: '甲某',
  checker: '乙某',
  signer: '丙某',
  mainTo: '各分工会',
}

export const sampleVisit: Values = {
  direction: '来访',
  registerNo: '2026-01',
  date: '2026-02-10',
  title: '反映加班工资问题',
  visitor: '丁某',
  host: '甲某',
  informedOn: '2026-02-15',
  lead: '权益保障部',
}
