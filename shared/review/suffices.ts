// Is a piece of evidence enough for what a transition needs?
import type { EvidenceNeed } from '../definition/evidenceNeed.ts'
import { filedBy } from '../definition/filedBy.ts'
import { roles, type Role } from '../definition/role.ts'
import type { RuleContext } from '../definition/rule.ts'
import type { Workflow } from '../definition/workflow.ts'
import { workingDaysBetween } from '../kernel/workingCalendar.ts'
import type { EvidenceContent } from './evidence.ts'

/** What is dated later than today has not happened yet. */
export function suffices(need: EvidenceNeed, content: EvidenceContent, { today, calendar }: RuleContext): boolean {
  switch (need.type) {
    case 'resolution':
      return (
        content.type === 'resolution' &&
        content.body === need.body &&
        content.date <= today &&
        content.agreed * 2 > content.expected
      )
    case 'discussion':
      return (
        content.type === 'discussion' &&
        content.date <= today &&
        content.present * 100 >= need.attendance * content.expected &&
        content.opinions.every(({ disposition }) => disposition.trim() !== '')
      )
    case 'notice':
      return (
        content.type === 'notice' &&
        content.to < today &&
        workingDaysBetween(calendar, content.from, content.to) >= need.workingDays
      )
    case 'document':
      return content.type === 'document' && content.date <= today
    case 'consultation':
      return (
        content.type === 'consultation' &&
        content.date <= today &&
        new Set(content.persons.filter(({ opinion }) => opinion.trim() !== '').map(({ name }) => name.trim())).size >=
          need.minimum
      )
    case 'inquiry':
      return content.type === 'inquiry' && content.topic === need.topic && content.date <= today
    case 'objections-closed':
      return false
  }
}

/** Roles that may file evidence of this sort for the kind: of any transition that asks for it; [] when none does. */
export function filersOf(workflow: Workflow, content: EvidenceContent): readonly Role[] {
  const asked = workflow.transitions
    .flatMap(({ needs }) => needs ?? [])
    .filter(
      (need) =>
        need.type === content.type &&
        (need.type !== 'resolution' || content.type !== 'resolution' || need.body === content.body) &&
        (need.type !== 'inquiry' || content.type !== 'inquiry' || need.topic === content.topic),
    )
  const allowed = new Set(asked.flatMap((need) => filedBy(need, workflow)))
  return roles.filter((role) => allowed.has(role))
}
