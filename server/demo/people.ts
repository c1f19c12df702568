// The people of the demonstration: one for each duty, so that every separation of duties can be seen at work.
import type { Role } from '#shared/definition/role.ts'
import type { DemoPerson } from './step.ts'

export interface DemoAccount {
  readonly name: DemoPerson
  readonly displayName: string
  readonly role: Role
  /** Where the grant is: the union above, or the one whose year it is. */
  readonly at: 'above' | 'here'
}

/** Everybody's. Shown where the demonstration is started; it runs on this machine only. */
export const demoPassword = 'tongbiao demonstration'

export const demoAdmin: DemoPerson = 'zhao'

export const demoAccounts: readonly DemoAccount[] = [
  { name: 'wang', displayName: '王会计', role: 'finance', at: 'here' },
  { name: 'li', displayName: '李干事', role: 'finance', at: 'here' },
  { name: 'qian', displayName: '钱出纳', role: 'cashier', at: 'here' },
  { name: 'sun', displayName: '孙秘书', role: 'secretary', at: 'here' },
  { name: 'chen', displayName: '陈主任', role: 'director', at: 'here' },
  { name: 'zhou', displayName: '周主席', role: 'chair', at: 'here' },
  { name: 'wu', displayName: '吴经审', role: 'auditor', at: 'here' },
  { name: 'he', displayName: '何主席', role: 'chair', at: 'above' },
]

export const unitAbove = '示例市总工会'
export const unitHere = '示例厂工会'
