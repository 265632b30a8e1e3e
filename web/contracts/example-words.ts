/** What a line of a worked example is called and how its amount arose, in one line. */
import { isExplained } from '#words/explain-line.ts'
import { granted } from '#words/calendar-hours.ts'
import { quantity, price } from '#words/format.ts'
import { lineName } from '#words/line-name.ts'
import type { Lang } from '#words/words.ts'
import type { AllWords } from '../kit/words.tsx'
import type { Example } from './contract-data.ts'

export function exampleLine(
  lang: Lang,
  words: AllWords['contracts']['editor'],
  line: Example['lines'][number],
): string {
  const { explanation } = line
  const said = words.example
  const places = { remote: words.values.remote, onSite: words.values.onSite, any: words.values.any }
  if (!isExplained(explanation)) return line.name ?? ''
  switch (explanation.model) {
    case 'flatFee':
      return line.name ?? said.feeLine
    case 'perTicket':
      return explanation.overage === 0
        ? said.ticketsInside(explanation.counted, Number(explanation.allowance.granted))
        : said.ticketsLine(
            explanation.counted,
            explanation.included,
            explanation.overage,
            price(lang, explanation.unitPrice),
          )
    case 'perTime': {
      const counted = granted(explanation.countedMinutes)
      return explanation.overageMinutes === 0
        ? said.timeInside(places[explanation.place], counted)
        : said.timeLine(
            places[explanation.place],
            counted,
            granted(explanation.includedMinutes),
            granted(explanation.overageMinutes),
            price(lang, explanation.hourPrice),
          )
    }
    case 'trips':
      return said.tripsLine(quantity(lang, line.quantity), price(lang, explanation.unitPrice))
    case 'byHand':
    case 'givenCredit':
      return line.name ?? ''
    default:
      return lineName(lang, { ...line, explanation }, { month: line.period.from.slice(0, 7), isLate: false })
  }
}
