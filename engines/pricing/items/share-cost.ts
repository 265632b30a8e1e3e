/** What each piece of work behind a line costs, exact: for surcharges, and for limits of one device or site. */
import { dec, divide, mul, type Decimal } from '../../base/decimal.ts'
import type { Explanation } from '../explanation.ts'

export type ShareCost = { id: string; of: string; amount: Decimal }

export function costOfShares(explanation: Explanation): ShareCost[] {
  switch (explanation.model) {
    case 'perTime': {
      const { hourPrice, works } = explanation
      return charged(works, (counted) => divide(mul(counted, dec(hourPrice)), dec('60'), 12, 'half-away'))
    }
    case 'perTicket':
    case 'events':
    case 'points':
    case 'trips':
    case 'kilometres':
    case 'material':
      return charged(explanation.works, (counted) => mul(counted, dec(explanation.unitPrice)))
    case 'flatContact': {
      const { contacts, unitPrice, works } = explanation
      const each = divide(mul(dec(contacts), dec(unitPrice)), dec(Math.max(works.length, 1)), 12, 'half-away')
      return works.map(({ id, of }) => ({ id, of: of ?? '', amount: each }))
    }
    case 'perUnit':
      return explanation.works.map(({ id, of, counted }) => ({
        id,
        of: of ?? '',
        amount: mul(dec(counted), dec(explanation.unitPrice)),
      }))
    case 'meters':
      return explanation.devices.map(({ device, overage }) => ({
        id: device,
        of: device,
        amount: mul(dec(overage), dec(explanation.unitPrice)),
      }))
    default:
      return []
  }
}

type Counted = { id: string; bin: string; counted: string; of?: string }

function charged(works: Counted[], cost: (counted: Decimal) => Decimal): ShareCost[] {
  return works
    .filter(({ bin }) => bin === 'overage')
    .map(({ id, of, counted }) => ({ id, of: of ?? '', amount: cost(dec(counted)) }))
}
