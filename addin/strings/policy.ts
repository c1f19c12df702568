// Words of policy packs and of issues compared in every language: with the pages that need them, not with the first one.
import type { Locale } from '#shared/kernel/words.ts'
import { policyStrings as en } from './en.policy.ts'
import { policyStrings as hans, type PolicyStrings } from './zh-Hans.policy.ts'
import { policyStrings as hant } from './zh-Hant.policy.ts'

export const policyStrings: Readonly<Record<Locale, PolicyStrings>> = { 'zh-Hans': hans, 'zh-Hant': hant, en }
