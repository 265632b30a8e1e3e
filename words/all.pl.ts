/** All rooms in Polish: the chunk a browser loads. */
import { accountsPl } from './accounts.pl.ts'
import { billingPl } from './billing.pl.ts'
import { calendarsPl } from './calendars.pl.ts'
import { clockPl } from './clock.pl.ts'
import { collectionPl } from './collection.pl.ts'
import { contractLifePl } from './contract-life.pl.ts'
import { contractsPl } from './contracts.pl.ts'
import { deskPl } from './desk.pl.ts'
import { documentsPl } from './documents.pl.ts'
import { intakePl } from './intake.pl.ts'
import { kitPl } from './kit.pl.ts'
import { levelsPl } from './levels.pl.ts'
import { mailPl } from './mail.pl.ts'
import { panelPl } from './panel.pl.ts'
import { priceEditorPl } from './price-editor.pl.ts'
import { pricingPl } from './pricing.pl.ts'
import { refusalsPl } from './refusals.pl.ts'
import { reportsPl } from './reports.pl.ts'
import { whatIfPl } from './what-if.pl.ts'

export const allPl = {
  accounts: accountsPl,
  billing: billingPl,
  calendars: calendarsPl,
  clock: clockPl,
  collection: collectionPl,
  contractLife: contractLifePl,
  contracts: contractsPl,
  desk: deskPl,
  documents: documentsPl,
  intake: intakePl,
  kit: kitPl,
  levels: levelsPl,
  mail: mailPl,
  panel: panelPl,
  priceEditor: priceEditorPl,
  pricing: pricingPl,
  refusals: refusalsPl,
  whatIf: whatIfPl,
  reports: reportsPl,
}
