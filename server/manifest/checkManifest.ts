// Holds a manifest against what Excel refuses in silence: order, ids, addresses, lengths, icons, languages. Needs no network.
import {
  commandIconSizes,
  limits,
  optionalChildren,
  overridesOrder,
  resourcesOrder,
  rootOrder,
  wantedLocales,
} from './manifestRules.ts'
import { childNamed, nodesBelow, readManifest, type ManifestNode } from './readManifest.ts'

/** One sentence per fault; empty: none was found. */
export function checkManifest(manifest: string): readonly string[] {
  const root = readManifest(manifest)
  if (root === undefined) return ['The manifest is not well-formed XML.']
  if (root.name !== 'OfficeApp') return [`The root element is ${root.name}, not OfficeApp.`]
  const overrides = childNamed(root, 'VersionOverrides')
  return [
    ...checkOrder(root, rootOrder),
    ...rootOrder
      .filter((name) => !optionalChildren.has(name) && childNamed(root, name) === undefined)
      .map((name) => `OfficeApp has no ${name}.`),
    ...(overrides ? [...checkOrder(overrides, overridesOrder), ...checkCommands(overrides)] : []),
    ...checkIdentity(root),
    ...checkAddresses(root),
    ...checkWords(root),
  ]
}

function checkOrder(node: ManifestNode, order: readonly string[]): readonly string[] {
  const unknown = node.children.filter(({ name }) => !order.includes(name))
  const places = node.children.map(({ name }) => order.indexOf(name)).filter((place) => place >= 0)
  const isSorted = places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1))
  return [
    ...unknown.map(({ name }) => `${node.name} may not contain ${name}.`),
    ...(isSorted ? [] : [`The children of ${node.name} must stand once each, in the order ${order.join(', ')}.`]),
  ]
}

function checkIdentity(root: ManifestNode): readonly string[] {
  const id = childNamed(root, 'Id')?.text ?? ''
  const version = childNamed(root, 'Version')?.text ?? ''
  return [
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? [] : [`Id is no GUID: ${id}`]),
    ...(/^\d+(\.\d+){1,3}$/.test(version) ? [] : [`Version is not like 1.0.0.0: ${version}`]),
  ]
}

/** Every address is https, of one origin, and short enough. */
function checkAddresses(root: ManifestNode): readonly string[] {
  const addresses = [...nodesBelow(root)].flatMap((node) => {
    const isAddress = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Image', 'Url'].includes(
      node.name,
    )
    const address = node.attributes.get('DefaultValue')
    return isAddress && address !== undefined ? [address] : []
  })
  const origins = new Set(addresses.flatMap((address) => (URL.canParse(address) ? [new URL(address).origin] : [])))
  return [
    ...addresses
      .filter((address) => !address.startsWith('https://') || !URL.canParse(address))
      .map((address) => `Not an https address: ${address}`),
    ...addresses.filter((address) => address.length > limits.url).map((address) => `Address too long: ${address}`),
    ...(origins.size > 1 ? [`Addresses of several servers: ${[...origins].join(', ')}`] : []),
  ]
}

const lengths: Readonly<Record<string, number>> = { DisplayName: limits.displayName, Description: limits.description }

/** Lengths, and each text in every language. */
function checkWords(root: ManifestNode): readonly string[] {
  const strings = [...nodesBelow(root)].filter(
    ({ name, attributes }) => attributes.has('DefaultValue') && (name === 'String' || Object.hasOwn(lengths, name)),
  )
  const short = new Set([...nodesBelow(root)].find(({ name }) => name === 'ShortStrings')?.children ?? [])
  return strings.flatMap((node) => {
    const called = node.attributes.get('id') ?? node.name
    const most = lengths[node.name] ?? (short.has(node) ? limits.shortString : limits.longString)
    const overrides = node.children.filter(({ name }) => name === 'Override')
    const locales = overrides.map(({ attributes }) => attributes.get('Locale') ?? '')
    const texts = [
      node.attributes.get('DefaultValue') ?? '',
      ...overrides.map(({ attributes }) => attributes.get('Value') ?? ''),
    ]
    return [
      ...texts.filter((text) => text.trim() === '').map(() => `${called} has a blank text.`),
      ...texts.filter((text) => text.length > most).map((text) => `${called} is longer than ${most}: ${text}`),
      ...wantedLocales.filter((locale) => !locales.includes(locale)).map((locale) => `${called} is not in ${locale}.`),
      ...locales
        .filter((locale, at) => locales.indexOf(locale) !== at)
        .map((locale) => `${called} is twice in ${locale}.`),
    ]
  })
}

/** Ids resolve, are unique and short; every control has its three icons; functions have names that can be called. */
function checkCommands(overrides: ManifestNode): readonly string[] {
  const resources = childNamed(overrides, 'Resources')
  if (resources === undefined) return ['VersionOverrides has no Resources.']
  const all = [...nodesBelow(overrides)]
  const defined = [...nodesBelow(resources)].flatMap(({ attributes }) => attributes.get('id') ?? [])
  const used = all.flatMap(({ attributes }) => attributes.get('resid') ?? [])
  const controls = all.filter(
    ({ name }) => name === 'Control' || name === 'Group' || name === 'Runtime' || name === 'FunctionFile',
  )
  const ids = all.flatMap((node) => (['Control', 'Group'].includes(node.name) ? (node.attributes.get('id') ?? '') : []))
  const twice = (list: readonly string[]) => list.filter((id, at) => list.indexOf(id) !== at)
  const functions = all.filter(({ name }) => name === 'FunctionName').map(({ text }) => text)
  return [
    ...checkOrder(resources, resourcesOrder),
    ...(controls.length === 0 ? ['VersionOverrides has no controls.'] : []),
    ...used.filter((id) => !defined.includes(id)).map((id) => `resid ${id} is not defined.`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `Resource ${id} is not used.`),
    ...[...twice(defined), ...twice(ids)].map((id) => `Id ${id} stands twice.`),
    ...defined.filter((id) => id.length > limits.resid).map((id) => `Id ${id} is longer than ${limits.resid}.`),
    ...ids.filter((id) => id === '' || id.length > limits.displayName).map((id) => `Bad control id: ${id}`),
    ...functions.filter((name) => !/^[A-Za-z_]\w*$/.test(name)).map((name) => `Not a function name: ${name}`),
    ...controls.filter(({ name }) => name === 'Control').flatMap(checkControl),
  ]
}

function checkControl(control: ManifestNode): readonly string[] {
  const id = control.attributes.get('id') ?? ''
  const sizes = (childNamed(control, 'Icon')?.children ?? []).map(({ attributes }) => attributes.get('size') ?? '')
  return [
    ...commandIconSizes.filter((size) => !sizes.includes(size)).map((size) => `${id} has no icon of ${size} pixels.`),
    ...['Label', 'Supertip', 'Action']
      .filter((name) => childNamed(control, name) === undefined)
      .map((name) => `${id} has no ${name}.`),
  ]
}
