import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountInWords } from './amount-in-words.ts'

const cases = [
  [0, 'zero złotych 00/100', 'zero zlotys 00/100'],
  [100, 'jeden złoty 00/100', 'one zloty 00/100'],
  [205, 'dwa złote 05/100', 'two zlotys 05/100'],
  [1200, 'dwanaście złotych 00/100', 'twelve zlotys 00/100'],
  [2200, 'dwadzieścia dwa złote 00/100', 'twenty-two zlotys 00/100'],
  [11200, 'sto dwanaście złotych 00/100', 'one hundred and twelve zlotys 00/100'],
  [
    178965,
    'jeden tysiąc siedemset osiemdziesiąt dziewięć złotych 65/100',
    'one thousand seven hundred and eighty-nine zlotys 65/100',
  ],
  [250000, 'dwa tysiące pięćset złotych 00/100', 'two thousand five hundred zlotys 00/100'],
  [1500001, 'piętnaście tysięcy złotych 01/100', 'fifteen thousand zlotys 01/100'],
  [2200000, 'dwadzieścia dwa tysiące złotych 00/100', 'twenty-two thousand zlotys 00/100'],
  [100000000, 'jeden milion złotych 00/100', 'one million zlotys 00/100'],
  [-12300, 'minus sto dwadzieścia trzy złote 00/100', 'minus one hundred and twenty-three zlotys 00/100'],
] as const

for (const [grosze, pl, en] of cases) {
  test(`${grosze} gr in words`, () => {
    assert.equal(amountInWords('pl', grosze), pl)
    assert.equal(amountInWords('en', grosze), en)
  })
}
