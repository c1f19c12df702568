// How heavy a broken rule weighs: by itself, or by the pack whose limit was passed.
import { isOverLimit, type OverLimit, type ResolvedLimit } from '../definition/limit.ts'
import type { Rule } from '../definition/rule.ts'
import type { Finding } from '../kernel/finding.ts'
import type { Params } from '../kernel/words.ts'

/** Only a limit of a pack that an admin has confirmed may stop anybody; any other is said as a warning at most. */
export function severityOf(
  rule: Pick<Rule, 'severity'>,
  { confirmed }: Pick<ResolvedLimit, 'confirmed'>,
): Finding['severity'] {
  return rule.severity === 'error' && !confirmed ? 'warning' : rule.severity
}

export function judged(
  rule: Pick<Rule, 'severity' | 'citation'>,
  answer: Params | OverLimit,
): Pick<Finding, 'severity' | 'params' | 'citation'> {
  if (!isOverLimit(answer)) return { severity: rule.severity, params: answer, citation: rule.citation }
  return { severity: severityOf(rule, answer.over), params: answer.params, citation: answer.over.citation }
}
