// What union money is spent on, below the statutory accounts: the tags that limits speak of (domain.md §1.3).

/** 50105 alone mixes outings (held to a multiple of the dues) with condolences (held to an amount per head). */
export const purposeTags = [
  '节日慰问',
  '生日慰问',
  '结婚慰问',
  '生育慰问',
  '住院慰问',
  '丧葬慰问(会员)',
  '丧葬慰问(直系亲属)',
  '退休离岗慰问',
  '入会慰问',
  '观影观演',
  '春秋游',
  '公园年票',
  '文体活动',
  '职工教育',
  '技能竞赛',
  '疗休养',
  '困难帮扶',
  '送温暖',
  '其他',
] as const

export type PurposeTag = (typeof purposeTags)[number]

/** Things a limit may speak of that are no purpose of a single payment. */
export const limitSubjects = [...purposeTags, '预算批准前支出', '预备费'] as const

export type LimitSubject = (typeof limitSubjects)[number]

/** 重大节日 of 全国年节及纪念日放假办法: the days the whole people has off; `民族节日` stands for those that an autonomous region has approved. */
export const festivals = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆', '民族节日'] as const

export type Festival = (typeof festivals)[number]
