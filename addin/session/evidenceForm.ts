// The forms for evidence as data: which fields each sort has, and how what was typed becomes the evidence.
import { bodies, type EvidenceNeed } from '#shared/definition/evidenceNeed.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { parsePlainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { discussionForms, type EvidenceContent } from '#shared/review/evidence.ts'
import type { Strings } from '../strings/zh-Hans.ts'

export type FieldName = keyof Strings['review']['field']

export interface FormField {
  readonly name: FieldName
  readonly type: 'text' | 'long' | 'date' | 'number' | 'form'
}

/** What one need asks to be typed in. */
export type FiledNeed = Exclude<EvidenceNeed, { readonly type: 'objections-closed' }>

export const evidenceFields: Readonly<Record<FiledNeed['type'], readonly FormField[]>> = {
  resolution: [
    { name: 'term', type: 'text' },
    { name: 'meeting', type: 'text' },
    { name: 'date', type: 'date' },
    { name: 'expected', type: 'number' },
    { name: 'present', type: 'number' },
    { name: 'agreed', type: 'number' },
    { name: 'summary', type: 'long' },
  ],
  discussion: [
    { name: 'form', type: 'form' },
    { name: 'date', type: 'date' },
    { name: 'expected', type: 'number' },
    { name: 'present', type: 'number' },
    { name: 'opinions', type: 'long' },
  ],
  notice: [
    { name: 'from', type: 'date' },
    { name: 'to', type: 'date' },
    { name: 'place', type: 'text' },
    { name: 'contact', type: 'text' },
  ],
  document: [
    { name: 'number', type: 'text' },
    { name: 'date', type: 'date' },
    { name: 'issuer', type: 'text' },
    { name: 'title', type: 'text' },
  ],
  consultation: [
    { name: 'date', type: 'date' },
    { name: 'persons', type: 'long' },
  ],
  inquiry: [
    { name: 'date', type: 'date' },
    { name: 'people', type: 'long' },
    { name: 'result', type: 'long' },
  ],
}

/** Each sort of evidence that some step of the kind asks for, once; the body and the topic tell like ones apart. */
export function filedNeeds({ workflow }: SheetDefinition): readonly FiledNeed[] {
  const needs = new Map<string, FiledNeed>()
  for (const { needs: asked } of workflow.transitions)
    for (const need of asked ?? []) if (need.type !== 'objections-closed') needs.set(needKey(need), need)
  return [...needs.values()]
}

export function needKey(need: FiledNeed): string {
  if (need.type === 'resolution') return `resolution ${need.body}`
  return need.type === 'inquiry' ? `inquiry ${need.topic}` : need.type
}

export type Draft = Readonly<Partial<Record<FieldName, string>>>

/** undefined: a date or a number is missing or none. What is blank or does not add up is found by checkEntry. */
export function toContent(need: FiledNeed, draft: Draft): EvidenceContent | undefined {
  const text = (name: FieldName): string => (draft[name] ?? '').trim()
  const day = (name: FieldName): PlainDate | undefined => parsePlainDate(text(name))
  const number = (name: FieldName): number | undefined => toNumber(text(name))
  const date = day('date')
  const [expected, present, agreed] = [number('expected'), number('present'), number('agreed')]
  switch (need.type) {
    case 'resolution': {
      const body = bodies.find((known) => known === need.body)
      if (!body || !date || expected === undefined || present === undefined || agreed === undefined) return undefined
      const words = { term: text('term'), meeting: text('meeting'), summary: text('summary') }
      return { type: 'resolution', body, date, expected, present, agreed, ...words }
    }
    case 'discussion': {
      const form = discussionForms.find((known) => known === text('form')) ?? 'groups'
      if (!date || expected === undefined || present === undefined) return undefined
      const opinions = pairs(text('opinions')).map(([opinion, disposition]) => ({ text: opinion, disposition }))
      return { type: 'discussion', form, date, expected, present, opinions }
    }
    case 'notice': {
      const [from, to] = [day('from'), day('to')]
      return from && to ? { type: 'notice', from, to, place: text('place'), contact: text('contact') } : undefined
    }
    case 'document':
      return date && { type: 'document', number: text('number'), date, issuer: text('issuer'), title: text('title') }
    case 'consultation':
      return date && { type: 'consultation', date, persons: toPersons(text('persons')) }
    case 'inquiry':
      return (
        date && { type: 'inquiry', topic: need.topic, date, persons: lines(text('people')), result: text('result') }
      )
  }
}

/** Fields that hold up `toContent`, in the order of the form: dates and numbers that are missing or none. */
export function unreadFields(need: FiledNeed, draft: Draft): readonly FormField[] {
  return evidenceFields[need.type].filter(({ name, type }) => {
    const text = (draft[name] ?? '').trim()
    if (type === 'date') return parsePlainDate(text) === undefined
    return type === 'number' && toNumber(text) === undefined
  })
}

function toNumber(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

export function toPersons(text: string): readonly { readonly name: string; readonly opinion: string }[] {
  return pairs(text).map(([name, opinion]) => ({ name, opinion }))
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** `甲：同意` → [甲, 同意]; without a colon the second part is blank. */
function pairs(text: string): readonly (readonly [string, string])[] {
  return lines(text).map((line) => {
    const at = line.search(/[:：]/)
    return at === -1 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  })
}
