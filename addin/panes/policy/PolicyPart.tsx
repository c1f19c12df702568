// 政策包: which there are, by layer; what they say; two side by side; confirming; loading a file.
import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import type { UnitInfo } from '#shared/contract/resources.ts'
import { policyLayers } from '#shared/definition/limit.ts'
import { layerWords } from '#shared/policy/describeLimit.ts'
import { readPacks, type ReadPack } from '../../session/readPacks.ts'
import { policyStrings } from '../../strings/policy.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { administersServer, useUser } from '../../session/useSession.ts'
import { PackCompare } from './PackCompare.tsx'
import { PackConfirm } from './PackConfirm.tsx'
import { PackView } from './PackView.tsx'
import { Lamp, Part } from '../parts.tsx'
import { PolicyLoad } from './PolicyLoad.tsx'
import { UnitPolicy } from './UnitPolicy.tsx'

export interface PolicyPartProps {
  readonly policy: PolicyInfo
  readonly units: readonly UnitInfo[]
  readonly onChanged: (policy: PolicyInfo) => void
}

export function PolicyPart({ policy, units, onChanged }: PolicyPartProps) {
  const { t, locale } = useLanguage()
  const words = policyStrings[locale]
  const isOfServer = administersServer(useUser())
  const packs = readPacks(policy)
  const [shownId, setShown] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const shown = packs.find(({ pack }) => pack.id === shownId)
  const [left, right] = chosen.map((id) => packs.find(({ pack }) => pack.id === id))
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before.slice(-1), id] : before.filter((other) => other !== id)))
  const placeOf = ({ pack, units: ids }: ReadPack): string => {
    if (pack.layer === 'national') return words.everywhere
    // units above one's own are not listed, but their packs hold
    const names = new Set(ids.map((id) => units.find((unit) => unit.id === id)?.name ?? words.above))
    return names.size === 0 ? words.nowhere : [...names].join(t.listSeparator)
  }
  return (
    <Part title={words.title}>
      <p className="quiet">{words.hint}</p>
      {!isOfServer && <p>{words.serverOnly}</p>}
      {policyLayers.map((layer) => {
        const ofLayer = packs.filter(({ pack }) => pack.layer === layer)
        if (ofLayer.length === 0) return null
        return (
          <section key={layer}>
            <h3>{layerWords[layer][locale]}</h3>
            {/* Wider than a narrow window: by keyboard it must be reachable to be scrolled. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <section className="table-scroll" tabIndex={0} aria-label={layerWords[layer][locale]}>
              <table className="plain-table roomy">
                <thead>
                  <tr>
                    <th scope="col">{words.compare}</th>
                    <th scope="col">{words.pack}</th>
                    <th scope="col">{words.days}</th>
                    <th scope="col">{words.state}</th>
                    <th scope="col">{words.place}</th>
                    <th scope="col">
                      <span className="visually-hidden">{words.open}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {ofLayer.map((one) => (
                    <tr key={one.pack.id}>
                      <td>
                        <Checkbox
                          aria-label={words.compareNamed(one.pack.title)}
                          checked={chosen.includes(one.pack.id)}
                          onChange={(_, data) => choose(one.pack.id, data.checked === true)}
                        />
                      </td>
                      <th scope="row">
                        {one.pack.title} <span className="quiet">{one.pack.documentNo || words.noDocument}</span>
                      </th>
                      <td className="number">{words.inForce(one.pack.from, one.pack.to)}</td>
                      <td>
                        {one.confirmed ? (
                          <Lamp color="green">{words.confirmed(one.confirmed.by, one.confirmed.at.slice(0, 10))}</Lamp>
                        ) : (
                          <Lamp color="yellow">{words.unconfirmed}</Lamp>
                        )}
                      </td>
                      <td>{placeOf(one)}</td>
                      <td>
                        <Button
                          size="small"
                          aria-label={words.openNamed(one.pack.title)}
                          aria-expanded={shownId === one.pack.id}
                          onClick={() => setShown(shownId === one.pack.id ? null : one.pack.id)}
                        >
                          {shownId === one.pack.id ? t.close : words.open}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            {shown?.pack.layer === layer && (
              <PackView known={shown}>
                {isOfServer && <PackConfirm key={shown.digest} known={shown} onChanged={onChanged} />}
              </PackView>
            )}
          </section>
        )
      })}
      {left && right && <PackCompare left={left} right={right} />}
      {isOfServer && <PolicyLoad onChanged={onChanged} />}
      <UnitPolicy packs={packs} policy={policy} units={units} onChanged={onChanged} />
      <details>
        <summary>{words.events}</summary>
        <ul>
          {policy.events.map((event) => (
            <li key={`${event.at} ${event.action} ${event.subject} ${event.detail}`}>
              <span className="number">{event.at.slice(0, 16).replace('T', ' ')}</span> {event.by}{' '}
              {words.actions[event.action]} {event.subject}
            </li>
          ))}
        </ul>
      </details>
    </Part>
  )
}
