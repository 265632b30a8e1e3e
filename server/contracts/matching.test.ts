/** Of several contracts of a client, the one that matches most narrowly. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { clash, narrowest, type About } from './matching.ts'
import type { Terms } from './terms.ts'

const covers = (
  sites: string[] = [],
  deviceClasses: string[] = [],
  services: string[] = [],
): Terms['covers'] => ({ sites, deviceClasses, services })
const contracts = {
  all: undefined,
  shop: covers(['Sklep']),
  shops: covers(['Sklep', 'Magazyn']),
  printers: covers([], ['drukarka']),
  shopPrinters: covers(['Sklep'], ['drukarka']),
  network: covers([], [], ['sieć']),
}
type Name = keyof typeof contracts

//  what it shows                              contracts                      the ticket                                   falls under
const cases: [string, Name[], About, Name[]][] = [
  ['one contract takes everything', ['all'], { site: 'Sklep' }, ['all']],
  ['the contract of the site', ['all', 'shop'], { site: 'Sklep' }, ['shop']],
  ['case and spaces do not matter', ['all', 'shop'], { site: ' sklep ' }, ['shop']],
  ['another site', ['all', 'shop'], { site: 'Biuro' }, ['all']],
  ['nothing covers it', ['shop'], { site: 'Biuro' }, []],
  ['the shorter list of sites', ['shops', 'shop'], { site: 'Sklep' }, ['shop']],
  ['only the longer list names it', ['shops', 'shop'], { site: 'Magazyn' }, ['shops']],
  [
    'site and class beat either',
    ['shop', 'printers', 'shopPrinters'],
    { site: 'Sklep', deviceClass: 'drukarka' },
    ['shopPrinters'],
  ],
  [
    'site against class: a person chooses',
    ['shop', 'printers'],
    { site: 'Sklep', deviceClass: 'drukarka' },
    ['shop', 'printers'],
  ],
  ['a ticket that names nothing', ['all', 'shop'], {}, ['all']],
  ['a ticket that names nothing, and only narrow ones', ['shop', 'network'], {}, ['shop', 'network']],
  ['a site is known, the class is not', ['all', 'shopPrinters'], { site: 'Sklep' }, ['all']],
  ['two alike: a person chooses', ['all', 'all'], { site: 'Sklep' }, ['all', 'all']],
]
for (const [what, names, about, expected] of cases) {
  test(`${what}: ${expected.join(' or ') || 'no contract'}`, () => {
    const all = names.map((name) => ({ name, covers: contracts[name] }))
    assert.deepEqual(
      narrowest(all, about).map(({ name }) => name),
      expected,
    )
  })
}

//  the two                    could clash
const pairs: [Name, Name, boolean][] = [
  ['all', 'all', true],
  ['all', 'shop', false],
  ['shop', 'shops', false],
  ['shop', 'shop', true],
  ['shop', 'printers', true],
  ['printers', 'network', true],
  ['shopPrinters', 'shop', false],
]
for (const [a, b, expected] of pairs) {
  test(`contracts "${a}" and "${b}" over the same days are ${expected ? '' : 'not '}pointed out`, () => {
    assert.equal(clash(contracts[a], contracts[b]), expected)
    assert.equal(clash(contracts[b], contracts[a]), expected)
  })
}
