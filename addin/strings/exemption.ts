// Words of 豁免 in every language: with the pages that need them, not with the first one.
import type { Locale } from '#shared/kernel/words.ts'
import { exemptionStrings as en } from './en.exemption.ts'
import { exemptionStrings as hans, type ExemptionStrings } from './zh-Hans.exemption.ts'
import { exemptionStrings as hant } from './zh-Hant.exemption.ts'

export const exemptionStrings: Readonly<Record<Locale, ExemptionStrings>> = { 'zh-Hans': hans, 'zh-Hant': hant, en }
