/**
 * Fills a text of ours: `{name}` is a value, `{#name}…{/name}` repeats over a list or stands
 * when the condition holds, `{^name}…{/name}` stands when it does not. The filler is strict:
 * an unknown name, a missing or an empty value is an error that names it, so that no
 * contract is ever printed with a hole. What people typed stays one line of plain text.
 */
export type TemplateValue = string | boolean | TemplateValues | TemplateValues[]
export type TemplateValues = { [name: string]: TemplateValue }

/** Everything that is wrong with a text or its values, at once. */
export class TemplateProblem extends Error {
  override name = 'TemplateProblem'
  problems: string[]

  constructor(problems: string[]) {
    super(problems.join('; '))
    this.problems = problems
  }
}

type Node =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: string }
  | { kind: 'section'; name: string; inverted: boolean; inside: Node[] }

type Filling = { problems: Set<string>; show: (value: string) => string }

/** `show` may mark the values, so that a later step can tell them from our own text. */
export function fillTemplate(
  template: string,
  values: TemplateValues,
  show: (value: string) => string = (value) => value,
): string {
  const filling: Filling = { problems: new Set(), show }
  const text = render(parse(template), [values], filling)
  if (filling.problems.size > 0) throw new TemplateProblem([...filling.problems])
  return text
}

/** The names that a text uses, conditions and lists included. */
export function placeholdersOf(template: string): string[] {
  const names = new Set<string>()
  const visit = (nodes: Node[]): void => {
    for (const node of nodes) {
      if (node.kind !== 'text') names.add(node.name)
      if (node.kind === 'section') visit(node.inside)
    }
  }
  visit(parse(template))
  return [...names].toSorted()
}

function render(nodes: Node[], scopes: TemplateValues[], filling: Filling): string {
  return nodes.map((node) => renderOne(node, scopes, filling)).join('')
}

function renderOne(node: Node, scopes: TemplateValues[], filling: Filling): string {
  if (node.kind === 'text') return node.text
  const value = lookUp(node.name, scopes)
  if (value === undefined) return complain(filling, `{${node.name}} has no value`)
  if (node.kind === 'value') return renderValue(node.name, value, filling)
  if (node.inverted) return holds(value) ? '' : render(node.inside, scopes, filling)
  if (Array.isArray(value))
    return value.map((item) => render(node.inside, [item, ...scopes], filling)).join('')
  if (!holds(value)) return ''
  return render(node.inside, typeof value === 'object' ? [value, ...scopes] : scopes, filling)
}

function renderValue(name: string, value: TemplateValue, filling: Filling): string {
  if (typeof value !== 'string') return complain(filling, `{${name}} is not a text`)
  const line = value.replaceAll(/[\s\p{Cc}]+/gu, (space) => (space === '\u00a0' ? space : ' ')).trim()
  return line === '' ? complain(filling, `{${name}} is empty`) : filling.show(line)
}

function lookUp(name: string, scopes: TemplateValues[]): TemplateValue | undefined {
  return scopes.find((scope) => Object.hasOwn(scope, name))?.[name]
}

function holds(value: TemplateValue): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function complain(filling: Filling, problem: string): '' {
  filling.problems.add(problem)
  return ''
}

/** The text as a tree; a tag that is not ours, not opened or not closed is an error. */
function parse(template: string): Node[] {
  const root: Node[] = []
  const open: { name: string; nodes: Node[] }[] = [{ name: '', nodes: root }]
  for (const piece of template.split(/(\{[^{}]*\})/)) {
    const here = open.at(-1)!
    const tag = /^\{([#^/]?)([a-z][a-z0-9_]*)\}$/.exec(piece)
    if (!tag) {
      if (/[{}]/.test(piece)) throw new TemplateProblem([`not a placeholder: ${piece.slice(0, 40)}`])
      if (piece) here.nodes.push({ kind: 'text', text: piece })
      continue
    }
    const [, sign, name = ''] = tag
    if (sign === '') here.nodes.push({ kind: 'value', name })
    else if (sign === '/') close(open, name)
    else openSection(open, name, sign === '^')
  }
  if (open.length > 1) throw new TemplateProblem([`{#${open.at(-1)!.name}} is never closed`])
  return root
}

function openSection(open: { name: string; nodes: Node[] }[], name: string, inverted: boolean): void {
  const inside: Node[] = []
  open.at(-1)!.nodes.push({ kind: 'section', name, inverted, inside })
  open.push({ name, nodes: inside })
}

function close(open: { name: string; nodes: Node[] }[], name: string): void {
  const last = open.at(-1)!
  if (open.length === 1 || last.name !== name)
    throw new TemplateProblem([`{/${name}} closes nothing that is open`])
  open.pop()
}
