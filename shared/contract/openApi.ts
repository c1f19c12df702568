// The contract as an OpenAPI 3.1 document.
import * as z from 'zod'
import { answers, parts } from './answers.ts'
import { bodies } from './bodies.ts'
import { routes, type Route } from './routes.ts'
import { wireSchemas } from './wireSchemas.ts'

type Schema = Readonly<Record<string, unknown>>

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${componentName(name)}` })

/** `UnitInfo[]` → `UnitInfoList`. */
function componentName(name: string): string {
  return name.replace('[]', 'List')
}

export function buildOpenApi(): Schema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes as readonly Route[]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '同表 Tongbiao',
      version: '1',
      description: 'Every refusal is application/problem+json (RFC 9457) in the language of Accept-Language.',
    },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { ...namedSchemas({ ...bodies, ...answers, ...parts }), ...wireSchemas },
    },
  }
}

/** Each named shape once; shapes inside shapes are references where they have a name. */
function namedSchemas(schemas: Readonly<Record<string, z.ZodType>>): Record<string, Schema> {
  const registry = z.registry<{ readonly id: string }>()
  const taken = new Set<z.ZodType>()
  for (const [name, schema] of Object.entries(schemas)) {
    // One shape under two names: the first name keeps it, the second refers to it.
    if (!taken.has(schema)) registry.add(schema, { id: componentName(name) })
    taken.add(schema)
  }
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }).schemas
  return Object.fromEntries(
    Object.entries(made).map(([name, schema]) => {
      const { $schema: _, $id: __, ...plain } = schema as Record<string, unknown>
      return [name, plain]
    }),
  )
}

function describeRoute(route: Route): Schema {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = (route.query ?? []).map((name) => ({
    name,
    in: 'query',
    required: false,
    schema: { type: 'string' },
  }))
  return {
    operationId: route.name,
    ...(route.auth === 'public' ? {} : { security: [{ bearer: [] }] }),
    ...(inPath.length + inQuery.length > 0 ? { parameters: [...inPath, ...inQuery] } : {}),
    ...(route.body === null ? {} : { requestBody: { required: true, content: contentOf(route) } }),
    responses: {
      ...successOf(route),
      default: { description: 'Problem', content: { 'application/problem+json': { schema: reference('Problem') } } },
    },
    ...(route.auth === 'public' ? {} : { 'x-auth': route.auth }),
    'x-max-bytes': route.maxBytes,
  }
}

function contentOf(route: Route): Schema {
  if (route.takes !== undefined) return { [route.takes]: { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: reference(route.body ?? '') } }
}

function successOf(route: Route): Schema {
  if (route.answer === 'Nothing') return { 204: { description: 'Done' } }
  const status = route.method === 'POST' && creates.has(route.name) ? 201 : 200
  const type = route.gives ?? 'application/json'
  const isFile = route.answer === 'File'
  const schema = isFile ? { type: 'string', format: 'binary' } : reference(route.answer)
  const unchanged = route.name === 'head' ? { 304: { description: 'Nothing newer for this caller' } } : {}
  return { [status]: { description: isFile ? 'File' : route.answer, content: { [type]: { schema } } }, ...unchanged }
}

/** Routes that answer 201. */
export const creates: ReadonlySet<string> = new Set([
  'setup',
  'signIn',
  'createUnit',
  'createUser',
  'delegate',
  'declareExemption',
  'proceed',
  'uploadImport',
  'uploadWorkbook',
])
