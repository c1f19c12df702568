// How row rules ask for a limit of the policy packs and say that it is passed.
import type { Limit, LimitAsked, LimitForm, OverLimit, ResolvedLimit, SomeLimit } from '../../definition/limit.ts'
import { purposeTags, type PurposeTag } from '../../definition/purpose.ts'
import type { RuleContext } from '../../definition/rule.ts'
import type { Params } from '../../kernel/words.ts'
import { yuan } from '../accounts/rowParts.ts'

/** Forms that are an amount of money. */
export type AmountForm = Extract<Limit, { readonly max: number }>['form']

export function isPurpose(text: string): text is PurposeTag {
  return (purposeTags as readonly string[]).includes(text)
}

/** The strictest limit of one form, or undefined where no pack says anything. */
export function strictest<F extends LimitForm>(
  context: RuleContext,
  asked: LimitAsked<F>,
): ResolvedLimit<F> | undefined {
  return context.policy.limits(asked)[0]
}

/** The first limit that `amount` (分) passes; `more` are further facts of the sentence. */
export function passedLimit(
  context: RuleContext,
  asked: LimitAsked<AmountForm>,
  { amount, more = {} }: { readonly amount: number; readonly more?: Params },
): OverLimit | null {
  const over = strictest(context, asked)
  if (over === undefined || amount <= over.limit.max) return null
  return {
    // One limit of one of these forms: the compiler does not spread the union over the parameter of ResolvedLimit.
    over: over as SomeLimit,
    params: {
      ...more,
      limit: yuan(over.limit.max),
      amount: yuan(amount),
      excess: yuan(amount - over.limit.max),
      pack: over.pack.title,
    },
  }
}
