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
    priority: form.priority,
    ...(form.category ? { category: form.category } : {}),
    takeOver: form.takeOver,
    ...(fileIds.length > 0 ? { fileIds: [...fileIds] } : {}),
  }
}
