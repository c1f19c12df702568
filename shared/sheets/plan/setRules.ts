// Where plans collide: same number, place, leader or business (domain.md §4.2 J: 相互撞车、业务交叉重复).
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { coordinationDuties, house } from '../../policy/sources.ts'
import { samplePlan as plan } from './sample.ts'

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'plan/number-twice',
    severity: 'error',
    blocks: 'submit',
    citation: house('编号唯一'),
    title: words('计划编号不重复', '計劃編號不重複', 'Plan numbers are used once'),
    message: words(
      '计划编号 {key} 用了 {count} 次。请改成不重复的编号。',
      '計劃編號 {key} 用了 {count} 次。請改成不重複的編號。',
      'Plan number {key} is used {count} times. Give each plan its own.',
    ),
    set: { type: 'unique', key: ['planNo'], where: [] },
    examples: { valid: [[plan, { ...plan, planNo: 'JH-2026-02' }]], invalid: [[plan, plan]] },
  },
  {
    scope: 'set',
    code: 'plan/same-place',
    severity: 'warning',
    citation: coordinationDuties('四（一）避免相互撞车'),
    title: words('同一天同一场地撞车', '同一天同一場地撞車', 'Two plans begin at one place on one day'),
    message: words(
      '“{key}”有 {count} 项计划同一天在同一场地开始。请协调时间或场地。',
      '「{key}」有 {count} 項計劃同一天在同一場地開始。請協調時間或場地。',
      '{count} plans begin at “{key}”. Settle the time or the place.',
    ),
    set: { type: 'unique', key: ['from', 'venue'], where: [] },
    examples: {
      valid: [[plan, { ...plan, planNo: 'JH-2026-02', from: '2026-06-01' }]],
      invalid: [[plan, { ...plan, planNo: 'JH-2026-02' }]],
    },
  },
  {
    scope: 'set',
    code: 'plan/same-leader',
    severity: 'warning',
    citation: coordinationDuties('四（一）领导活动统筹'),
    title: words('同一天同一位领导撞车', '同一天同一位領導撞車', 'One leader is asked for twice on one day'),
    message: words(
      '“{key}”有 {count} 项计划同一天都请同一位领导。请统筹安排。',
      '「{key}」有 {count} 項計劃同一天都請同一位領導。請統籌安排。',
      '{count} plans ask for the same leader on the same day: “{key}”. Please arrange.',
    ),
    set: { type: 'unique', key: ['from', 'leader'], where: [] },
    examples: {
      valid: [[plan, { ...plan, planNo: 'JH-2026-02', leader: '副主席' }]],
      invalid: [[plan, { ...plan, planNo: 'JH-2026-02', venue: '礼堂' }]],
    },
  },
  {
    scope: 'set',
    code: 'plan/same-business',
    severity: 'warning',
    citation: coordinationDuties('四（一）业务交叉重复'),
    title: words('报了两次同一项计划', '報了兩次同一項計劃', 'The same plan twice'),
    message: words(
      '“{key}”报了 {count} 次。请明确一个主办部门，其余填到涉及部门。',
      '「{key}」報了 {count} 次。請明確一個主辦部門，其餘填到涉及部門。',
      '“{key}” is proposed {count} times. Put one department in the lead and name the others as involved.',
    ),
    set: { type: 'unique', key: ['title'], where: [] },
    examples: {
      valid: [[plan, { ...plan, planNo: 'JH-2026-02', title: '劳模座谈会' }]],
      invalid: [[plan, { ...plan, planNo: 'JH-2026-02', department: '宣教部', from: '2026-06-01' }]],
    },
  },
]
