/** All rooms in English: the chunk a browser loads. */
import { accountsEn } from './accounts.en.ts'
import { billingEn } from './billing.en.ts'
import { calendarsEn } from './calendars.en.ts'
import { clockEn } from './clock.en.ts'
import { collectionEn } from './collection.en.ts'
import { contractLifeEn } from './contract-life.en.ts'
import { contractsEn } from './contracts.en.ts'
import { deskEn } from './desk.en.ts'
import { documentsEn } from './documents.en.ts'
import { intakeEn } from './intake.en.ts'
import { kitEn } from './kit.en.ts'
import { levelsEn } from './levels.en.ts'
import { mailEn } from './mail.en.ts'
import { panelEn } from './panel.en.ts'
import { priceEditorEn } from './price-editor.en.ts'
import { pricingEn } from './pricing.en.ts'
import { refusalsEn } from './refusals.en.ts'
import { reportsEn } from './reports.en.ts'
import { whatIfEn } from './what-if.en.ts'

export const allEn = {
  accounts: accountsEn,
  billing: billingEn,
  calendars: calendarsEn,
  clock: clockEn,
  collection: collectionEn,
  contractLife: contractLifeEn,
  contracts: contractsEn,
  desk: deskEn,
  documents: documentsEn,
  intake: intakeEn,
  kit: kitEn,
  levels: levelsEn,
  mail: mailEn,
  panel: panelEn,
  priceEditor: priceEditorEn,
  pricing: pricingEn,
  refusals: refusalsEn,
  whatIf: whatIfEn,
  reports: reportsEn,
}
