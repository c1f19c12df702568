// 简体中文：不相容职务的豁免。
import type { DutyCode } from '#shared/definition/duty.ts'

export const exemptionStrings = {
  title: '不相容职务的豁免',
  hint: '人少的单位一时配不齐岗位时，主席可以声明：哪些人、在多长时间内、可以兼办哪几项本应分开的职务。声明人不能豁免自己；经审、回避和大额资金的自拟自批不能豁免。每次按豁免办理都会注明，声明和撤销都进审计链。',
  loading: '正在取回豁免',
  none: '没有豁免。',
  unit: '单位',
  persons: '被豁免的人',
  noPersons: '本单位没有可以豁免的人。',
  excuses: '可以由同一人办理',
  grantHint: '选了兼任的，还要请管理员授予其中一项权限，起止日期在豁免期内；豁免到期或撤销，这项权限随之失效。',
  from: '起',
  to: '止（含当日，最长一年）',
  reason: '事由',
  declare: '声明豁免',
  declaring: '正在声明豁免',
  declared: (to: string) => `已声明，到 ${to} 为止。`,
  revoke: '撤销',
  revokeNamed: (names: string) => `撤销${names}的豁免`,
  revoking: '正在撤销豁免',
  revoked: '已撤销，立即失效；只为豁免期授予的权限一并收回。',
  revokedBy: (name: string, at: string) => `${name} 于 ${at} 撤销`,
  line: (unit: string, names: string) => `${unit} · ${names}`,
  days: (from: string, to: string) => `${from} 至 ${to}`,
  declaredBy: (name: string) => `${name}声明`,
  both: (first: string, second: string) => `${first}兼${second}`,
  duties: {
    'own-draft': '编制与审批',
    'two-levels': '两级审批',
    pay: '审批、验收与付款',
    editor: '填写收款信息与办理付款',
    period: '关账与重开',
    beneficiary: '本人事项的审批',
  } satisfies Record<DutyCode, string>,
  under: '按豁免办理',
  underWhat: (what: string) => `按豁免（${what}）办理`,
  warning: (what: string, by: string, until: string, reason: string) =>
    `${what}：本应由不同的人分别承担，这一步按豁免由您办理。${by}声明，到 ${until} 为止，事由：${reason}。办理记录会注明。`,
  state: { coming: '未开始', standing: '有效', ended: '已到期', revoked: '已撤销' },
}

export type ExemptionStrings = typeof exemptionStrings
