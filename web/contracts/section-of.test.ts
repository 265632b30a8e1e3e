import assert from 'node:assert/strict'
import test from 'node:test'
import { sectionOf } from './section-of.ts'

//  path                                   part
const cases = [
  ['terms.serviceLevels.1.calendar', 'sla'],
  ['terms.calendars.abc.weekly.mon', 'sla'],
  ['terms.clock.pauseReasons.partsOrdered', 'sla'],
  ['terms.priceList.items.2.unitPrice', 'prices'],
  ['terms.priceList.vat', 'billing'],
  ['terms.reporters.contactIds', 'reporters'],
  ['terms.billing.paymentDays', 'billing'],
  ['validTo', 'period'],
  ['terms.term.noticeMonths', 'period'],
  ['terms.document.liabilityLimit', 'document'],
  ['terms.document.place', 'parties'],
  ['terms.accountManagerId', 'parties'],
  ['client.invoiceEmail', 'parties'],
] as const
for (const [path, part] of cases) {
  test(`${path} is shown in the part "${part}"`, () => assert.equal(sectionOf(path), part))
}
