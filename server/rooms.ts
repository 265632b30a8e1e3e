/**
 * The rooms, put together: their routes, their jobs, their alarms. A new route file, job or
 * alarm is added to its room's lists here and nowhere else.
 */
import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './accounts/account-routes.ts'
import { companyRoutes } from './accounts/company-routes.ts'
import { moveSandboxJob } from './accounts/sandbox.ts'
import { clientRoutes } from './contracts/client-routes.ts'
import { contractRoutes } from './contracts/contract-routes.ts'
import { documentRoutes } from './contracts/document-routes.ts'
import { contractDocumentJob } from './contracts/keep-document.ts'
import { fileRoutes } from './plumbing/http/file-routes.ts'
import { liveRoutes } from './plumbing/http/live-routes.ts'
import type { JobKinds } from './plumbing/jobs/jobs.ts'
import { sendMailJob } from './plumbing/mail/mail-out.ts'
import type { TimerHandlers } from './plumbing/timers.ts'

export const timerHandlers: TimerHandlers = {}

export const jobKinds: JobKinds = {
  send_mail: { handler: sendMailJob, concurrency: 3, retryLimit: 12 },
  contract_document: { handler: contractDocumentJob, concurrency: 1 },
  move_sandbox_clock: { handler: moveSandboxJob(timerHandlers), concurrency: 2 },
}

export async function addRoutes(server: FastifyInstance): Promise<void> {
  for (const routes of [liveRoutes, fileRoutes, accountRoutes, companyRoutes, clientRoutes, contractRoutes, documentRoutes]) await server.register(routes)
}
