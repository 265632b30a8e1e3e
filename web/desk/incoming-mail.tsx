/** Every message that came by mail, what the program did with it, and its original. */
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronLeft } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { momentDense } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Pills } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { LinkButton, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RowList } from '../kit/row-list.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useCompany } from '../accounts/company-data.ts'
import { useSession } from '../session.ts'
import { inView, mailViews, toneOf, type IncomingMail as Mail } from './mail-look.ts'
import { OriginalMailView } from './original-mail.tsx'
import './mail.css'

const pageSize = 100

export default function IncomingMail() {
  const { intake, kit } = useWords()
  const words = intake.mail
  const wide = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false })
  const [url, setUrl] = useUrlState()
  const view = mailViews.find((one) => one === url.view) ?? 'all'
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['incoming_mails', {}],
    queryFn: ({ pageParam }) => api.get('/api/incoming-mails', { query: { before: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.receivedAt),
  })
  const all = data?.pages.flat()
  const shown = all?.filter((mail) => inView(mail, view)) ?? []
  const problems = all?.filter((mail) => inView(mail, 'problems')).length ?? 0
  const isAlone = !wide && url.id !== undefined
  const open = (mail: Mail) => setUrl({ id: mail.id }, { replace: wide })
  return (
    <Page
      fixed
      header={
        <PageHeader title={intake.nav.mail}>
          <Pills
            label={intake.nav.mail}
            pills={mailViews.map((id) => ({
              id,
              label: words[id],
              ...(id === 'problems' && problems > 0 ? { count: problems } : {}),
            }))}
            chosen={view}
            onChoose={(id) => setUrl({ view: id === 'all' ? undefined : id, id: undefined })}
          />
        </PageHeader>
      }
    >
      {!all && <SkeletonAfter />}
      {all?.length === 0 && <NothingCame />}
      {all && all.length > 0 && (
        <div className="m-split">
          {!isAlone && (
            <div className="m-list">
              {shown.length === 0 && <p className="m-none">{words.nothing}</p>}
              <MailRows mails={shown} chosen={url.id} onOpen={open} />
              {hasNextPage && (
                <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {words.older}
                </Button>
              )}
            </div>
          )}
          {url.id && (
            <div className="m-side">
              {!wide && (
                <Button
                  variant="subtle"
                  leftSection={<IconChevronLeft size={18} stroke={1.8} />}
                  onClick={() => setUrl({ id: undefined })}
                >
                  {kit.buttons.back}
                </Button>
              )}
              <OriginalMailView key={url.id} id={url.id} />
            </div>
          )}
          {!url.id && wide && (
            <div className="m-side">
              <EmptyState sentence={words.pick} explanation={words.pickWhy} drawing={null} />
            </div>
          )}
        </div>
      )}
    </Page>
  )
}

type RowsProps = { mails: Mail[]; chosen: string | undefined; onOpen: (mail: Mail) => void }

function MailRows({ mails, chosen, onOpen }: RowsProps) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const now = useNow()
  const [active, setActive] = useState<string>()
  return (
    <RowList
      label={words.intake.mail.list}
      groups={[{ id: 'all', rows: mails }]}
      keyOf={(mail) => mail.id}
      active={active ?? chosen}
      rowHeight={54}
      onActive={setActive}
      onOpen={onOpen}
      onPreview={onOpen}
    >
      {(mail) => (
        <div className="m-row">
          <div>
            <strong>{mail.subject || words.mail.withoutSubject}</strong>
            <time className="num" dateTime={mail.receivedAt}>
              {momentDense(lang, mail.receivedAt, zone, now)}
            </time>
          </div>
          <div>
            <span>{mail.sender}</span>
            <ReasonChip tone={toneOf(mail)}>{words.mail.outcomes[mail.outcome]}</ReasonChip>
          </div>
        </div>
      )}
    </RowList>
  )
}

function NothingCame() {
  const { intake } = useWords()
  const { data: company } = useCompany()
  const { role } = useSession().person
  const mayConnect = role === 'owner' || role === 'manager'
  return (
    <EmptyState
      sentence={intake.mail.empty}
      explanation={intake.mail.emptyWhy({ address: company?.mailAddress ?? '' })}
      action={
        mayConnect && (
          <LinkButton to="/mailboxes" size="lg">
            {intake.mail.addMailbox}
          </LinkButton>
        )
      }
    />
  )
}
