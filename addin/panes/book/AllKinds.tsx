// Pages that need every kind wait for them here; the first page needs only those of the workbook.
import { use, useMemo, type ReactNode } from 'react'
import { useBookDesk } from '../../session/book/useBook.ts'
import { ServicesProvider, useServices } from '../../session/services.ts'

/** Suspends until the kinds are there. */
export function AllKinds({ children }: { readonly children: ReactNode }) {
  const services = useServices()
  const desk = useBookDesk()
  const sheets = use(desk.learnAll())
  const withSheets = useMemo(() => ({ ...services, sheets }), [services, sheets])
  return <ServicesProvider value={withSheets}>{children}</ServicesProvider>
}
