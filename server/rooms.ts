/**
 * The rooms, put together: their routes, their jobs, their alarms. A new route file, job or
 * alarm is added to its room's lists here and nowhere else.
 */
import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './accounts/account-routes.ts'
import { companyRoutes } from './accounts/company-routes.ts'
import { moveSandboxJob } from './accounts/sandbox.ts'
import { billingRoutes } from './billing/billing-routes.ts'
import { deliverInvoiceJob } from './billing/deliver-invoice.ts'
import { correctionEffectRoutes } from './billing/correction-effect-routes.ts'
import { invoiceRoutes } from './billing/invoice-routes.ts'
import { creditDecidedJob } from './billing/propose-billing.ts'
import { issueInvoicesJob } from './billing/issue-invoices.ts'
import { recoverIssuing } from './billing/recover-issuing.ts'
import { collectionRoutes } from './collection/collection-routes.ts'
import { invoiceIssuedJob, remindOfPayment, reminderTimer } from './collection/payment-reminder.ts'
import { conservationRoutes } from './billing/conservation-routes.ts'
import { meterRoutes } from './billing/meter-routes.ts'
import { whatIfRoutes } from './billing/what-if-routes.ts'
import { calendarAmendmentRoutes } from './contracts/calendar-amendment-routes.ts'
import { clientRoutes } from './contracts/client-routes.ts'
import { contractRoutes } from './contracts/contract-routes.ts'
import { countRoutes } from './contracts/count-routes.ts'
import { placeRoutes } from './contracts/place-routes.ts'
import { documentRoutes } from './contracts/document-routes.ts'
import { amendmentRunRoutes } from './contracts/amendment-run-routes.ts'
import { makeAmendmentsJob } from './contracts/make-amendments.ts'
import { contractImportRoutes } from './contracts/contract-import-routes.ts'
import { contractTemplateRoutes } from './contracts/contract-template-routes.ts'
import { priceListRoutes } from './contracts/price-list-routes.ts'
import { absenceRoutes } from './contracts/absence-routes.ts'
import { lifeRoutes } from './contracts/life-routes.ts'
import { renewalTimer, renewByItself } from './contracts/renew-contract.ts'
import { contractDocumentJob } from './contracts/keep-document.ts'
import { readScanJob } from './contracts/scans/receive-scan.ts'
import { scanRoutes } from './contracts/scans/scan-routes.ts'
import { signingRoutes } from './contracts/signing/signing-routes.ts'
import { templateRoutes } from './contracts/templates/template-routes.ts'
import { conversationRoutes } from './desk/conversation-routes.ts'
import { formRoutes } from './desk/form-routes.ts'
import { ticketRoutes } from './desk/ticket-routes.ts'
import { judgementRoutes } from './desk/judgement-routes.ts'
import { lookAtPackages, packageWatch } from './desk/watch-packages.ts'
import { workRoutes } from './desk/work-routes.ts'
import { closeByItself } from './desk/finish-ticket.ts'
import { mailRoutes } from './desk/mail-routes.ts'
import { lockTickets } from './desk/ticket-store.ts'
import { sendHeldMail, soundAlarm } from './desk/sound-alarm.ts'
import { resumeByItself } from './desk/pause-clock.ts'
import { termsChangedJob } from './desk/retime-tickets.ts'
import { forecastRoutes } from './desk/forecast-routes.ts'
import { complianceRoutes } from './desk/compliance-routes.ts'
import { creditRoutes } from './desk/credit-routes.ts'
import { readTogether } from './desk/alarm-ground.ts'
import { deskRulesRoutes } from './desk/desk-rules-routes.ts'
import { panelRoutes } from './panel/panel-routes.ts'
import { panelTalkRoutes } from './panel/panel-talk-routes.ts'
import type { App } from './plumbing/app.ts'
import { fileRoutes } from './plumbing/http/file-routes.ts'
import { liveRoutes } from './plumbing/http/live-routes.ts'
import type { JobKinds } from './plumbing/jobs/jobs.ts'
import { sendMailJob } from './plumbing/mail/mail-out.ts'
import { recoverMails } from './plumbing/mail/recover-mails.ts'
import type { TimerHandlers } from './plumbing/timers.ts'

export const timerHandlers: TimerHandlers = {
  ticket_alarm: { lock: readTogether, handle: soundAlarm },
  held_alarm_mail: { lock: readTogether, handle: sendHeldMail },
  resume_clock: { lock: lockTickets, handle: resumeByItself },
  close_ticket: { lock: lockTickets, handle: closeByItself },
  [reminderTimer]: remindOfPayment,
  [packageWatch]: lookAtPackages,
  [renewalTimer]: renewByItself,
}

export const jobKinds: JobKinds = {
  send_mail: { handler: sendMailJob, concurrency: 3, retryLimit: 12 },
  terms_changed: { handler: termsChangedJob, concurrency: 1 },
  contract_document: { handler: contractDocumentJob, concurrency: 1 },
  read_scan: { handler: readScanJob, concurrency: 1, retryLimit: 3 },
  make_amendments: { handler: makeAmendmentsJob, concurrency: 1 },
  issue_invoices: { handler: issueInvoicesJob, concurrency: 1 },
  invoice_issued: { handler: invoiceIssuedJob, concurrency: 1 },
  credit_decided: { handler: creditDecidedJob, concurrency: 1 },
  deliver_invoice: { handler: deliverInvoiceJob, concurrency: 1 },
  move_sandbox_clock: { handler: moveSandboxJob(timerHandlers), concurrency: 2 },
}

/** What each room sets going again when the workers start: work that stands in its tables without a job. */
export const recoveries: ((app: App) => Promise<void>)[] = [recoverMails, recoverIssuing]

export async function addRoutes(server: FastifyInstance): Promise<void> {
  for (const routes of [
    liveRoutes,
    fileRoutes,
    accountRoutes,
    companyRoutes,
    clientRoutes,
    placeRoutes,
    contractRoutes,
    calendarAmendmentRoutes,
    countRoutes,
    lifeRoutes,
    absenceRoutes,
    priceListRoutes,
    contractTemplateRoutes,
    contractImportRoutes,
    amendmentRunRoutes,
    documentRoutes,
    scanRoutes,
    signingRoutes,
    templateRoutes,
    mailRoutes,
    billingRoutes,
    whatIfRoutes,
    meterRoutes,
    conservationRoutes,
    invoiceRoutes,
    correctionEffectRoutes,
    collectionRoutes,
    panelRoutes,
    panelTalkRoutes,
    ticketRoutes,
    deskRulesRoutes,
    forecastRoutes,
    complianceRoutes,
    creditRoutes,
    workRoutes,
    judgementRoutes,
    conversationRoutes,
    formRoutes,
  ])
    await server.register(routes)
}
