// Laws run on the same cases every time in `npm test`, so that a red run means a change; LAW_SEED=random looks for new ones.
import fc from 'fast-check'

const wish = process.env['LAW_SEED'] ?? '20261121'

/** vitest's setupFiles; a failing law prints its seed and path, which become a named case. */
if (wish !== 'random') fc.configureGlobal({ seed: Number(wish) })
