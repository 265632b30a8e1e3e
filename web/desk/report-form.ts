/** What is sent when staff take a ticket down: a person of the client, or a name and an address. */
import type { Asked } from '../kit/api.ts'
import type { PriorityLevel } from '../kit/data.tsx'

export type ReportForm = {
  clientId: string
  /** Empty, the id of a contact, or 'other'. */
  contactId: string
  reporterName: string
  reporterEmail: string
  subject: string
  description: string
  priority: PriorityLevel
  /** Empty, or one of the company's list. */
  category?: string
  siteId?: string | null
  deviceId?: string | null
  /** Said where no device is named. */
  deviceClass?: string
  impact?: string | null
  urgency?: string | null
  /** The contract's impact × urgency gives the priority. */
  isByMatrix?: boolean
  takeOver: boolean
}

export function reportOf(
  form: ReportForm,
  fileIds: readonly string[],
): Asked<'post', '/api/tickets'>['body'] {
  const isKnown = form.contactId !== '' && form.contactId !== 'other'
  const name = form.reporterName.trim()
  const email = form.reporterEmail.trim()
  return {
    source: 'manual',
    ...(form.clientId ? { clientId: form.clientId } : {}),
    ...(isKnown ? { contactId: form.contactId } : {}),
    ...(!isKnown && name ? { reporterName: name } : {}),
    ...(!isKnown && email ? { reporterEmail: email } : {}),
    subject: form.subject.trim(),
    description: form.description.trim(),
    ...(form.isByMatrix ? {} : { priority: form.priority }),
    ...(form.category ? { category: form.category } : {}),
    ...(form.siteId ? { siteId: form.siteId } : {}),
    ...(form.deviceId ? { deviceId: form.deviceId } : {}),
    ...(!form.deviceId && form.deviceClass?.trim() ? { deviceClass: form.deviceClass.trim() } : {}),
    ...(form.impact ? { impact: form.impact } : {}),
    ...(form.urgency ? { urgency: form.urgency } : {}),
    takeOver: form.takeOver,
    ...(fileIds.length > 0 ? { fileIds: [...fileIds] } : {}),
  }
}
