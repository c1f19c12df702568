// Two packs side by side, with the stricter marked.
import { comparePacks, type LimitPair } from '#shared/policy/comparePacks.ts'
import { describeLimit } from '#shared/policy/describeLimit.ts'
import type { ReadPack } from '../../session/readPacks.ts'
import { policyStrings } from '../../strings/policy.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export function PackCompare({ left, right }: { readonly left: ReadPack; readonly right: ReadPack }) {
  const { locale } = useLanguage()
  const words = policyStrings[locale]
  const cell = (limit: LimitPair['left']) => (limit === null ? '—' : describeLimit(limit, locale))
  return (
    <section>
      <h3>{words.comparison}</h3>
      {/* Wider than a narrow window: by keyboard it must be reachable to be scrolled. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={words.comparison}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{left.pack.title}</th>
              <th scope="col">{right.pack.title}</th>
              <th scope="col">{words.stricter}</th>
            </tr>
          </thead>
          <tbody>
            {comparePacks(left.pack, right.pack).map((pair) => (
              <tr key={JSON.stringify(pair)}>
                <td>{cell(pair.left)}</td>
                <td>{cell(pair.right)}</td>
                <td>{words.stricterOf[pair.stricter]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
