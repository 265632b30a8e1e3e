/** What a ticket is about: where, which device, what kind of matter, how bad; all of it moves clocks and prices. */
import { Button } from '@mantine/core'
import { Card } from '../kit/controls.tsx'
import { AppLink } from '../kit/link.tsx'
import { deviceName } from '../contracts/place-data.ts'
import { scaleName } from './about-fields.tsx'
import type { Deeds } from './deeds.tsx'
import { usePlaceWords } from '../contracts/place-words.ts'

export function AboutCard({ deeds }: { deeds: Deeds }) {
  const places = usePlaceWords()
  const { about } = places
  const { ticket, matrix } = deeds.page
  const { site, device, deviceClass, category, impact, urgency } = ticket
  const named = (kind: 'impact' | 'urgency', key: string | null) =>
    key &&
    scaleName(
      about,
      kind,
      (matrix?.[kind === 'impact' ? 'impacts' : 'urgencies'] ?? []).find((one) => one.key === key) ?? { key },
    )
  const scale = [named('impact', impact), named('urgency', urgency)].filter(Boolean).join(', ')
  const told: { name: string; value: string; to?: string }[] = [
    { name: places.site, value: site?.name ?? '', to: `/tickets?view=done&site=${site?.id}` },
    {
      name: about.device,
      value: device ? deviceName(device) : '',
      to: `/tickets?view=done&device=${device?.id}`,
    },
    { name: places.deviceClass, value: deviceClass ?? '' },
    { name: about.category, value: category ?? '' },
    {
      name: about.impact,
      value: ticket.priorityBy === 'matrix' ? `${scale} (${about.fromMatrix})` : scale,
    },
  ].filter(({ value }) => value)
  const may = deeds.may('changeAbout')
  return (
    <Card
      title={about.title}
      aside={
        <Button
          size="compact-xs"
          variant="subtle"
          {...(may === true ? {} : { disabled: true, title: may })}
          onClick={() => deeds.start('changeAbout')}
        >
          {about.change}
        </Button>
      }
    >
      {told.length === 0 ? (
        <p className="d-quiet">{about.nothing}</p>
      ) : (
        <dl className="d-about">
          {told.map(({ name, value, to }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {to ? (
                  <AppLink to={to} className="d-link" title={about.history}>
                    {value}
                  </AppLink>
                ) : (
                  value
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}
