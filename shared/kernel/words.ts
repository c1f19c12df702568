// Text for people, in the three languages of the product.

export type Locale = 'zh-Hans' | 'zh-Hant' | 'en'

export const locales: readonly Locale[] = ['zh-Hans', 'zh-Hant', 'en']

export type Words = Readonly<{ [L in Locale]: string }>

/** @param hans 简体, the leading text; @param hant 繁體; @param en English */
export function words(hans: string, hant: string, en: string): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en }
}

/** Facts named by a message's `{places}`; money comes as text already formatted by the rule that says it. */
export type Params = Readonly<Record<string, string | number>>

/** Puts `params` into the `{places}` of `template`; a place without a param stays visible. */
export function fillPlaces(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  )
}
