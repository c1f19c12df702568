// Whose it is to file what a step needs.
import type { EvidenceNeed } from './evidenceNeed.ts'
import { roles, type Role } from './role.ts'
import type { Workflow } from './workflow.ts'

/** Roles that may file it: those the need names, else the auditor for the audit body, else whoever makes transitions. */
export function filedBy(need: EvidenceNeed, workflow: Workflow): readonly Role[] {
  if (need.by !== undefined) return need.by
  if (need.type === 'resolution' && need.body === 'audit') return ['auditor']
  return roles.filter((role) => workflow.transitions.some(({ by }) => by.includes(role)))
}
