// Refusals as application/problem+json (RFC 9457) in the caller's language.
import type { Problem } from '#shared/contract/problem.ts'
import { problemTitles, problemWords } from '#shared/contract/problemWords.ts'
import { fillPlaces, type Locale } from '#shared/kernel/words.ts'
import type { Refusal } from './request/refusal.ts'

export const problemType = 'application/problem+json; charset=utf-8'

export function toProblem(refusal: Refusal, context: { readonly locale: Locale; readonly requestId: string }): Problem {
  const definition = problemWords[refusal.refused]
  const title = problemTitles[definition.status] ?? problemTitles[500]
  return {
    type: `urn:tongbiao:problem:${refusal.refused}`,
    title: title?.[context.locale] ?? '',
    status: definition.status,
    detail: fillPlaces(definition.words[context.locale], { requestId: context.requestId, ...refusal.params }),
    code: refusal.refused,
    requestId: context.requestId,
    ...(refusal.findings ? { findings: refusal.findings } : {}),
  }
}

export function toProblemResponse(
  refusal: Refusal,
  context: { readonly locale: Locale; readonly requestId: string },
): Response {
  const problem = toProblem(refusal, context)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': problemType,
      'Cache-Control': 'no-store',
      'Content-Language': context.locale,
      ...(problem.status === 401 ? { 'WWW-Authenticate': 'Bearer realm="tongbiao"' } : {}),
      ...refusal.headers,
    },
  })
}
