/**
 * The fields that say what a ticket is about, shared by the form of a new ticket and by the
 * dialog that changes it: site and device of the client, and impact and urgency where its
 * contract has that table.
 */
import { Autocomplete, SegmentedControl, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { priorityFrom } from '#engines/worktime/priority-matrix.ts'
import { classesOf, deviceName, isKept, useDevices, useSites } from '../contracts/place-data.ts'
import type { PriorityLevel } from '../kit/data.tsx'
import type { RefusalState } from '../kit/refusals.tsx'
import type { Matrix } from './desk-data.ts'
import { usePlaceWords, type PlaceWords } from '../contracts/place-words.ts'

export type AboutForm = {
  siteId: string | null
  deviceId: string | null
  deviceClass: string
  impact: string | null
  urgency: string | null
}

export const nothingYet: AboutForm = {
  siteId: null,
  deviceId: null,
  deviceClass: '',
  impact: null,
  urgency: null,
}

/** As it is sent with a report: only what was said. */
export const aboutSaid = (form: Partial<AboutForm>) => ({
  ...(form.siteId && { siteId: form.siteId }),
  ...(form.deviceId && { deviceId: form.deviceId }),
  ...(!form.deviceId && form.deviceClass?.trim() && { deviceClass: form.deviceClass.trim() }),
  ...(form.impact && { impact: form.impact }),
  ...(form.urgency && { urgency: form.urgency }),
})

export function PlaceFields({
  clientId,
  form,
  set,
  refusal,
  children,
}: {
  /** Empty: nobody's yet, so nothing can be chosen. */
  clientId: string
  form: AboutForm
  set: (change: Partial<AboutForm>) => void
  refusal: RefusalState
  /** Further fields of the same grid. */
  children?: ReactNode
}) {
  const places = usePlaceWords()
  const { data: sites = [] } = useSites(clientId)
  const { data: devices = [] } = useDevices(clientId)
  const mine = devices.filter((one) => isKept(one) || one.id === form.deviceId)
  // Those of the chosen site stand first; what was moved may still be meant.
  const here = mine.filter(({ siteId }) => form.siteId === null || siteId === form.siteId)
  const elsewhere = mine.filter((one) => !here.includes(one))
  const option = ({ id, deviceClass, ...one }: (typeof devices)[number]) => ({
    value: id,
    label: [deviceName(one), deviceClass].filter(Boolean).join(' · '),
  })
  const siteOf = (deviceId: string | null) => devices.find(({ id }) => id === deviceId)?.siteId
  if (clientId === '') return children
  return (
    <div className="d-fields d-fields-two">
      <Select
        label={places.site}
        placeholder={places.noSite}
        searchable
        clearable
        value={form.siteId}
        error={refusal.of('siteId')}
        data={sites
          .filter((one) => isKept(one) || one.id === form.siteId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(siteId) => set({ siteId })}
      />
      <Select
        label={places.about.device}
        placeholder={places.about.noDevice}
        searchable
        clearable
        value={form.deviceId}
        error={refusal.of('deviceId')}
        data={[...here, ...elsewhere].map(option)}
        onChange={(deviceId) =>
          set({ deviceId, ...(siteOf(deviceId) && { siteId: siteOf(deviceId) ?? null }) })
        }
      />
      {form.deviceId === null && (
        <Autocomplete
          label={places.deviceClass}
          maxLength={60}
          value={form.deviceClass}
          data={classesOf(mine)}
          error={refusal.of('deviceClass')}
          onChange={(deviceClass) => set({ deviceClass })}
        />
      )}
      {children}
    </div>
  )
}

export function ScaleFields({
  matrix,
  form,
  set,
}: {
  matrix: Matrix
  form: AboutForm
  set: (change: Partial<AboutForm>) => void
}) {
  const places = usePlaceWords()
  const { about } = places
  const choices = (kind: 'impact' | 'urgency') => (
    <div>
      <span className="d-label" id={`about-${kind}`}>
        {about[kind]}
      </span>
      <SegmentedControl
        fullWidth
        aria-labelledby={`about-${kind}`}
        value={form[kind] ?? ''}
        onChange={(key) => set({ [kind]: key })}
        data={matrix[kind === 'impact' ? 'impacts' : 'urgencies'].map((one) => ({
          value: one.key,
          label: scaleName(about, kind, one),
        }))}
      />
    </div>
  )
  return (
    <>
      {choices('impact')}
      {choices('urgency')}
    </>
  )
}

export const scaleName = (
  about: PlaceWords['about'],
  kind: 'impact' | 'urgency',
  { key, name }: { key: string; name?: string | undefined },
): string => name ?? (kind === 'impact' ? about.impacts : about.urgencies)[key] ?? key

/** What the table makes of it; undefined while half of it is missing. */
export function derivedPriority(
  matrix: Matrix | null | undefined,
  { impact, urgency }: Pick<AboutForm, 'impact' | 'urgency'>,
): PriorityLevel | undefined {
  if (!matrix || !impact || !urgency) return undefined
  return priorityFrom(matrix as Parameters<typeof priorityFrom>[0], { impact, urgency }) as
    | PriorityLevel
    | undefined
}
