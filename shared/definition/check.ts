// Is a sheet definition sound? Every fault in words for its author; an empty list means yes.
import { normalizeHeader } from '../kernel/text.ts'
import type { Condition } from './condition.ts'
import type { DefinitionFault } from './fault.ts'
import { checkLinked, ownLinkedColumns } from './checkLinked.ts'
import { checkWords, type Say } from './checkWords.ts'
import { checkWorkflow } from './checkWorkflow.ts'
import type { Rule, SetCheck } from './rule.ts'
import type { SheetDefinition } from './sheet.ts'

/** A normalized spelling that leads to two columns is ambiguous, unless the two never stand in one file (declared optional). */
function checkSynonyms(definition: SheetDefinition, say: Say): void {
  const owner = new Map<string, string>()
  for (const [key, column] of Object.entries(definition.columns)) {
    const spellings = new Set(
      [...Object.values(column.label), ...column.synonyms].map((text) => normalizeHeader(text).text),
    )
    for (const text of spellings) {
      if (text === '') say(`columns.${key}`, 'a synonym is empty after normalisation')
      const other = owner.get(text)
      if (other !== undefined && other !== key) say(`columns.${key}.synonyms`, `“${text}” also leads to ${other}`)
      owner.set(text, key)
    }
    const choices = new Map<string, string>()
    for (const choice of column.choices ?? [])
      for (const spelling of new Set([choice.value, ...choice.synonyms].map((text) => normalizeHeader(text).text))) {
        const taken = choices.get(spelling)
        if (taken !== undefined && taken !== choice.value)
          say(`columns.${key}.choices`, `“${spelling}” is both ${taken} and ${choice.value}`)
        choices.set(spelling, choice.value)
      }
  }
}

function checkColumns(definition: SheetDefinition, say: Say): void {
  for (const [key, column] of Object.entries(definition.columns)) {
    const path = `columns.${key}`
    if (!/^[a-z][A-Za-z0-9]*$/.test(key)) say(path, 'keys are camelCase')
    checkWords(column.label, `${path}.label`, say)
    checkWords(column.description, `${path}.description`, say)
    if ((column.type === 'choice') !== (column.choices?.length ?? 0) > 0)
      say(path, 'choices belong to type choice, and only there')
    if ((column.merge === 'derived') !== (column.compute !== undefined))
      say(path, 'derived columns, and only they, have compute')
    if (column.formula !== undefined && column.compute === undefined) say(path, 'a formula needs compute')
    for (const match of column.formula?.matchAll(/\{(\w+)\}/g) ?? [])
      if (definition.columns[match[1] ?? ''] === undefined) say(`${path}.formula`, `no column ${match[1]}`)
    if (column.type === 'money' && !['money', 'derived', 'sensitive'].includes(column.merge))
      say(path, 'money merges as money')
    if (column.mask !== undefined) checkMask(definition, key, (fault) => say(path, fault))
    if (column.minimum !== undefined && column.maximum !== undefined && column.minimum > column.maximum)
      say(path, 'minimum above maximum')
  }
}

/** A masked cell stays as it is shown until somebody who may edits it: nothing may be found, joined or added up by it. */
function checkMask(definition: SheetDefinition, key: string, say: (fault: string) => void): void {
  const column = definition.columns[key]
  if (column === undefined || column.fieldClass === 'sensitive') return
  if (column.type !== 'text' && column.type !== 'code') say('a mask needs text')
  if (column.merge !== 'free' || column.required) say('a masked column is free and may be blank')
  const { naturalKey, atomicSets, workflow, rules } = definition
  if (naturalKey.includes(key) || atomicSets.flat().includes(key) || workflow.ownerColumn === key)
    say('a masked column is no key, no owner and in no atomic set')
  for (const rule of rules) {
    if ((rule.scope !== 'set' && rule.scope !== 'linked') || !ruleColumns(rule, definition.kind).includes(key)) continue
    // that two are the same may be said, what they are may not
    if (rule.scope === 'linked' || rule.set.type !== 'unique') say(`${rule.code} adds up by a masked column`)
    if (/\{(group|key)\}/.test(rule.message['zh-Hans'])) say(`${rule.code} names what stands in a masked column`)
  }
}

const conditionColumns = (condition: Condition): readonly string[] => condition.map((part) => part.column)

function setColumns(check: SetCheck): readonly string[] {
  switch (check.type) {
    case 'unique':
      return [...check.key, ...conditionColumns(check.where)]
    case 'sum':
      return [...check.groupBy, ...check.terms.flatMap((term) => [term.column, ...conditionColumns(term.where)])]
    case 'count':
      return [...check.groupBy, ...conditionColumns(check.where)]
    case 'alike':
      return [...check.groupBy, check.column, ...conditionColumns(check.where)]
    case 'compareSums':
      return [
        ...check.groupBy,
        ...[...check.left, ...check.right].flatMap((term) => [term.column, ...conditionColumns(term.where)]),
        ...conditionColumns(check.onlyWhere ?? []),
      ]
  }
}

