// What Microsoft's documentation of the add-in manifest (schema 1.1, VersionOverrides 1.0) asks for, as data.

/** Children of `OfficeApp`, in the only order that loads. */
export const rootOrder: readonly string[] = [
  'Id',
  'AlternateId',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'AppDomains',
  'Hosts',
  'Requirements',
  'DefaultSettings',
  'Permissions',
  'VersionOverrides',
]

/** Those that may be left out. */
export const optionalChildren: ReadonlySet<string> = new Set(['AlternateId', 'AppDomains', 'Requirements'])

export const overridesOrder: readonly string[] = ['Description', 'Requirements', 'Hosts', 'Resources']
export const resourcesOrder: readonly string[] = ['Images', 'Urls', 'ShortStrings', 'LongStrings']

/** In characters. */
export const limits = { displayName: 125, description: 250, shortString: 125, longString: 250, url: 2048, resid: 32 }

/** Pixels of a command's icons; each control needs all three. */
export const commandIconSizes: readonly string[] = ['16', '32', '80']

/** What is said in every language of ours; the default is DefaultLocale itself. */
export const wantedLocales: readonly string[] = ['en-US', 'zh-TW']
