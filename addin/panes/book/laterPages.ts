// Pages of the pane that are not loaded before its first page is drawn.
import { lazy } from 'react'

/** Loaded once the first page stands, so that every page opens without network as well. */
const soon = {
  check: () => import('./CheckPane.tsx').then((m) => ({ default: m.CheckPane })),
  publish: () => import('./PublishPane.tsx').then((m) => ({ default: m.PublishPane })),
  record: () => import('./RecordPane.tsx').then((m) => ({ default: m.RecordPane })),
  doctor: () => import('./DoctorPane.tsx').then((m) => ({ default: m.DoctorPane })),
}

export const CheckPane = lazy(soon.check)
export const PublishPane = lazy(soon.publish)
export const RecordPane = lazy(soon.record)
export const DoctorPane = lazy(soon.doctor)
// These need the server in any case.
export const BindPane = lazy(() => import('./BindPane.tsx').then((m) => ({ default: m.BindPane })))
export const AddPane = lazy(() => import('./AddPane.tsx').then((m) => ({ default: m.AddPane })))
export const PushesPane = lazy(() => import('../pushes/PushesPane.tsx').then((m) => ({ default: m.PushesPane })))
export const ReceiptPane = lazy(() => import('../pushes/ReceiptPane.tsx').then((m) => ({ default: m.ReceiptPane })))

export async function loadLaterPages(): Promise<void> {
  await Promise.all(Object.values(soon).map((load) => load()))
}
