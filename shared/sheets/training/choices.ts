// What training is about, for whom and in what form (domain.md §4.2 N, seed 002).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

export const topics: readonly Choice[] = [
  { value: '政策理论', label: words('政策理论', '政策理論', 'Policy'), synonyms: ['政治理论', '理论学习', '政策法规'] },
  {
    value: '工会业务',
    label: words('工会业务', '工會業務', 'Union work'),
    synonyms: ['工会工作', '业务知识', '工会基础知识'],
  },
  {
    value: '工资集体协商',
    label: words('工资集体协商', '工資集體協商', 'Collective bargaining'),
    synonyms: ['集体协商', '工资协商'],
  },
  {
    value: '财务经审',
    label: words('财务经审', '財務經審', 'Finance and audit'),
    synonyms: ['财务', '经审', '财会经审', '财会'],
  },
  { value: '信息', label: words('信息', '資訊', 'Information'), synonyms: ['信息写作', '信息宣传', '信息工作'] },
  { value: '女职工', label: words('女职工', '女職工', 'Women workers'), synonyms: ['女工', '女职工工作'] },
  { value: '劳动保护', label: words('劳动保护', '勞動保護', 'Labour protection'), synonyms: ['安全生产', '职业健康'] },
  { value: '职业技能', label: words('职业技能', '職業技能', 'Skills'), synonyms: ['技能', '岗位技能', '技能提升'] },
  { value: '其他', label: words('其他', '其他', 'Other'), synonyms: ['其它', '综合'] },
]

/** 岗位轮训 or 专项业务, and workers in general: decides the account. */
export const groups: readonly Choice[] = [
  {
    value: '工会主席副主席',
    label: words('工会主席副主席', '工會主席副主席', 'Chairs and deputies'),
    synonyms: ['主席副主席', '工会主席、副主席', '主席、副主席', '岗位轮训'],
  },
  {
    value: '专兼职工会干部',
    label: words('专兼职工会干部', '專兼職工會幹部', 'Union officers'),
    synonyms: ['工会干部', '专职工会干部', '兼职工会干部', '基层工会干部'],
  },
  {
    value: '专项业务人员',
    label: words('专项业务人员', '專項業務人員', 'Specialists'),
    synonyms: ['信息员', '财会经审人员', '财会人员', '经审人员', '专项业务'],
  },
  {
    value: '工会积极分子',
    label: words('工会积极分子', '工會積極分子', 'Activists'),
    synonyms: ['积极分子', '工会小组长'],
  },
  { value: '职工代表', label: words('职工代表', '職工代表', 'Delegates'), synonyms: ['会员代表', '职代会代表'] },
  {
    value: '职工',
    label: words('职工', '職工', 'Workers'),
    synonyms: ['会员', '全体职工', '一线职工', '农民工', '新职工'],
  },
]

export const forms: readonly Choice[] = [
  {
    value: '脱产授课',
    label: words('脱产授课', '脫產授課', 'Full-time course'),
    synonyms: ['脱产', '集中授课', '面授', '集中培训'],
  },
  { value: '研讨', label: words('研讨', '研討', 'Seminar'), synonyms: ['研讨班', '座谈研讨', '交流研讨'] },
  { value: '以会代训', label: words('以会代训', '以會代訓', 'With a meeting'), synonyms: ['会议培训'] },
  { value: '现场观摩', label: words('现场观摩', '現場觀摩', 'Visit'), synonyms: ['观摩', '参观学习', '现场教学'] },
  { value: '线上', label: words('线上', '線上', 'Online'), synonyms: ['网络', '网络培训', '线上培训', '视频'] },
]

export const outcomes: readonly Choice[] = [
  { value: '未开展', label: words('未开展', '未開展', 'Not begun'), synonyms: ['未完成', '计划中', '未启动'] },
  { value: '进行中', label: words('进行中', '進行中', 'Under way'), synonyms: ['正在进行', '在办'] },
  { value: '已完成', label: words('已完成', '已完成', 'Done'), synonyms: ['完成', '已举办', '√', '已办结'] },
  { value: '已取消', label: words('已取消', '已取消', 'Cancelled'), synonyms: ['取消', '停办', '不再举办'] },
]
