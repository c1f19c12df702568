// 简体, 繁體, English: each in its own words.
import { Select } from '@fluentui/react-components'
import { locales } from '#shared/kernel/words.ts'
import { isLocale, useLanguage } from '../session/useLanguage.ts'
import { localeNames } from '../strings/load.ts'

export function LanguageChoice() {
  const { t, locale, choose } = useLanguage()
  return (
    <Select
      size="small"
      aria-label={t.language}
      value={locale}
      onChange={(_, data) => isLocale(data.value) && choose(data.value)}
    >
      {locales.map((each) => (
        <option key={each} value={each} lang={each}>
          {localeNames[each]}
        </option>
      ))}
    </Select>
  )
}
