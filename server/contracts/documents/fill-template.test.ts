import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillTemplate, placeholdersOf, TemplateProblem, type TemplateValues } from './fill-template.ts'

const values: TemplateValues = {
  nazwa: 'Piekarnia',
  puste: '',
  tak: true,
  nie: false,
  lista: [{ lp: '1' }, { lp: '2', nazwa: 'Sklep' }],
  nic: [],
  miejsce: { miasto: 'Gdańsk' },
}

//  what it shows                            template                                          filled
const filled = [
  ['a value', 'dla {nazwa}.', 'dla Piekarnia.'],
  ['a condition that holds', '{#tak}a{/tak}{^tak}b{/tak}', 'a'],
  ['a condition that does not', '{#nie}a{/nie}{^nie}b{/nie}', 'b'],
  ['a text as condition and as value', '{#nazwa} ({nazwa}){/nazwa}', ' (Piekarnia)'],
  ['an empty text as condition', '{#puste}a{/puste}{^puste}b{/puste}', 'b'],
  ['a list; what an item lacks comes from outside', '{#lista}{lp}:{nazwa};{/lista}', '1:Piekarnia;2:Sklep;'],
  ['an empty list', '{#nic}a{/nic}{^nic}nie użyto{/nic}', 'nie użyto'],
  ['a group of values', '{#miejsce}{miasto}, {nazwa}{/miejsce}', 'Gdańsk, Piekarnia'],
  ['one inside another', '{#tak}{#lista}{lp}{/lista}{^nie}!{/nie}{/tak}', '12!'],
] as const

for (const [what, template, expected] of filled) {
  test(`${what}: ${template}`, () => assert.equal(fillTemplate(template, values), expected))
}

//  what is wrong                            template                       the error names it
const refusedTemplates = [
  ['an unknown placeholder', '{nazwaa}', '{nazwaa} has no value'],
  ['an unknown condition', '{#warunek}a{/warunek}', '{warunek} has no value'],
  ['an unknown opposite condition', '{^warunek}a{/warunek}', '{warunek} has no value'],
  ['a placeholder inside a list', '{#lista}{cena}{/lista}', '{cena} has no value'],
  ['an empty value', '{puste}', '{puste} is empty'],
  ['a list where a text belongs', '{lista}', '{lista} is not a text'],
  ['what every object has anyway', '{constructor}', '{constructor} has no value'],
  ['two at once', '{a} i {b}', '{a} has no value; {b} has no value'],
  ['a section never closed', '{#tak}a', '{#tak} is never closed'],
  ['a section closed twice', '{#tak}a{/tak}{/tak}', '{/tak} closes nothing that is open'],
  ['sections that cross', '{#tak}{#nie}{/tak}{/nie}', '{/tak} closes nothing that is open'],
  ['a bracket of other use', 'a { b', 'not a placeholder: a { b'],
  ['capitals in a name', '{Nazwa}', 'not a placeholder: {Nazwa}'],
] as const

for (const [what, template, message] of refusedTemplates) {
  test(`${what} is refused by name: ${template}`, () => {
    assert.throws(() => fillTemplate(template, values), { name: 'TemplateProblem', message })
  })
}

test('a value is one line of text and its brackets are only brackets', () => {
  assert.equal(fillTemplate('[{a}]', { a: ' {nazwa}\n\t1. drugi  wiersz ' }), '[{nazwa} 1. drugi wiersz]')
})

test('an absent value is told apart from a missing one by the type', () => {
  assert.throws(() => fillTemplate('{a}', { a: undefined } as unknown as TemplateValues), TemplateProblem)
})

test('the names of a template are listed once each', () => {
  assert.deepEqual(placeholdersOf('{#lista}{lp}{nazwa}{/lista}{nazwa}{^nie}{/nie}'), [
    'lista',
    'lp',
    'nazwa',
    'nie',
  ])
})
