// Is a workflow sound? States that are reached, transitions that somebody may do, needs and duties that name what exists.
import type { ColumnDefinition } from './column.ts'
import { checkWords, type Say } from './checkWords.ts'
import type { EvidenceNeed } from './evidenceNeed.ts'
import type { SheetDefinition } from './sheet.ts'
import type { StepFill, Transition } from './workflow.ts'

export function checkWorkflow(definition: SheetDefinition, say: Say): void {
  const { workflow } = definition
  const states = new Set(workflow.states.map((state) => state.name))
  const named = (state: string, path: string): void => {
    if (!states.has(state)) say(path, `no state ${state}`)
  }
  const column = (name: string, path: string): void => {
    if (definition.columns[name] === undefined) say(path, `no column ${name}`)
  }
  named(workflow.initial, 'workflow.initial')
  for (const state of workflow.states) checkWords(state.label, `workflow.states.${state.name}`, say)
  for (const transition of workflow.transitions) checkTransition(definition, transition, { say, named, column })
  for (const name of workflow.covered ?? []) column(name, 'workflow.covered')
  checkPermissions(definition, { say, named, column })
  checkEvents(definition, { say, named, column })
  checkReached(definition, say)
}

interface Looking {
  readonly say: Say
  readonly named: (state: string, path: string) => void
  readonly column: (name: string, path: string) => void
}

function checkTransition(definition: SheetDefinition, transition: Transition, looking: Looking): void {
  const { workflow } = definition
  const { say, named, column } = looking
  const path = `workflow.${transition.name}`
  checkWords(transition.label, `${path}.label`, say)
  named(transition.to, path)
  for (const state of transition.from) named(state, path)
  if (transition.by.length === 0) say(path, 'nobody may do it')
  if (workflow.transitions.filter(({ name }) => name === transition.name).length > 1) say(path, 'name used twice')
  for (const role of transition.expectedOf ?? [])
    if (!transition.by.includes(role)) say(path, `expected of ${role}, who may not do it`)
  for (const name of transition.fields ?? []) column(name, `${path}.fields`)
  checkFills(definition, transition, looking)
  for (const need of transition.needs ?? []) checkNeed(need, path, looking)
  for (const duty of transition.apart ?? []) {
    if (duty.type === 'beneficiary') column(duty.column, `${path}.apart`)
    if (duty.type === 'not-editor') for (const name of duty.columns) column(name, `${path}.apart`)
    if (duty.type === 'other-hand')
      for (const other of duty.transitions)
        if (!workflow.transitions.some(({ name }) => name === other)) say(`${path}.apart`, `no transition ${other}`)
  }
  const { emergency } = transition
  if (!emergency) return
  if (emergency.by.length === 0) say(`${path}.emergency`, 'nobody may take it')
  if (emergency.consulted < 2) say(`${path}.emergency`, 'at least two people are consulted')
  if (emergency.ratifyHours <= 0) say(`${path}.emergency`, 'no time to ratify')
}

/** What a step writes changes neither whose a row is nor what evidence is bound to. */
function checkFills(definition: SheetDefinition, { name, fills = {}, emergency }: Transition, looking: Looking): void {
  const { workflow, naturalKey, columns } = definition
  const path = `workflow.${name}.fills`
  for (const [key, fill] of Object.entries(fills)) {
    looking.column(key, path)
    if (naturalKey.includes(key) || workflow.ownerColumn === key) looking.say(path, `${key} says which row it is`)
    if (workflow.covered?.includes(key) === true) looking.say(path, `${key} is covered by evidence`)
    if (!holds(columns[key], fill)) looking.say(path, `${key} cannot hold what the step writes`)
    if (emergency) looking.say(path, 'an emergency that is taken back would leave it')
  }
}

function holds(column: ColumnDefinition | undefined, fill: StepFill): boolean {
  if (fill === 'blank') return true
  if (typeof fill === 'string') return column?.type === (fill === 'today' ? 'date' : 'text')
  return column?.type === 'choice' && column.choices?.some(({ value }) => value === fill.value) === true
}

function checkNeed(need: EvidenceNeed, path: string, { say, column }: Looking): void {
  if (need.by?.length === 0) say(`${path}.needs`, 'nobody may file it')
  if (need.when?.type === 'sum') column(need.when.column, `${path}.needs`)
  if (need.when?.type === 'rows') for (const part of need.when.where) column(part.column, `${path}.needs`)
  if (need.type === 'discussion' && (need.attendance <= 0 || need.attendance > 100))
    say(`${path}.needs`, 'attendance is a percentage')
  if (need.type === 'notice' && need.workingDays < 3)
    say(`${path}.needs`, 'a notice stands for at least 3 working days')
  if (need.type === 'consultation' && need.minimum < 1) say(`${path}.needs`, 'consult somebody')
  if (need.type === 'inquiry') checkWords(need.label, `${path}.needs.${need.topic}`, say)
}

function checkPermissions({ workflow }: SheetDefinition, { say, named, column }: Looking): void {
  for (const permission of workflow.permissions) {
    const path = `permissions.${permission.role}`
    for (const state of permission.states) named(state, path)
    if (permission.role === 'admin') say('permissions.admin', 'an admin has no business rights')
    if (
      permission.role === 'auditor' &&
      permission.actions.some((action) => action === 'create' || action === 'update' || action === 'delete')
    )
      say(path, 'an auditor writes no rows')
    for (const name of permission.columns ?? []) column(name, path)
    if (permission.reach === 'own' && workflow.ownerColumn === undefined) say(path, 'reach own needs ownerColumn')
  }
}

function checkEvents({ workflow, rules }: SheetDefinition, { say, named }: Looking): void {
  for (const event of workflow.events ?? []) {
    const path = `workflow.events.${event.name}`
    checkWords(event.label, path, say)
    if (event.by.length === 0) say(path, 'nobody may log it')
    for (const state of event.states) named(state, path)
    for (const code of event.settles ?? [])
      if (!rules.some((rule) => rule.scope === 'row' && rule.code === code))
        say(`${path}.settles`, `no row rule ${code}`)
    for (const field of event.fields) {
      checkWords(field.label, `${path}.${field.key}`, say)
      if ((field.type === 'choice') !== (field.choices?.length ?? 0) > 0)
        say(`${path}.${field.key}`, 'choices belong to type choice, and only there')
    }
  }
}

function checkReached({ workflow }: SheetDefinition, say: Say): void {
  const reached = new Set([workflow.initial])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const transition of workflow.transitions)
      if (transition.from.some((state) => reached.has(state))) reached.add(transition.to)
  }
  for (const { name } of workflow.states) if (!reached.has(name)) say('workflow.states', `${name} is never reached`)
}
