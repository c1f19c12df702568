// Words of 授权 and 回避 in every language: with the pages that need them, not with the first one.
import type { Locale } from '#shared/kernel/words.ts'
import { rightStrings as en } from './en.rights.ts'
import { rightStrings as hans, type RightStrings } from './zh-Hans.rights.ts'
import { rightStrings as hant } from './zh-Hant.rights.ts'

export const rightStrings: Readonly<Record<Locale, RightStrings>> = { 'zh-Hans': hans, 'zh-Hant': hant, en }
