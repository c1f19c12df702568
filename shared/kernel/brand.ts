// Types that are the same at run time but may not be mixed up at compile time.

declare const brand: unique symbol

/** `T` that only its own constructor makes. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
