// Words of the histories of a cell and of lights, and of 看全, in every language: with the pages that need them, not with the first one.
import type { Locale } from '#shared/kernel/words.ts'
import { historyStrings as en } from './en.history.ts'
import { historyStrings as hans, type HistoryStrings } from './zh-Hans.history.ts'
import { historyStrings as hant } from './zh-Hant.history.ts'

export const historyStrings: Readonly<Record<Locale, HistoryStrings>> = { 'zh-Hans': hans, 'zh-Hant': hant, en }