function ruleColumns(rule: Rule, kind: string): readonly string[] {
  switch (rule.scope) {
    case 'field':
      return [rule.column]
    case 'row':
      return rule.columns
    case 'set':
      return setColumns(rule.set)
    case 'linked':
      return ownLinkedColumns(rule.linked, kind)
  }
}

function checkRules(definition: SheetDefinition, say: Say): void {
  const codes = new Set<string>()
  for (const rule of definition.rules) {
    const path = `rules.${rule.code}`
    if (codes.has(rule.code)) say(path, 'code used twice')
    codes.add(rule.code)
    if (!rule.code.startsWith(`${definition.kind}/`)) say(path, `codes begin with ${definition.kind}/`)
    checkWords(rule.title, `${path}.title`, say)
    checkWords(rule.message, `${path}.message`, say)
    if (rule.citation.source === '' || rule.citation.clause === '') say(path, 'no citation')
    if (rule.examples.valid.length === 0 || rule.examples.invalid.length === 0)
      say(path, 'needs a valid and an invalid example')
    if (rule.severity === 'error' && rule.blocks === undefined) say(path, 'an error says what it blocks')
    if (rule.severity === 'error' && rule.citation.certainty === 'memory-medium')
      say(path, 'an uncertain source never blocks')
    if (rule.scope === 'row')
      for (const name of rule.at ?? [])
        if (!definition.workflow.transitions.some((transition) => transition.name === name))
          say(path, `no transition ${name}`)
    if (rule.scope === 'linked') checkLinked(definition, rule, (fault) => say(path, fault))
    for (const column of ruleColumns(rule, definition.kind))
      if (definition.columns[column] === undefined) say(path, `no column ${column}`)
  }
}

function checkLayout(definition: SheetDefinition, say: Say): void {
  const { layout } = definition
  const known = (column: string, path: string): void => {
    if (definition.columns[column] === undefined) say(path, `no column ${column}`)
  }
  for (const column of layout.columns) known(column, 'layout.columns')
  for (const group of layout.groups)
    for (const column of group.columns)
      if (!layout.columns.includes(column)) say('layout.groups', `${column} is not printed`)
  const sections = new Set(layout.sections.map((section) => section.key))
  for (const section of layout.sections) {
    for (const column of [...conditionColumns(section.where), ...Object.keys(section.sets)])
      known(column, `layout.sections.${section.key}`)
  }
  for (const total of layout.totals) {
    if (total.after !== undefined && !sections.has(total.after))
      say(`layout.totals.${total.key}`, `no section ${total.after}`)
    for (const column of [...total.columns, ...total.terms.flatMap((term) => conditionColumns(term.where))])
      known(column, `layout.totals.${total.key}`)
  }
  if (layout.leadAmount !== undefined) known(layout.leadAmount, 'layout.leadAmount')
  if (layout.hierarchy) known(layout.hierarchy.column, 'layout.hierarchy')
  for (const column of definition.naturalKey) known(column, 'naturalKey')
  for (const column of Object.values(definition.person ?? {})) known(column, 'person')
  for (const { groupBy, total, where, part, name } of definition.shares ?? [])
    for (const column of [
      ...groupBy,
      total.column,
      ...conditionColumns(total.where),
      ...conditionColumns(where),
      part,
      name,
    ])
      known(column, 'shares')
  const { series } = definition
  if (series !== undefined)
    for (const column of [...series.person, ...series.issue, series.amount, series.name]) known(column, 'series')
  for (const [key, column] of Object.entries(definition.columns))
    if (
      !layout.columns.includes(key) &&
      column.optionalColumn !== true &&
      column.required &&
      layout.sections.every((section) => !(key in section.sets))
    )
      say('layout.columns', `required column ${key} is not printed`)
}

function checkUpgrades(definition: SheetDefinition, say: Say): void {
  const steps = definition.upgrades.map((upgrade) => upgrade.to)
  for (let version = 2; version <= definition.version; version++)
    if (!steps.includes(version)) say('upgrades', `no upgrade to ${version}`)
}

export function checkDefinition(definition: SheetDefinition): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = []
  const say: Say = (path, fault) => faults.push({ path: `${definition.kind}.${path}`, fault })
  checkWords(definition.title, 'title', say)
  checkWords(definition.description, 'description', say)
  checkColumns(definition, say)
  checkSynonyms(definition, say)
  checkRules(definition, say)
  checkLayout(definition, say)
  checkWorkflow(definition, say)
  checkUpgrades(definition, say)
  return faults
}
