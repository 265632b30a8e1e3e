/** Written by `npm run generate` from the OpenAPI document of the running server. Do not edit. */

export namespace Schemas {
  // <Schemas>
  export type Absence = {
    staffId: string
    fromOn: string
    toOn: string
    kind: 'holiday' | 'sick' | 'training' | 'other'
    deputyId: string | null
    note: string
    id: string
    version: number
  }
  export type AmendmentItem = {
    id: string
    contractId: string
    number: string
    clientId: string
    clientName: string
    facts: {
      feeBeforeGrosze: number
      feeAfterGrosze: number
      changes: Array<{
        itemId: string
        name?: string | undefined
        path: string
        before: string
        after: string
      }>
      index?: { key: string; year: number; value: string | null } | undefined
      changeBp?: number | undefined
      announcedBp?: number | undefined
      limit?: ('cap' | 'floor') | undefined
      capBp?: number | undefined
      noticeBy?: string | undefined
      overridden?: Array<string> | undefined
      added?: Array<string> | undefined
      removed?: Array<string> | undefined
    }
    problem:
      | (
          | 'figureMissing'
          | 'noChange'
          | 'noticeLate'
          | 'settled'
          | 'draftExists'
          | 'alreadyMade'
          | 'notPriceable'
        )
      | null
    isBlocked: boolean
    isChosen: boolean
    versionNumber: number | null
    letterFileId: string | null
    madeAt: string | null
    failure: { code: string; facts: Record<string, unknown> } | null
  }
  export type AmendmentRun = {
    id: string
    kind: 'indexation' | 'priceList'
    validFrom: string
    priceListName: string | null
    priceListNumber: number | null
    createdAt: string
    startedAt: string | null
    endedAt: string | null
    sendsLetters: boolean
  }
  export type AmendmentRunDetail = {
    id: string
    kind: 'indexation' | 'priceList'
    validFrom: string
    priceListName: string | null
    priceListNumber: number | null
    createdAt: string
    startedAt: string | null
    endedAt: string | null
    sendsLetters: boolean
    items: Array<AmendmentItem>
  }
  export type AskedFacts = Partial<{
    role: Array<string>
    service: Array<string>
    site: Array<string>
    deviceClass: Array<string>
    zone: Array<string>
    flags: Array<string>
  }>
  export type BackTest = {
    from: string
    to: string
    bills: number
    differing: number
    differenceGrosze: number
    rows: Array<{
      clientId: string
      clientName: string
      month: string
      issuedNetGrosze: number
      byHandGrosze: number
      missedTargets: number
      computedNetGrosze: number
      differenceGrosze: number
    }>
  }
  export type Balance = {
    invoiceId: string
    number: string
    clientId: string
    issueOn: string
    dueOn: string
    grossGrosze: number
    paidGrosze: number
    openGrosze: number
  }
  export type ProposalProblem = { code: string; facts: Record<string, unknown> }
  export type ProposalTotals = {
    netGrosze: number
    vatGrosze: number
    grossGrosze: number
    feeGrosze: number
    overGrosze: number
  }
  export type ProposalInList = {
    id: string
    clientId: string
    clientName: string
    state: 'open' | 'issued' | 'skipped'
    reason: 'withinFee' | 'overFee' | 'noTickets' | 'needsDecision' | 'empty'
    problems: Array<ProposalProblem>
    totals: ProposalTotals
    contractNumbers: Array<string>
    previousNetGrosze: number | null
    tickets: number
    invoiceId: string | null
    invoiceNumber: string | null
    version: number
  }
  export type BillingMonth = {
    month: string
    from: string
    to: string
    isEnded: boolean
    isBuilt: boolean
    proposals: Array<ProposalInList>
    runId: string | null
    isRunning: boolean
  }
  export type WeeklyHours = {
    mon: Array<[string, string]>
    tue: Array<[string, string]>
    wed: Array<[string, string]>
    thu: Array<[string, string]>
    fri: Array<[string, string]>
    sat: Array<[string, string]>
    sun: Array<[string, string]>
  }
  export type WorkCalendar = {
    timezone: string
    weekly: WeeklyHours
    publicHolidays:
      | 'PL'
      | 'AT'
      | 'BE'
      | 'CZ'
      | 'DE'
      | 'DK'
      | 'EE'
      | 'FI'
      | 'FR'
      | 'HU'
      | 'IT'
      | 'LT'
      | 'LU'
      | 'LV'
      | 'NL'
      | 'PT'
      | 'SE'
      | 'SI'
      | 'SK'
      | 'none'
    closures?: Array<{ date: string; name: string }> | undefined
    extraDays?: Array<{ date: string; windows: Array<[string, string]> }> | undefined
    overrides?: Record<string, Array<[string, string]>> | undefined
    cuts?: Record<string, Array<[string, string]>> | undefined
    seasons?:
      | Array<{
          from: string
          to: string
          weekly: WeeklyHours
          publicHolidays?:
            | (
                | 'PL'
                | 'AT'
                | 'BE'
                | 'CZ'
                | 'DE'
                | 'DK'
                | 'EE'
                | 'FI'
                | 'FR'
                | 'HU'
                | 'IT'
                | 'LT'
                | 'LU'
                | 'LV'
                | 'NL'
                | 'PT'
                | 'SE'
                | 'SI'
                | 'SK'
                | 'none'
              )
            | undefined
        }>
      | undefined
    holidays?: Array<string> | undefined
  }
  export type Calendar = {
    id: string
    name: string
    calendar: WorkCalendar
    isDefault: boolean
    version: number
  }
  export type CalendarAmendments = {
    amended: Array<{ contractId: string; number: string; version: number }>
    skipped: Array<{ contractId: string; number: string; code: string }>
  }
  export type Cap = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    amountPrice: string
    over?: Array<string> | undefined
    prorate?: ('calendarDays' | 'none') | undefined
    kind: 'cap'
  }
  export type InvoiceRecipient = {
    name: string
    nip: string | null
    addressLine1: string
    addressLine2: string
  }
  export type Client = {
    name: string
    nip: string | null
    regon: string | null
    addressLine1: string
    addressLine2: string
    country: string
    email: string
    invoiceEmail: string
    phone: string
    registerSentence: string
    representation: string
    accountManagerId: string | null
    isLocalGovernment: boolean
    isVatGroupMember: boolean
    isTaxablePerson: boolean
    isLargeEnterprise: boolean
    invoiceRecipient: InvoiceRecipient | null
    notes: string
    id: string
    archivedAt: string | null
    createdAt: string
    version: number
  }
  export type ImportProblem = {
    code:
      | 'name_missing'
      | 'nip_missing'
      | 'nip_characters'
      | 'nip_length'
      | 'nip_office'
      | 'nip_checksum'
      | 'email_invalid'
      | 'contact_without_email'
      | 'contact_without_name'
      | 'yes_no_unclear'
      | 'name_differs'
      | 'row_is_uneven'
    column:
      | 'name'
      | 'nip'
      | 'regon'
      | 'addressLine1'
      | 'addressLine2'
      | 'email'
      | 'invoiceEmail'
      | 'phone'
      | 'contactName'
      | 'contactEmail'
      | 'contactPhone'
      | 'contactPosition'
      | 'isSupervisor'
      | 'receivesInvoices'
    text: string
    message: string
  }
  export type ClientImport = {
    rows: Array<{
      row: number
      name: string
      nip: string | null
      client: 'new' | 'known' | 'sameFile'
      contact: { name: string; email: string; happens: 'new' | 'known' } | null
      problems: Array<ImportProblem>
    }>
    unknownHeadings: Array<string>
    newClients: number
    newContacts: number
    problems: number
    isSaved: boolean
  }
  export type Interest = {
    grosze: number
    isCommercial: boolean
    segments: Array<{ from: string; to: string; days: number; rateBp: number; principalGrosze: number }>
    uncertainAfter?: string | undefined
  }
  export type NextStep =
    | { kind: 'reminder'; at: string }
    | { kind: 'person'; because: 'reminded' | 'no_address' | 'credit' }
    | { kind: 'none' }
  export type OpenInvoice = {
    invoiceId: string
    number: string
    clientId: string
    issueOn: string
    dueOn: string
    grossGrosze: number
    paidGrosze: number
    openGrosze: number
    effectiveDueOn: string
    daysOverdue: number
    stage: 'beforeDue' | 'days1to7' | 'days8to30' | 'over30'
    interest: Interest
    reminders: Array<{
      id: string
      invoiceId: string
      step: number
      at: string
      openGrosze: number
      interestGrosze: number
      mailId: string | null
      mailState: string | null
    }>
    nextStep: NextStep
  }
  export type Payment = {
    id: string
    clientId: string
    paidOn: string
    amountGrosze: number
    currency: string
    note: string
    enteredAt: string
    enteredBy: string | null
    enteredByName: string | null
    withdrawnAt: string | null
    withdrawnBecause: string | null
    allocations: Array<{ invoiceId: string; number: string; amountGrosze: number }>
    leftGrosze: number
  }
  export type ClientStatement = {
    on: string
    client: {
      id: string
      name: string
      nip: string | null
      phone: string
      email: string
      invoiceEmail: string
    }
    balanceGrosze: number
    openGrosze: number
    overdueGrosze: number
    interestGrosze: number
    creditGrosze: number
    open: Array<OpenInvoice>
    invoices: Array<Balance>
    payments: Array<Payment>
    rows: Array<{
      kind: 'invoice' | 'correction' | 'payment'
      id: string
      on: string
      text: string
      amountGrosze: number
      balanceGrosze: number
    }>
  }
  export type Stretch = {
    from: string
    to: string
    kind: 'counted' | 'closed' | 'paused'
    why?:
      | {
          code: string
          on?: string | undefined
          name?: string | undefined
          key?: string | undefined
          reason?: string | undefined
          clause?: string | undefined
        }
      | undefined
  }
  export type Clock = {
    target: 'reaction' | 'arrival' | 'nextReply' | 'periodicUpdate' | 'workAround' | 'resolution'
    state: 'running' | 'standing' | 'paused' | 'met' | 'missed' | 'breached_running' | 'void'
    startedAt: string
    dueAt?: string | undefined
    metAt?: string | undefined
    metBy?: { kind: string; by?: string | undefined } | undefined
    grantedSeconds: number
    usedSeconds: number
    usedShare: number
    remainingSeconds: number
    overSeconds: number
    resumesAt?: string | undefined
    pausedBecause?: string | undefined
    pausedAt?: string | undefined
    stretches: Array<Stretch>
    afterDue: Array<{ from: string; to: string }>
    matchedRow: {
      priority: string
      category?: string | undefined
      deviceClass?: string | undefined
      site?: string | undefined
      row?: number | undefined
      isFallback?: boolean | undefined
      granted: { minutes: number } | { businessDays: number }
      calendar?: string | undefined
      clause?: string | undefined
    }
    rounds?:
      | Array<{
          startedAt: string
          dueAt?: string | undefined
          metAt: string
          isMet: boolean
          overSeconds: number
        }>
      | undefined
    calendarName: string
  }
  export type PauseReason = {
    key: string
    name?: string | undefined
    stops: Array<'reaction' | 'arrival' | 'nextReply' | 'periodicUpdate' | 'workAround' | 'resolution'>
    clause?: string | undefined
    endsOnClientMessage?: boolean | undefined
  }
  export type ClockTerms = {
    onPriorityChange: 'fromReport' | 'restart'
    onReopen: 'continue' | 'restart' | 'newTicket'
    warrantyDays?: number | undefined
    gateClock: 'fromReport' | 'fromAdmission'
    closeAfterDays: number
    pauseReasons: Array<PauseReason>
    targets?:
      | Partial<{
          reaction: Partial<{
            startsWith: 'report' | 'takeOver' | 'arrival' | 'workAround'
            fulfilledBy: Array<
              'taken_over' | 'public_reply' | 'work_started' | 'arrived' | 'worked_around' | 'resolved'
            >
          }>
          arrival: Partial<{
            startsWith: 'report' | 'takeOver' | 'arrival' | 'workAround'
            fulfilledBy: Array<
              'taken_over' | 'public_reply' | 'work_started' | 'arrived' | 'worked_around' | 'resolved'
            >
          }>
          nextReply: Partial<{
            startsWith: 'report' | 'takeOver' | 'arrival' | 'workAround'
            fulfilledBy: Array<
              'taken_over' | 'public_reply' | 'work_started' | 'arrived' | 'worked_around' | 'resolved'
            >
          }>
          periodicUpdate: Partial<{
            startsWith: 'report' | 'takeOver' | 'arrival' | 'workAround'
            fulfilledBy: Array<
              'taken_over' | 'public_reply' | 'work_started' | 'arrived' | 'worked_around' | 'resolved'
            >
          }>
          workAround: Partial<{
            startsWith: 'report' | 'takeOver' | 'arrival' | 'workAround'
            fulfilledBy: Array<
              'taken_over' | 'public_reply' | 'work_started' | 'arrived' | 'worked_around' | 'resolved'
            >
          }>
          resolution: Partial<{
            startsWith: 'report' | 'takeOver' | 'arrival' | 'workAround'
            fulfilledBy: Array<
              'taken_over' | 'public_reply' | 'work_started' | 'arrived' | 'worked_around' | 'resolved'
            >
          }>
        }>
      | undefined
    warnings?:
      | Array<{ share: number; tell: Array<'assignee' | 'accountManager' | 'deputy' | 'manager'> }>
      | undefined
  }
  export type Clocks = { at: string; terms: { version: number; validFrom: string }; clocks: Array<Clock> }
  export type CollectionBoard = {
    on: string
    invoices: Array<{
      invoiceId: string
      number: string
      clientId: string
      issueOn: string
      dueOn: string
      grossGrosze: number
      paidGrosze: number
      openGrosze: number
      effectiveDueOn: string
      daysOverdue: number
      stage: 'beforeDue' | 'days1to7' | 'days8to30' | 'over30'
      interest: Interest
      reminders: Array<{
        id: string
        invoiceId: string
        step: number
        at: string
        openGrosze: number
        interestGrosze: number
        mailId: string | null
        mailState: string | null
      }>
      nextStep: NextStep
      clientName: string
    }>
    sums: {
      openGrosze: number
      overdueGrosze: number
      interestGrosze: number
      dueThisWeekGrosze: number
      stages: {
        beforeDue: { count: number; openGrosze: number }
        days1to7: { count: number; openGrosze: number }
        days8to30: { count: number; openGrosze: number }
        over30: { count: number; openGrosze: number }
      }
    }
  }
  export type PriorityLevel = {
    priority: 'critical' | 'high' | 'normal' | 'low'
    definition: string
    reactionMinutes: number
    resolutionMinutes?: number | undefined
    resolutionBusinessDays?: number | undefined
    calendarId: string
  }
  export type Company = {
    name: string
    nip: string | null
    regon: string | null
    addressLine1: string
    addressLine2: string
    email: string
    phone: string
    registerSentence: string
    representation: string
    bankAccount: string
    bankName: string
    language: 'pl' | 'en'
    priorities: Array<PriorityLevel>
    defaultVat: string
    invoicePattern: string
    correctionPattern: string
    contractPattern: string
    paymentDays: number
    exemptionBasis: string
    isCashMethod: boolean
    onboarding: Record<string, unknown>
    mailAllowList: Array<string>
    tenantId: string
    slug: string
    kind: 'live' | 'sandbox' | 'demo'
    timezone: string
    trade: string
    country: string
    version: number
    intakeSecret: string | null
    mailAddress: string
    formUrl: string
  }
  export type FlatFee = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    kind: 'flatFee'
    feePrice: string
    timing: 'advance' | 'arrears'
    covers?: Array<'tickets' | 'time' | 'travel' | 'material'> | undefined
    prorate?: ('calendarDays' | 'none') | undefined
    every?: ('period' | 'month') | undefined
  }
  export type PerTicket = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    kind: 'perTicket'
    where?:
      | Partial<{
          roles: Array<string>
          services: Array<string>
          categories: Array<string>
          notCategories: Array<string>
          priorities: Array<string>
          flags: Array<string>
          notFlags: Array<string>
          sites: Array<string>
          deviceClasses: Array<string>
          outOfScope: true
          otherwise: true
        }>
      | undefined
    included: number
    unitPrice: string
    tiers?:
      | (
          | {
              mode: 'graduated' | 'volume'
              steps: Array<{ upTo: string | null; unitPrice: string; stepPrice?: string | undefined }>
            }
          | {
              mode: 'package'
              size: string
              packagePrice: string
              freeUnits?: string | undefined
              rounding?: ('up' | 'down') | undefined
            }
          | {
              mode: 'blocks'
              policy: 'allTiers' | 'topTier'
              steps: Array<{ size: string; packagePrice: string; packages: string | null }>
            }
        )
      | undefined
    draw?: Array<string> | undefined
    countedBy: 'reportedAt' | 'resolvedAt'
    excludes: Array<'cancelled' | 'merged' | 'ourFault' | 'warranty'>
    exceptPriorities?: Array<string> | undefined
    countsAgainAfterDays?: number | undefined
    prorateIncluded: 'up' | 'halfUp' | 'full'
    covers?: Array<'time' | 'travel' | 'material'> | undefined
  }
  export type PerTime = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    kind: 'perTime'
    place?: ('remote' | 'onSite' | 'any') | undefined
    where?:
      | Partial<{
          roles: Array<string>
          services: Array<string>
          categories: Array<string>
          notCategories: Array<string>
          priorities: Array<string>
          flags: Array<string>
          notFlags: Array<string>
          sites: Array<string>
          deviceClasses: Array<string>
          outOfScope: true
          otherwise: true
        }>
      | undefined
    includedMinutes: number
    hourPrice: string
    tiers?:
      | (
          | {
              mode: 'graduated' | 'volume'
              steps: Array<{ upTo: string | null; unitPrice: string; stepPrice?: string | undefined }>
            }
          | {
              mode: 'package'
              size: string
              packagePrice: string
              freeUnits?: string | undefined
              rounding?: ('up' | 'down') | undefined
            }
          | {
              mode: 'blocks'
              policy: 'allTiers' | 'topTier'
              steps: Array<{ size: string; packagePrice: string; packages: string | null }>
            }
        )
      | undefined
    draw?: Array<string> | undefined
    drawOrder?: ('oldest' | 'dearest') | undefined
    settle?: 'endOfPool' | undefined
    round: {
      unitMinutes: number
      scope: 'entry' | 'visit' | 'ticket' | 'day' | 'period'
      firstMinutes?: number | undefined
      minimumMinutes?: number | undefined
      surplus?: ('lastBand' | 'extend') | undefined
    }
    bands?:
      | Array<{
          days: Array<'workday' | 'sat' | 'sun' | 'holiday' | 'any'>
          fromTime?: string | undefined
          toTime?: string | undefined
          factor?: string | undefined
          hourPrice?: string | undefined
        }>
      | undefined
    weigh?:
      | Array<{
          days: Array<'workday' | 'sat' | 'sun' | 'holiday' | 'any'>
          fromTime?: string | undefined
          toTime?: string | undefined
          factor?: string | undefined
          hourPrice?: string | undefined
        }>
      | undefined
    overtime?:
      | {
          afterMinutes: number
          per: 'visit' | 'ticket' | 'day'
          factor?: string | undefined
          hourPrice?: string | undefined
        }
      | undefined
    afterEvent?: string | undefined
    flatUpTo?: { minutes: number; price: string } | undefined
    prorateIncluded?: ('up' | 'halfUp' | 'full') | undefined
    excludes?: Array<'cancelled' | 'merged' | 'ourFault' | 'warranty'> | undefined
  }
  export type Travel = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    kind: 'travel'
    where?:
      | Partial<{
          roles: Array<string>
          services: Array<string>
          categories: Array<string>
          notCategories: Array<string>
          priorities: Array<string>
          flags: Array<string>
          notFlags: Array<string>
          sites: Array<string>
          deviceClasses: Array<string>
          outOfScope: true
          otherwise: true
        }>
      | undefined
    perTripPrice?: string | undefined
    perKmPrice?: string | undefined
    minimumPerTripPrice?: string | undefined
    zones?: Array<{ zone: string; perTripPrice: string }> | undefined
    includedTrips?: number | undefined
    excludes?: Array<'cancelled' | 'merged' | 'ourFault' | 'warranty'> | undefined
  }
  export type Material = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    kind: 'material'
    where?:
      | Partial<{
          roles: Array<string>
          services: Array<string>
          categories: Array<string>
          notCategories: Array<string>
          priorities: Array<string>
          flags: Array<string>
          notFlags: Array<string>
          sites: Array<string>
          deviceClasses: Array<string>
          outOfScope: true
          otherwise: true
        }>
      | undefined
    costPlusBp?: number | undefined
    listPrices?: Record<string, string> | undefined
    excludes?: Array<'cancelled' | 'merged' | 'ourFault' | 'warranty'> | undefined
  }
  export type PerUnit = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    kind: 'perUnit'
    unit: string
    unitPrice: string
    tiers?:
      | (
          | {
              mode: 'graduated' | 'volume'
              steps: Array<{ upTo: string | null; unitPrice: string; stepPrice?: string | undefined }>
            }
          | {
              mode: 'package'
              size: string
              packagePrice: string
              freeUnits?: string | undefined
              rounding?: ('up' | 'down') | undefined
            }
          | {
              mode: 'blocks'
              policy: 'allTiers' | 'topTier'
              steps: Array<{ size: string; packagePrice: string; packages: string | null }>
            }
        )
      | undefined
    sizes?: Array<{ upTo: string | null; unitPrice: string }> | undefined
    classes?: Array<{ name: string; unitPrice: string }> | undefined
    included?: string | undefined
    change?: ('daily' | 'average' | 'peak' | 'first' | 'last') | undefined
    every?: ('period' | 'month') | undefined
    prorate?: ('calendarDays' | 'none') | undefined
  }
  export type Minimum = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    amountPrice: string
    over?: Array<string> | undefined
    prorate?: ('calendarDays' | 'none') | undefined
    kind: 'minimum'
    per?: ('contract' | 'device' | 'site') | undefined
    compared?: ('beforeDiscounts' | 'afterDiscounts') | undefined
  }
  export type Discount = {
    id: string
    name?: string | undefined
    vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
    clause?: string | undefined
    from?: string | undefined
    until?: string | undefined
    kind: 'discount'
    percentBp?: number | undefined
    amountPrice?: string | undefined
    on: Array<string> | 'all'
    order: number
  }
  export type PriceItem =
    | FlatFee
    | PerTicket
    | PerTime
    | Travel
    | Material
    | PerUnit
    | Minimum
    | Cap
    | Discount
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'oneOff'
        amountPrice: string
        on: string
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'perMeter'
        meters: Array<{ meter: string; weight?: string | undefined }>
        scope: 'device' | 'all'
        included?: string | undefined
        unitPrice: string
        tiers?:
          | (
              | {
                  mode: 'graduated' | 'volume'
                  steps: Array<{ upTo: string | null; unitPrice: string; stepPrice?: string | undefined }>
                }
              | {
                  mode: 'package'
                  size: string
                  packagePrice: string
                  freeUnits?: string | undefined
                  rounding?: ('up' | 'down') | undefined
                }
              | {
                  mode: 'blocks'
                  policy: 'allTiers' | 'topTier'
                  steps: Array<{ size: string; packagePrice: string; packages: string | null }>
                }
            )
          | undefined
        draw?: Array<string> | undefined
        settle?: 'endOfPool' | undefined
        missingAverageOf?: number | undefined
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'perEvent'
        events: Array<string>
        where?:
          | Partial<{
              roles: Array<string>
              services: Array<string>
              categories: Array<string>
              notCategories: Array<string>
              priorities: Array<string>
              flags: Array<string>
              notFlags: Array<string>
              sites: Array<string>
              deviceClasses: Array<string>
              outOfScope: true
              otherwise: true
            }>
          | undefined
        unitPrice: string
        classes?: Array<{ name: string; unitPrice: string }> | undefined
        tiers?:
          | (
              | {
                  mode: 'graduated' | 'volume'
                  steps: Array<{ upTo: string | null; unitPrice: string; stepPrice?: string | undefined }>
                }
              | {
                  mode: 'package'
                  size: string
                  packagePrice: string
                  freeUnits?: string | undefined
                  rounding?: ('up' | 'down') | undefined
                }
              | {
                  mode: 'blocks'
                  policy: 'allTiers' | 'topTier'
                  steps: Array<{ size: string; packagePrice: string; packages: string | null }>
                }
            )
          | undefined
        included?: number | undefined
        includedPer?: ('contract' | 'site' | 'device') | undefined
        draw?: Array<string> | undefined
        drawOrder?: ('oldest' | 'dearest') | undefined
        coversMinutes?: Partial<{ included: number; charged: number }> | undefined
        prorateIncluded?: ('up' | 'halfUp' | 'full') | undefined
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'points'
        place?: ('remote' | 'onSite' | 'any') | undefined
        where?:
          | Partial<{
              roles: Array<string>
              services: Array<string>
              categories: Array<string>
              notCategories: Array<string>
              priorities: Array<string>
              flags: Array<string>
              notFlags: Array<string>
              sites: Array<string>
              deviceClasses: Array<string>
              outOfScope: true
              otherwise: true
            }>
          | undefined
        round: {
          unitMinutes: number
          scope: 'entry' | 'visit' | 'ticket' | 'day' | 'period'
          firstMinutes?: number | undefined
          minimumMinutes?: number | undefined
          surplus?: ('lastBand' | 'extend') | undefined
        }
        basePoints?: string | undefined
        pointsPerUnit: string
        weigh?:
          | Array<{
              days: Array<'workday' | 'sat' | 'sun' | 'holiday' | 'any'>
              fromTime?: string | undefined
              toTime?: string | undefined
              factor?: string | undefined
              hourPrice?: string | undefined
            }>
          | undefined
        draw: Array<string>
        unitPrice: string
        excludes?: Array<'cancelled' | 'merged' | 'ourFault' | 'warranty'> | undefined
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'pool'
        unit: 'ticket' | 'hour' | 'event' | 'point' | 'meter' | 'money'
        grant: string
        per: 'period' | 'month' | 'quarter' | 'year'
        carry?:
          | {
              months: number
              cap?: string | undefined
              lose?: ('oldest' | 'newest') | undefined
              capFirst?: true | undefined
            }
          | undefined
        prorate?: ('up' | 'halfUp' | 'exact' | 'full' | 'months') | undefined
        scope?: ('contract' | 'site' | 'device') | undefined
        sharedAs?: string | undefined
        alertAtBp?: number | undefined
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'block'
        unit: 'ticket' | 'hour' | 'event' | 'point' | 'meter'
        size: string
        blockPrice: string
        validMonths?: number | undefined
        alertAtBp?: number | undefined
        topUp?: 'automatic' | undefined
        sharedAs?: string | undefined
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'surcharge'
        where: Partial<{
          roles: Array<string>
          services: Array<string>
          categories: Array<string>
          notCategories: Array<string>
          priorities: Array<string>
          flags: Array<string>
          notFlags: Array<string>
          sites: Array<string>
          deviceClasses: Array<string>
          outOfScope: true
          otherwise: true
        }>
        of: Array<string>
        percentBp?: number | undefined
        amountPrice?: string | undefined
        per?: ('visit' | 'entry' | 'ticket') | undefined
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'percentage'
        events: Array<string>
        ratePercent: string
        steps?:
          | Array<{ upTo: string | null; ratePercent: string; stepPrice?: string | undefined }>
          | undefined
        fixedPerEventPrice?: string | undefined
        minimumPerEventPrice?: string | undefined
        maximumPerEventPrice?: string | undefined
        freeEvents?: number | undefined
        freeUnits?: string | undefined
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'bundle'
        amountPrice: string
        of: Array<string>
        prorate?: ('calendarDays' | 'none') | undefined
      }
    | {
        id: string
        name?: string | undefined
        vat?: ('0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np') | undefined
        clause?: string | undefined
        from?: string | undefined
        until?: string | undefined
        kind: 'credit'
        measure: 'missed' | 'startedHours' | 'startedDays' | 'pointsBelow'
        priorities?: Array<string> | undefined
        targets?: Array<string> | undefined
        of: Array<string>
        percentBp?: number | undefined
        fraction?: { of: number; per: 'fee' | 'unit' } | undefined
        amountPrice?: string | undefined
        stepHours?: number | undefined
        afterMinutes?: number | undefined
        thresholdBp?: number | undefined
        capBp?: number | undefined
        confirm?: ('person' | 'none') | undefined
      }
  export type PriceList = {
    currency: 'PLN' | 'EUR' | 'USD' | 'GBP' | 'CHF' | 'CZK'
    vat: '0' | '5' | '8' | '23' | 'zw' | 'oo' | 'np'
    items: Array<PriceItem>
    holidays?: ('PL' | 'none') | undefined
    changes?:
      | Array<{ from: string; items: Array<PriceItem>; without?: Array<string> | undefined }>
      | undefined
  }
  export type CompanyPriceList = {
    id: string
    name: string
    description: string
    archivedAt: string | null
    version: number
    versions: Array<{
      id: string
      number: number
      priceList: PriceList
      note: string
      isDraft: boolean
      publishedAt: string | null
      version: number
    }>
    contracts: Array<{ number: number; contracts: number }>
  }
  export type ComplianceFigures = {
    met: number
    missed: number
    open: number
    /**
     * Kept of what was judged, in basis points
     */
    keptBp: number | null
    /**
     * Half of the kept ones took at most so long
     */
    medianUsedSeconds: number | null
    worstOverSeconds: number
  }
  export type ComplianceRow = {
    key: string
    name: string
    tickets: number
    all: ComplianceFigures
    targets: Partial<{
      reaction: ComplianceFigures
      arrival: ComplianceFigures
      nextReply: ComplianceFigures
      periodicUpdate: ComplianceFigures
      workAround: ComplianceFigures
      resolution: ComplianceFigures
    }>
  }
  export type Compliance = {
    from: string
    to: string
    by: 'client' | 'contract' | 'priority' | 'category' | 'technician' | 'month'
    rows: Array<ComplianceRow>
    total: ComplianceRow
    months: Array<ComplianceRow>
  }
  export type ConservedWork = {
    workId: string
    workKind: string
    on: string
    quantity: string
    surplus: string
    ticket: { id: string; number: string; subject: string } | null
    contractNumber: string | null
    invoice: { id: string; number: string } | null
    note: string | null
  }
  export type ConservedBin = {
    bin: string
    reason: string | null
    quantity: string
    surplus: string
    items: Array<ConservedWork>
  }
  export type ConservedUnit = {
    unit: string
    total: string
    binned: string
    surplus: string
    isComplete: boolean
    bins: Array<ConservedBin>
  }
  export type Conservation = {
    clientId: string
    clientName: string
    month: string
    isComplete: boolean
    pending: number
    units: Array<ConservedUnit>
  }
  export type Contact = {
    name: string
    email: string
    phone: string
    position: string
    hasPanelAccess: boolean
    isSupervisor: boolean
    receivesInvoices: boolean
    language: 'pl' | 'en'
    id: string
    clientId: string
    invitedAt: string | null
    leftAt: string | null
    version: number
  }
  export type VersionSummary = {
    id: string
    number: number
    kind: 'original' | 'amendment' | 'correction'
    validFrom: string
    validTo: string | null
    recordedAt: string
    supersededAt: string | null
    recordedByName: string
    correctsNumber: number | null
    reason: string | null
    isDraft: boolean
    isInForce: boolean
    fingerprint: string
    pageCode: string
    sentAt: string | null
    documentFileId: string | null
    documentSha256: string | null
    signedScanFileId: string | null
    signedOn: string | null
    paper: 'draft' | 'sent' | 'signed'
    printedOn: { choice: string | null; templateId: string | null; name: string; isPrinted: boolean }
    signedFiles: Array<{ id: string; name: string; mediaType: string }>
    priceListId: string | null
    priceListNumber: number | null
    version: number
  }
  export type Contract = {
    id: string
    number: string
    clientId: string
    clientName: string
    concludedOn: string | null
    validFrom: string
    validTo: string | null
    lastDay: string | null
    activatedAt: string | null
    templateId: string | null
    templateTrade: string | null
    suspension: { fromOn: string; toOn: string | null; reason: string } | null
    endedOn: string | null
    endReason: string | null
    settledTo: string | null
    createdAt: string
    version: number
    state: 'draft' | 'future' | 'inForce' | 'suspended' | 'ended' | 'expired'
    isUnsigned: boolean
    accountManagerId: string | null
    accountManagerName: string
    feeGrosze: number
    renewal: { decideBy: string; nextLastDay: string } | null
    isRenewalDeclined: boolean
    versionInForce: number | null
    draftNumber: number | null
    draftKind: ('original' | 'amendment' | 'correction') | null
    suspensions: Array<{ fromOn: string; toOn: string | null; reason: string }>
    versions: Array<VersionSummary>
    deeds: {
      editDraft: true | string
      activate: true | string
      discard: true | string
      amend: true | string
      end: true | string
      withdrawEnd: true | string
      suspend: true | string
      resume: true | string
      renew: true | string
      declineRenewal: true | string
      sendForSignature: true | string
      attachScan: true | string
    }
  }
  export type ContractBins = {
    contractId: string
    contractNumber: string
    periodFrom: string
    isLate: boolean
    paymentDays: number
    bins: Array<
      {
        workId: string
        workKind: string
        bin: 'included' | 'overage' | 'block' | 'waived' | 'outOfScope' | 'pending' | 'notCounted'
        itemId?: string | undefined
        reason?: string | undefined
        note?: string | undefined
        unit: string
        quantity: string
        surplus?: string | undefined
      } & Record<string, unknown>
    >
  }
  export type ContractChoice = {
    id: string
    number: string
    validFrom: string
    isChosen: boolean
    isAmongNarrowest: boolean
    fits: 'certain' | 'maybe' | 'no'
    covers: { sites: Array<string>; deviceClasses: Array<string>; services: Array<string> } | null
    reactBy: string | null
    resolveBy: string | null
  }
  export type ContractCount = {
    id: string
    contractId: string
    kind: 'reading' | 'units' | 'purchase' | 'event'
    at: string
    on: string
    facts: Record<string, string | number>
    note: string
    enteredByName: string
    enteredAt: string
    isSettled: boolean
  }
  export type ContractImport = {
    rows: Array<{
      row: number
      number: string
      clientName: string
      client: 'new' | 'known'
      happens: 'draft' | 'inForce' | 'known' | 'balance' | 'nothing'
      contractId: string | null
      balances: number
      problems: Array<{ column: string; message: string }>
    }>
    unknownHeadings: Array<string>
    newContracts: number
    newClients: number
    balances: number
    problems: number
    isSaved: boolean
  }
  export type ContractSummary = {
    id: string
    number: string
    clientId: string
    clientName: string
    concludedOn: string | null
    validFrom: string
    validTo: string | null
    lastDay: string | null
    activatedAt: string | null
    templateId: string | null
    templateTrade: string | null
    suspension: { fromOn: string; toOn: string | null; reason: string } | null
    endedOn: string | null
    endReason: string | null
    settledTo: string | null
    createdAt: string
    version: number
    state: 'draft' | 'future' | 'inForce' | 'suspended' | 'ended' | 'expired'
    isUnsigned: boolean
    accountManagerId: string | null
    accountManagerName: string
    feeGrosze: number
    renewal: { decideBy: string; nextLastDay: string } | null
    isRenewalDeclined: boolean
    versionInForce: number | null
    draftNumber: number | null
    draftKind: ('original' | 'amendment' | 'correction') | null
  }
  export type ServiceLevel = {
    priority: 'critical' | 'high' | 'normal' | 'low' | '*'
    category?: string | undefined
    deviceClass?: string | undefined
    site?: string | undefined
    definition: string
    reactionMinutes: number
    arrivalMinutes?: number | undefined
    arrivalBusinessDays?: number | undefined
    nextReplyMinutes?: number | undefined
    periodicUpdateMinutes?: number | undefined
    workAroundMinutes?: number | undefined
    workAroundBusinessDays?: number | undefined
    resolutionMinutes?: number | undefined
    resolutionBusinessDays?: number | undefined
    calendar: string
    calendars?:
      | Partial<{
          reaction: string
          arrival: string
          nextReply: string
          periodicUpdate: string
          workAround: string
          resolution: string
        }>
      | undefined
    clause?: string | undefined
  }
  export type PriorityMatrix = {
    impacts: Array<{ key: string; name?: string | undefined }>
    urgencies: Array<{ key: string; name?: string | undefined }>
    priorities: Array<Array<'critical' | 'high' | 'normal' | 'low'>>
  }
  export type Credits = {
    clauses: Array<{
      id: string
      clause?: string | undefined
      target: 'reaction' | 'arrival' | 'nextReply' | 'periodicUpdate' | 'workAround' | 'resolution'
      priorities?: Array<'critical' | 'high' | 'normal' | 'low'> | undefined
      counts: 'miss' | 'startedHour' | 'startedPoint'
      amountGrosze?: number | undefined
      feeBp?: number | undefined
      thresholdBp?: number | undefined
      capPerTicketGrosze?: number | undefined
    }>
    caps?:
      | Partial<{ periodGrosze: number; periodFeeBp: number; yearGrosze: number; yearFeeBp: number }>
      | undefined
  }
  export type TemplateTerms = {
    serviceLevels: Array<ServiceLevel>
    calendars: Record<string, { name: string; calendar: WorkCalendar }>
    priceList: PriceList
    billing: {
      period: 'month'
      paymentDays: number
      paymentDaysFrom?: ('issue' | 'delivery') | undefined
      vat: string
    }
    clock: ClockTerms
    priorityMatrix?: PriorityMatrix | undefined
    credits?: Credits | undefined
    term: {
      isIndefinite: boolean
      noticeMonths: number
      noticeEnds?: ('monthEnd' | 'anyDay') | undefined
      renewal?: { months: number; noticeDays: number } | undefined
    }
    indexation?:
      | {
          index: 'gusConsumerPrices' | 'gusWages' | 'own'
          month: number
          capBp?: number | undefined
          floorBp?: number | undefined
          noticeDays: number
          firstYear?: number | undefined
        }
      | undefined
    examples?:
      | Array<{
          name: string
          figures: Partial<{
            tickets: number
            remoteMinutes: Array<number>
            onSiteMinutes: Array<number>
            tripsKm: Array<string | null>
            units: Record<string, string>
          }>
          netGrosze: number
        }>
      | undefined
    document: {
      place?: string | undefined
      scope: Array<string>
      exclusions: Array<string>
      liabilityLimit: string
      warrantyMonths: number
      form: 'documentary' | 'written' | 'electronic'
      court: 'contractor' | 'client' | 'defendant'
    }
  }
  export type TermsChange = { path: string; before: unknown; after: unknown }
  export type ContractTemplate = {
    id: string
    name: string
    trade: string
    isBuiltIn: boolean
    originId: string | null
    archivedAt: string | null
    version: number
    terms: TemplateTerms
    changes: Array<TermsChange>
    originChanges: Array<TermsChange>
  }
  export type ContractTemplateSummary = {
    id: string
    name: string
    trade: string
    isBuiltIn: boolean
    originId: string | null
    archivedAt: string | null
    version: number
  }
  export type Conversation = {
    id: string
    clientId: string | null
    contactId: string | null
    ticketId: string | null
    subject: string
    lastMessageAt: string
    createdAt: string
  }
  export type ConversationInList = {
    id: string
    clientId: string | null
    contactId: string | null
    ticketId: string | null
    subject: string
    lastMessageAt: string
    createdAt: string
    clientName: string | null
    contactName: string | null
    lastText: string
    lastAuthor: string
    unread: number
  }
  export type MessageFile = { id: string; name: string; mediaType: string; bytes: number }
  export type Message = {
    id: string
    conversationId: string
    at: string
    authorKind: 'staff' | 'contact' | 'sender' | 'automatic'
    authorId: string | null
    authorName: string
    isInternal: boolean
    channel: 'panel' | 'email' | 'form' | 'desk' | 'api'
    text: string
    incomingMailId: string | null
    files: Array<MessageFile>
  }
  export type ReadMark = { readerId: string; readAt: string }
  export type ConversationPage = {
    conversation: Conversation
    messages: Array<Message>
    reads: Array<ReadMark>
  }
  export type CorrectionEffect = {
    months: Array<{ month: string; beforeGrosze: number; afterGrosze: number }>
    netGrosze: number
  }
  export type CreditUse = {
    invoiceId: string
    invoiceNumber: string
    /**
     * Of the bill, "2026-11"
     */
    month: string
    amountGrosze: number
  }
  export type CreditDecided = {
    id: string
    verdict: 'confirmed' | 'declined'
    /**
     * As it was proposed when it was decided
     */
    proposedGrosze: number
    /**
     * Confirmed net; 0 when declined
     */
    amountGrosze: number
    reason: string
    byName: string
    at: string
    /**
     * The issued bills that took it
     */
    uses: Array<CreditUse>
    /**
     * What no issued bill has taken yet; 0: settled
     */
    leftGrosze: number
  }
  export type Device = {
    name: string
    siteId: string | null
    /**
     * The text by which terms of contracts name the class
     */
    deviceClass: string
    serialNumber: string
    note: string
    id: string
    clientId: string
    archivedAt: string | null
    createdAt: string
    version: number
  }
  export type Entered = { kind: 'staff' | 'contact'; tenantId: string; subjectId: string }
  export type ForecastRisk = {
    ticket: {
      id: string
      name: string
      subject: string
      priority: string
      category: string | null
      client: { id: string; name: string } | null
    }
    target: string
    dueAt: string
    /**
     * Open minutes of the ticket's own clock until the deadline
     */
    leftMinutes: number
    /**
     * Work that is still to do
     */
    effortMinutes: number
    clock: Clock
    workedMinutes: number
    estimate: {
      minutes: number
      from: 'person' | 'categoryAndPriority' | 'category' | 'priority' | 'all' | 'usual'
      /**
       * Finished tickets behind the estimate
       */
      cases: number
    }
    person: { id: string; name: string } | null
    /**
     * Work of the same person that comes before it
     */
    aheadMinutes: number
    /**
     * The person's working minutes until the deadline
     */
    availableMinutes: number
    lateMinutes: number
    /**
     * The re-assignment that saves most
     */
    move: {
      to: { id: string; name: string }
      savedTargets: number
      savedMinutes: number
      lateMinutesAfter: number
    } | null
  }
  export type ForecastPerson = {
    id: string
    name: string
    role: string
    openTickets: number
    /**
     * Work that the open tickets ask for
     */
    loadMinutes: number
    /**
     * Of the working time left today
     */
    freeMinutes: number
  }
  export type Forecast = {
    at: string
    hours: number
    risks: Array<ForecastRisk>
    people: Array<ForecastPerson>
  }
  export type IncomingMail = {
    id: string
    source: 'smtp' | 'imap' | 'http'
    sender: string
    subject: string
    receivedAt: string
    outcome:
      | 'ticket'
      | 'message'
      | 'note'
      | 'broken'
      | 'autoReply'
      | 'automatic'
      | 'bounce'
      | 'loop'
      | 'failed'
    ticketId: string | null
    conversationId: string | null
    facts: Record<string, unknown>
  }
  export type IndexFigure = {
    index: 'gusConsumerPrices' | 'gusWages' | 'own'
    year: number
    value: string
    source: string
    announcedOn: string | null
    version: number
  }
  export type Party = {
    name: string
    nip: string | null
    addressLine1: string
    addressLine2: string
    bankAccount?: string | undefined
    bankName?: string | undefined
  } & Record<string, unknown>
  export type Invoice = {
    id: string
    number: string
    kind: 'VAT' | 'KOR'
    clientId: string
    correctsId: string | null
    correctionReason: string | null
    issueOn: string
    saleFrom: string
    saleTo: string
    dueOn: string
    currency: string
    buyer: Party
    seller: Party
    netGrosze: number
    vatGrosze: number
    grossGrosze: number
    totals: Array<{ vat: string; netGrosze: number; vatGrosze: number }>
    isSplitPayment: boolean
    contractNumbers: Array<string>
    recipientEmails: Array<string>
    contentSha256: string
    pdfFileId: string | null
    xmlFileId: string | null
    mailId: string | null
    ksefState: string
  }
  export type InvoiceLine = {
    position: number
    name: string
    quantity: string
    unit: string
    unitPrice: string
    netGrosze: number
    vat: string
    periodFrom: string | null
    periodTo: string | null
    isAnnex15: boolean
    isBefore: boolean
    explanation: Partial<
      { model: string; clause: string; edit: ({ reason: string } & Record<string, unknown>) | null } & Record<
        string,
        unknown
      >
    >
    workIds: Array<string>
  }
  export type InvoicePage = {
    id: string
    number: string
    kind: 'VAT' | 'KOR'
    clientId: string
    correctsId: string | null
    correctionReason: string | null
    issueOn: string
    saleFrom: string
    saleTo: string
    dueOn: string
    currency: string
    buyer: Party
    seller: Party
    netGrosze: number
    vatGrosze: number
    grossGrosze: number
    totals: Array<{ vat: string; netGrosze: number; vatGrosze: number }>
    isSplitPayment: boolean
    contractNumbers: Array<string>
    recipientEmails: Array<string>
    contentSha256: string
    pdfFileId: string | null
    xmlFileId: string | null
    mailId: string | null
    ksefState: string
    lines: Array<InvoiceLine>
    corrections: Array<Invoice>
    linesNow: Array<InvoiceLine>
  }
  export type IssueRun = {
    id: string
    startedAt: string
    endedAt: string | null
    items: Array<{
      proposalId: string
      clientName: string
      state: 'waiting' | 'issued' | 'failed'
      invoiceId: string | null
      number: string | null
      grossGrosze: number | null
      recipientEmails: Array<string>
      errorCode: string | null
      errorFacts: Record<string, unknown>
      mailState: string | null
    }>
  }
  export type JudgedTicket = {
    id: string
    name: string
    subject: string
    priority: string
    category: string | null
    client: { id: string; name: string } | null
    contract: { id: string; number: string } | null
    assignee: { id: string; name: string } | null
    reportedAt: string
    target: 'reaction' | 'arrival' | 'nextReply' | 'periodicUpdate' | 'workAround' | 'resolution'
    verdict: 'met' | 'missed' | 'open'
    dueAt: string | null
    metAt: string | null
    usedSeconds: number
    overSeconds: number
  }
  export type LineEdit = {
    name?: string | undefined
    quantity?: string | undefined
    unitPrice?: string | undefined
    netGrosze?: number | undefined
    isWaived?: boolean | undefined
    reason: string
    byName: string
    byId: string
    at: string
  }
  export type LogEntry = {
    seq: number
    at: string
    kind: string
    byKind: string
    byId: string | null
    byName: string
    facts: Record<string, unknown>
  }
  export type Mailbox = {
    id: string
    host: string
    port: number
    isSecure: boolean
    username: string
    folder: string
    lastError: string | null
    lastSeenAt: string | null
    isPaused: boolean
    version: number
  }
  export type MeterAmount = { name: string; netGrosze: number; informative: boolean }
  export type Meters = {
    month: string
    packages: Array<{ kind: string; itemId: string } & Record<string, unknown>>
    stocks: Array<{
      pool: string
      name: string
      kind: 'pool' | 'block'
      unit: string
      granted: string
      left: string
      until: string
      alertAtBp: number | null
    }>
    next: { ticketGrosze: number | null; remoteHourGrosze: number | null; onSiteHourGrosze: number | null }
    soFar: { netGrosze: number; lines: Array<MeterAmount> }
    forecast: { netGrosze: number; daysGone: number; daysAll: number; lines: Array<MeterAmount> } | null
    lastMonth: { month: string; netGrosze: number } | null
    alerts: Array<{ itemId: string; lot: string; shareBp: number; at: string }>
    hasBills: boolean
  }
  export type MinutesLeft = {
    kind: 'minutes'
    itemId: string
    name?: string | undefined
    place: 'remote' | 'onSite' | 'any'
    includedMinutes: number
    usedMinutes: number
    leftMinutes: number
    next: { hourPrice: string; vat: string }
  }
  export type Named = { id: string; name: string }
  export type Notice = {
    id: string
    kind:
      | 'ticket_reported'
      | 'ticket_at_gate'
      | 'ticket_delegated'
      | 'ticket_reopened'
      | 'client_wrote'
      | 'clock_warning'
      | 'clock_breach'
      | 'package_low'
    ticketId: string | null
    conversationId: string | null
    facts: Record<string, unknown>
    at: string
    seenAt: string | null
  }
  export type OlderCalendarCopy = {
    contractId: string
    number: string
    clientName: string
    version: number
    problem: ('draft_exists' | 'amendment_inside_settled_period') | null
  }
  export type OpeningBalance = {
    id: string
    kind: 'allowance' | 'pool' | 'block' | 'meter'
    itemId: string | null
    unit: string
    quantity: string
    device: string
    asOf: string
    validTo: string | null
    note: string
  }
  export type OriginalMail = {
    id: string
    source: 'smtp' | 'imap' | 'http'
    sender: string
    subject: string
    receivedAt: string
    outcome:
      | 'ticket'
      | 'message'
      | 'note'
      | 'broken'
      | 'autoReply'
      | 'automatic'
      | 'bounce'
      | 'loop'
      | 'failed'
    ticketId: string | null
    conversationId: string | null
    facts: Record<string, unknown>
    text: string
    html: string | null
    attachments: Array<{ name: string; mediaType: string; bytes: number }>
  }
  export type OutgoingMail = {
    id: string
    kind: string
    recipients: Array<{ address: string; name?: string | undefined }>
    subject: string
    text: string
    isMasked: boolean
    state: 'queued' | 'sending' | 'sent' | 'kept' | 'failed' | 'uncertain'
    lastError: string | null
    messageId: string
    createdAt: string
    sentAt: string | null
    attachments: Array<{ fileId: string; name: string }>
  }
  export type Package =
    | {
        kind: 'tickets'
        itemId: string
        name?: string | undefined
        included: number
        used: number
        left: number
        next: { ordinal: number; priceGrosze: number; vat: string }
      }
    | {
        kind: 'minutes'
        itemId: string
        name?: string | undefined
        place: string
        includedMinutes: number
        usedMinutes: number
        leftMinutes: number
        next: { hourPrice: string; vat: string }
      }
  export type TicketsLeft = {
    kind: 'tickets'
    itemId: string
    name?: string | undefined
    included: number
    used: number
    left: number
    next: { ordinal: number; priceGrosze: number; vat: string }
  }
  export type PanelPackage = { month: string; packages: Array<TicketsLeft | MinutesLeft> }
  export type PanelContract = {
    id: string
    number: string
    state: 'inForce' | 'suspended' | 'future'
    validFrom: string
    validTo: string | null
    noticeMonths: number
    version: { number: number; validFrom: string }
    levels: Array<{
      priority: 'critical' | 'high' | 'normal' | 'low' | '*'
      definition: string
      reactionMinutes: number
      resolutionMinutes: number | null
      resolutionBusinessDays: number | null
      calendarName: string
      hours: string
    }>
    prices: Array<string>
    paymentDays: number
    reporters: {
      mode: 'all' | 'listed'
      mayI: boolean
      people: Array<{ id: string; name: string; isSupervisor: boolean }>
    }
    package: PanelPackage
    documents: Array<{
      number: number
      kind: 'original' | 'amendment' | 'correction'
      validFrom: string
      signedOn: string | null
      hasScan: boolean
      signedFiles: Array<{ id: string; name: string }>
    }>
  }
  export type PanelOpiekun = {
    id: string
    name: string
    phone: string
    hours: string
    isOpenNow: boolean
    closesAt: string | null
    opensAt: string | null
  }
  export type PanelContracts = { accountManager: PanelOpiekun; contracts: Array<PanelContract> }
  export type PanelConversation = {
    id: string
    subject: string
    ticketId: string | null
    contactName: string | null
    lastMessageAt: string
    lastText: string
    lastAuthor: string
    unread: number
  }
  export type PanelNamed = { id: string; name: string }
  export type PanelFile = { id: string; name: string; mediaType: string; bytes: number }
  export type PanelMessage = {
    id: string
    at: string
    side: 'me' | 'ours' | 'theirs' | 'program'
    authorName: string
    channel: 'panel' | 'email' | 'form' | 'desk' | 'api'
    text: string
    files: Array<PanelFile>
  }
  export type PanelConversationPage = {
    id: string
    subject: string
    ticket: PanelNamed | null
    accountManager: PanelOpiekun
    messages: Array<PanelMessage>
    readByThemAt: string | null
  }
  export type PanelInvoice = {
    id: string
    number: string
    kind: 'VAT' | 'KOR'
    correctsId: string | null
    correctionReason: string | null
    issueOn: string
    saleFrom: string
    saleTo: string
    dueOn: string
    effectiveDueOn: string
    currency: string
    netGrosze: number
    vatGrosze: number
    grossGrosze: number
    openGrosze: number
    paidGrosze: number
    daysOverdue: number
    state: 'open' | 'overdue' | 'paid' | 'correction'
    ksefState: string
    hasPdf: boolean
    hasXml: boolean
  }
  export type PanelParty = { name: string; nip: string | null; addressLine1: string; addressLine2: string }
  export type PanelInvoicePage = {
    id: string
    number: string
    kind: 'VAT' | 'KOR'
    correctsId: string | null
    correctionReason: string | null
    issueOn: string
    saleFrom: string
    saleTo: string
    dueOn: string
    effectiveDueOn: string
    currency: string
    netGrosze: number
    vatGrosze: number
    grossGrosze: number
    openGrosze: number
    paidGrosze: number
    daysOverdue: number
    state: 'open' | 'overdue' | 'paid' | 'correction'
    ksefState: string
    hasPdf: boolean
    hasXml: boolean
    totals: Array<{ vat: string; netGrosze: number; vatGrosze: number }>
    contractNumbers: Array<string>
    seller: PanelParty
    buyer: PanelParty
    isSplitPayment: boolean
    lines: Array<{
      position: number
      name: string
      quantity: string
      unit: string
      unitPrice: string
      netGrosze: number
      vat: string
      periodFrom: string | null
      periodTo: string | null
      isBefore: boolean
      sentence: string
      squares: { inside: number; over: number; notCounted: number } | null
      tickets: Array<{ id: string; bin: string; number: string; subject: string; reportedOn: string }>
    }>
    corrections: Array<{
      id: string
      number: string
      issueOn: string
      grossGrosze: number
      correctionReason: string | null
    }>
    payments: Array<{ paidOn: string; amountGrosze: number }>
    transfer: {
      account: string
      bankName: string
      name: string
      title: string
      amountGrosze: number
      codeText: string | null
    } | null
  }
  export type PanelInvoices = {
    invoices: Array<PanelInvoice>
    openGrosze: number
    overdueGrosze: number
    creditGrosze: number
  }
  export type PanelPlaces = {
    sites: Array<{ id: string; name: string }>
    devices: Array<{ id: string; name: string; siteId: string | null }>
  }
  export type PanelPriceOfNext = {
    contract: { id: string; number: string } | null
    month: string
    tickets: TicketsLeft | null
    minutes: Array<MinutesLeft>
  }
  export type PanelPromises = {
    mayReport: boolean
    /**
     * What would hold it at the gate whatever its priority
     */
    barrier:
      | ('reporter_not_named' | 'limit_site' | 'limit_category' | 'limit_priority' | 'limit_amount')
      | null
    /**
     * Where the contract asks for impact and urgency
     */
    matrix: PriorityMatrix | null
    levels: Array<{
      priority: 'critical' | 'high' | 'normal' | 'low'
      definition: string
      reactBy: string | null
      resolveBy: string | null
      /**
       * At this priority it would wait at the gate
       */
      waits: boolean
    }>
  }
  export type PanelSession = {
    person: { id: string; name: string; email: string; isSupervisor: boolean; language: 'pl' | 'en' }
    client: { id: string; name: string }
    company: {
      tenantId: string
      name: string
      timezone: string
      phone: string
      email: string
      kind: 'live' | 'sandbox' | 'demo'
    }
    accountManager: PanelOpiekun
    hats: Array<{ tenantId: string; subjectId: string; company: string; client: string; isWorn: boolean }>
    now: string
  }
  export type PanelTicket = {
    id: string
    name: string
    subject: string
    state:
      | 'held'
      | 'received'
      | 'inWork'
      | 'waiting'
      | 'resolved'
      | 'closed'
      | 'cancelled'
      | 'merged'
      | 'refused'
    step: 'received' | 'inWork' | 'waitsForYou' | 'done'
    waitingFor: string | null
    priority: 'critical' | 'high' | 'normal' | 'low'
    reporterName: string
    reportedAt: string
    reactBy: string | null
    resolveBy: string | null
    nextDueAt: string | null
    clocks: Clocks | null
    resolvedAt: string | null
    closedAt: string | null
    assigneeName: string | null
    conversationId: string
  }
  export type PanelTicketPage = {
    id: string
    name: string
    subject: string
    state:
      | 'held'
      | 'received'
      | 'inWork'
      | 'waiting'
      | 'resolved'
      | 'closed'
      | 'cancelled'
      | 'merged'
      | 'refused'
    step: 'received' | 'inWork' | 'waitsForYou' | 'done'
    waitingFor: string | null
    priority: 'critical' | 'high' | 'normal' | 'low'
    reporterName: string
    reportedAt: string
    reactBy: string | null
    resolveBy: string | null
    nextDueAt: string | null
    clocks: Clocks | null
    resolvedAt: string | null
    closedAt: string | null
    assigneeName: string | null
    conversationId: string
    isHeld: boolean
    follows: PanelNamed | null
    mergedInto: PanelNamed | null
    site: string | null
    device: string | null
    mayConfirm: boolean
    mayReopen: boolean
    mayAdmit: boolean
    messages: Array<PanelMessage>
    accountManager: PanelOpiekun
    readByThemAt: string | null
  }
  export type PanelWritten = {
    conversationId: string
    ticketId: string | null
    message: PanelMessage
    opened: { id: string; name: string } | null
  }
  export type PlaceImport = {
    rows: Array<{
      row: number
      clientName: string
      site: { name: string; happens: 'new' | 'known' } | null
      device: { name: string; deviceClass: string; serialNumber: string; happens: 'new' | 'known' } | null
      problems: Array<{
        column:
          | ''
          | 'clientName'
          | 'nip'
          | 'site'
          | 'addressLine1'
          | 'addressLine2'
          | 'travelZone'
          | 'device'
          | 'deviceClass'
          | 'serialNumber'
          | 'note'
        message: string
      }>
    }>
    unknownHeadings: Array<string>
    newSites: number
    newDevices: number
    problems: number
    isSaved: boolean
  }
  export type PriceExample = {
    lines: Array<{
      itemId: string
      kind:
        | 'flatFee'
        | 'oneOff'
        | 'perUnit'
        | 'block'
        | 'pool'
        | 'perTicket'
        | 'perTime'
        | 'travel'
        | 'material'
        | 'perMeter'
        | 'perEvent'
        | 'points'
        | 'surcharge'
        | 'percentage'
        | 'minimum'
        | 'cap'
        | 'bundle'
        | 'discount'
        | 'credit'
      group: 'fee' | 'overFee' | 'adjustment'
      name?: string | undefined
      clause?: string | undefined
      quantity: string
      unit: string | { named: string }
      unitPrice: string
      netGrosze: number
      vat: string
      informative: boolean
      period: { from: string; to: string }
      explanation: { model: string } & Record<string, unknown>
    }>
    netGrosze: number
    vatGrosze: number
    grossGrosze: number
    inForceNetGrosze: number | null
  }
  export type PricedWork = {
    lines: Array<{
      itemId: string
      kind: string
      group: 'fee' | 'overFee' | 'adjustment'
      name: string
      clause?: string | undefined
      quantity: string
      unit: string | { named: string }
      unitPrice: string
      netGrosze: number
      vat: string
      period: { from: string; to: string }
      informative: boolean
      explanation: { model: string } & Record<string, unknown>
      workIds: Array<string>
    }>
    netGrosze: number
    vatGrosze: number
    grossGrosze: number
    bins: Array<
      { workId: string; workKind: string; bin: string; unit: string; quantity: string } & Record<
        string,
        unknown
      >
    >
    proof: Array<{
      unit: string
      total: string
      bins: Array<{ bin: string; quantity: string }>
      surplus: string
      complete: boolean
    }>
    needsDecision: Array<
      { workId: string; workKind: string; bin: string; unit: string; quantity: string } & Record<
        string,
        unknown
      >
    >
  }
  export type Promises = {
    contract: { id: string; number: string } | null
    isSeveral: boolean
    /**
     * What would hold it at the gate whatever its priority
     */
    barrier:
      | ('reporter_not_named' | 'limit_site' | 'limit_category' | 'limit_priority' | 'limit_amount')
      | null
    levels: Array<{
      priority: 'critical' | 'high' | 'normal' | 'low'
      definition: string
      reactBy: string | null
      resolveBy: string | null
      /**
       * At this priority it would wait at the gate
       */
      waits: boolean
    }>
    matrix: PriorityMatrix | null
  }
  export type ProposalLine = {
    id: string
    contractId: string | null
    itemId: string | null
    name: string
    quantity: string
    unit: string | { named: string }
    unitPrice: string
    netGrosze: number
    vat: string
    periodFrom: string | null
    periodTo: string | null
    isAnnex15: boolean
    isInformative: boolean
    isAdded: boolean
    explanation: { model: string; group?: string | undefined; clause?: string | undefined } & Record<
      string,
      unknown
    >
    workIds: Array<string>
    edit: LineEdit | null
    now: { name: string; quantity: string; unitPrice: string; netGrosze: number; isBilled: boolean }
  }
  export type Proposal = {
    id: string
    clientId: string
    clientName: string
    currency: string
    periodFrom: string
    periodTo: string
    state: 'open' | 'issued' | 'skipped'
    reason: 'withinFee' | 'overFee' | 'noTickets' | 'needsDecision' | 'empty'
    problems: Array<ProposalProblem>
    bins: Array<ContractBins>
    lines: Array<ProposalLine>
    totals: ProposalTotals
    tickets: Record<string, { number: string; subject: string }>
    previous: { netGrosze: number; tickets: number } | null
    invoiceId: string | null
    builtAt: string
    version: number
  }
  export type ProposedCredit = {
    month: string
    contract: { id: string; number: string }
    client: { id: string; name: string }
    ticket: { id: string; name: string } | null
    clauseId: string
    clause?: string | undefined
    target: 'reaction' | 'arrival' | 'nextReply' | 'periodicUpdate' | 'workAround' | 'resolution'
    amountGrosze: number
    units: number
    eachGrosze: number
    of: { met: number; judged: number; thresholdBp: number } | null
    overSeconds?: number | undefined
    cutBy?: Array<{ cap: 'ticket' | 'period' | 'year'; grosze: number }> | undefined
    /**
     * A person's word; null while nobody has decided
     */
    decision: CreditDecided | null
    /**
     * Counted by the hour, and the target is not fulfilled yet
     */
    isGrowing: boolean
    /**
     * Decided, and no longer proposed: verdicts or terms changed since
     */
    isGone: boolean
  }
  export type ProposedCredits = {
    credits: Array<ProposedCredit>
    /**
     * Proposed, whatever was decided
     */
    totalGrosze: number
    confirmedGrosze: number
    excluded: Array<{ month: string; ticket: { id: string; name: string }; target: string; because: string }>
  }
  export type PublicForm = {
    company: string
    phone: string
    priorities: Array<string>
    language: 'pl' | 'en'
  }
  export type QueueItem = {
    id: string
    number: number
    name: string
    subject: string
    source: 'form' | 'panel' | 'email' | 'manual' | 'api'
    state:
      | 'held'
      | 'received'
      | 'inWork'
      | 'waiting'
      | 'resolved'
      | 'closed'
      | 'cancelled'
      | 'merged'
      | 'refused'
    reason: 'atGate' | 'firstReply' | 'awaitsUs' | 'inWork' | 'waiting' | 'toClose' | 'done'
    waitingFor: string | null
    heldBecause: string | null
    mark: string | null
    priority: 'critical' | 'high' | 'normal' | 'low'
    category: string | null
    client: Named | null
    contact: Named | null
    reporterName: string
    assignee: Named | null
    group: 'mine' | 'unassigned' | 'team' | 'paused'
    reportedAt: string
    resolvedAt: string | null
    closedAt: string | null
    nextDueAt: string | null
    clock: Clock | null
    version: number
  }
  export type ReceivedMail = {
    id: string
    outcome:
      | 'ticket'
      | 'message'
      | 'note'
      | 'broken'
      | 'autoReply'
      | 'automatic'
      | 'bounce'
      | 'loop'
      | 'failed'
    isRepeated: boolean
    ticketId: string | null
    conversationId: string | null
  }
  export type Refused = {
    error: {
      /**
       * Stable; see x-refusals of the route.
       */
      code:
        | 'not_found'
        | 'not_signed_in'
        | 'role_may_not'
        | 'cross_site'
        | 'invalid_input'
        | 'key_reused'
        | 'changed_meanwhile'
        | 'too_many_attempts'
        | 'file_too_large'
        | 'file_type_refused'
        | 'file_broken'
        | 'body_too_large'
        | 'pdf_unavailable'
        | 'email_taken'
        | 'email_invalid'
        | 'password_too_short'
        | 'wrong_email_or_password'
        | 'link_used'
        | 'link_expired'
        | 'link_unknown'
        | 'email_not_confirmed'
        | 'staff_already_invited'
        | 'last_owner'
        | 'calendar_never_opens'
        | 'calendar_invalid'
        | 'calendar_in_use'
        | 'not_a_sandbox'
        | 'clock_goes_forward_only'
        | 'clock_is_moving'
        | 'slug_taken'
        | 'invoice_pattern_invalid'
        | 'account_number_invalid'
        | 'mailbox_unreachable'
        | 'nip_missing'
        | 'nip_characters'
        | 'nip_length'
        | 'nip_office'
        | 'nip_checksum'
        | 'nip_taken'
        | 'client_has_contracts'
        | 'contact_email_taken'
        | 'contact_has_no_access'
        | 'csv_unreadable'
        | 'csv_has_problems'
        | 'dates_reversed'
        | 'contracts_overlap'
        | 'terms_invalid'
        | 'terms_in_force'
        | 'contract_not_active'
        | 'contract_already_active'
        | 'contract_ended'
        | 'currency_inside_period'
        | 'amendment_inside_settled_period'
        | 'number_taken'
        | 'amount_invalid'
        | 'signed_scan_wrong_type'
        | 'scan_password'
        | 'scan_too_many_pages'
        | 'scan_too_long'
        | 'scan_code_unknown'
        | 'scan_mixes_versions'
        | 'scan_of_changed_terms'
        | 'scan_of_other_contract'
        | 'scan_of_other_version'
        | 'scan_already_decided'
        | 'scan_unreadable'
        | 'scan_incomplete'
        | 'paper_kept'
        | 'template_archived'
        | 'template_not_docx'
        | 'template_password'
        | 'template_broken'
        | 'template_too_large'
        | 'template_too_many_pages'
        | 'template_macros'
        | 'template_external_link'
        | 'template_raw_xml'
        | 'template_unfit'
        | 'signing_document_changed'
        | 'signing_needs_signature'
        | 'account_manager_unknown'
        | 'date_outside_contract'
        | 'draft_exists'
        | 'version_is_draft'
        | 'contract_not_ended'
        | 'client_archived'
        | 'notice_in_future'
        | 'notice_too_short'
        | 'suspension_in_past'
        | 'renewal_too_short'
        | 'contract_suspended'
        | 'contract_not_suspended'
        | 'contract_indefinite'
        | 'contract_has_no_renewal'
        | 'effect_not_shown'
        | 'absence_overlaps'
        | 'absence_deputy_same'
        | 'price_list_name_taken'
        | 'price_list_published'
        | 'price_list_not_published'
        | 'template_name_taken'
        | 'index_figure_invalid'
        | 'index_figure_missing'
        | 'indexation_made'
        | 'spreadsheet_unreadable'
        | 'balance_above_allowance'
        | 'balance_without_allowance'
        | 'balance_which_package'
        | 'balance_entered_already'
        | 'balance_after_billing'
        | 'balance_needs_last_day'
        | 'balance_pool_apart'
        | 'count_settled'
        | 'reading_runs_backwards'
        | 'block_unknown'
        | 'range_too_long'
        | 'site_name_taken'
        | 'site_has_devices'
        | 'site_not_of_client'
        | 'site_archived'
        | 'device_serial_taken'
        | 'device_not_of_client'
        | 'device_archived'
        | 'place_named_in_contracts'
        | 'import_client_unknown'
        | 'import_row_empty'
        | 'ticket_closed'
        | 'ticket_merged'
        | 'ticket_not_held'
        | 'ticket_is_held'
        | 'only_supervisor_admits'
        | 'ticket_cancelled'
        | 'ticket_refused'
        | 'ticket_not_resolved'
        | 'ticket_already_resolved'
        | 'ticket_already_waiting'
        | 'ticket_not_waiting'
        | 'conversation_has_ticket'
        | 'merge_with_itself'
        | 'merge_other_client'
        | 'timer_already_running'
        | 'timer_not_running'
        | 'entry_ends_before_start'
        | 'entry_in_future'
        | 'entry_settled'
        | 'message_empty'
        | 'priority_unknown'
        | 'assignee_unknown'
        | 'mail_unreadable'
        | 'mail_recipient_unknown'
        | 'intake_secret_wrong'
        | 'ladder_invalid'
        | 'quiet_hours_invalid'
        | 'category_invalid'
        | 'category_unknown'
        | 'pause_reason_unknown'
        | 'pause_ends_before_start'
        | 'estimate_invalid'
        | 'credit_not_proposed'
        | 'credit_decided'
        | 'credit_still_grows'
        | 'credit_confirmed'
        | 'credit_on_invoice'
        | 'work_fact_unknown'
        | 'impact_unknown'
        | 'urgency_unknown'
        | 'ticket_work_settled'
        | 'proposal_issued'
        | 'proposal_needs_decision'
        | 'proposal_empty'
        | 'proposal_below_zero'
        | 'line_is_credit'
        | 'period_not_ended'
        | 'nothing_to_issue'
        | 'issue_run_running'
        | 'line_unknown'
        | 'reason_missing'
        | 'vat_unknown'
        | 'buyer_incomplete'
        | 'seller_incomplete'
        | 'exemption_basis_missing'
        | 'correction_changes_nothing'
        | 'correction_of_nip'
        | 'invoice_xml_invalid'
        | 'payment_in_future'
        | 'payment_withdrawn'
        | 'invoice_paid'
        | 'internal_error'
      facts: Record<string, unknown>
      field?: string | undefined
      /**
       * A sentence in the language of the caller.
       */
      message: string
      incident?: string | undefined
    }
  }
  export type RenewalItem = {
    contractId: string
    number: string
    clientId: string
    clientName: string
    accountManagerId: string | null
    accountManagerName: string
    feeGrosze: number
    kind: 'renews' | 'expires' | 'ends' | 'expired' | 'indexation'
    actBy: string
    daysLeft: number
    on: string
    nextLastDay: string | null
    isRenewalDeclined: boolean
  }
  export type SandboxClock = { now: string; target: string | null; settled: boolean }
  export type Session = {
    person: {
      id: string
      name: string
      email: string
      role: 'owner' | 'manager' | 'accountManager' | 'technician' | 'billing'
      language: 'pl' | 'en'
    }
    company: {
      tenantId: string
      name: string
      slug: string
      kind: 'live' | 'sandbox' | 'demo'
      timezone: string
      trade: string
    }
    companies: Array<{ tenantId: string; name: string; kind: string }>
    isUnconfirmed: boolean
    isMailKept: boolean
    now: string
  }
  export type Sheet = { name: string; mime: string; base64: string }
  export type SignedScan = {
    id: string
    files: Array<{ id: string; name: string; mediaType: string; bytes: number; sha256: string }>
    state: 'reading' | 'matched' | 'unreadable' | 'incomplete' | 'refused' | 'dismissed'
    wantedContractId: string | null
    wantedNumber: number | null
    contractId: string | null
    number: number | null
    contractNumber: string | null
    refusalCode: string | null
    refusalFacts: Record<string, unknown> | null
    pages: Array<{ code: string | null; page: number | null }>
    documentPages: number | null
    missing: Array<number>
    unread: number
    signatures: Array<{
      signer: string
      issuer?: string | undefined
      signedAt?: string | undefined
      kind?: string | undefined
      isFollowedByChanges: boolean
    }>
    signedOn: string | null
    receivedAt: string
    receivedByName: string
    receivedByKind: string
    decidedAt: string | null
    decidedByName: string
    version: number
  }
  export type Signing = {
    company: string
    client: string
    number: string
    kind: 'original' | 'amendment' | 'correction'
    validFrom: string
    fingerprint: string
    email: string
    document: { name: string; mediaType: string; bytes: number; sha256: string }
    sentAt: string
    expiresAt: string
    state: 'open' | 'accepted' | 'expired' | 'changed'
    byClick: boolean
    accepted: { name: string; at: string } | null
    signedOn: string | null
    scan: {
      state: 'reading' | 'matched' | 'unreadable' | 'incomplete' | 'refused' | 'dismissed'
      refusalCode: string | null
      refusalFacts: Record<string, unknown> | null
    } | null
    manager: { name: string; email: string; phone: string } | null
  }
  export type SigningRequest = {
    id: string
    email: string
    sha256: string
    sentAt: string
    expiresAt: string
    openedAt: string | null
    withdrawnAt: string | null
    acceptedAt: string | null
    acceptedName: string | null
    acceptedPosition: string | null
    acceptedFrom: string | null
  }
  export type Site = {
    name: string
    addressLine1: string
    addressLine2: string
    /**
     * A zone of the price list: what a trip there costs
     */
    travelZone: string
    note: string
    id: string
    clientId: string
    archivedAt: string | null
    createdAt: string
    version: number
  }
  export type StaffMember = {
    id: string
    name: string
    email: string
    phone: string
    role: 'owner' | 'manager' | 'accountManager' | 'technician' | 'billing'
    joinedAt: string | null
    invitedAt: string | null
    leftAt: string | null
    version: number
  }
  export type StoredFile = { id: string; name: string; mediaType: string; bytes: number; sha256: string }
  export type Terms = {
    covers?: { sites: Array<string>; deviceClasses: Array<string>; services: Array<string> } | undefined
    serviceLevels: Array<ServiceLevel>
    calendars: Record<string, { name: string; calendar: WorkCalendar }>
    accountManagerId: string
    deputyId?: string | undefined
    reporters: {
      mode: 'all' | 'listed'
      contactIds: Array<string>
      limits?:
        | Array<
            Partial<{
              contactId: string
              sites: Array<string>
              categories: Array<string>
              highestPriority: 'critical' | 'high' | 'normal' | 'low'
              amountGrosze: number
            }>
          >
        | undefined
      supervisorIds?: Array<string> | undefined
    }
    priceList: PriceList
    billing: {
      period: 'month'
      paymentDays: number
      paymentDaysFrom?: ('issue' | 'delivery') | undefined
      vat: string
    }
    clock: ClockTerms
    priorityMatrix?: PriorityMatrix | undefined
    credits?: Credits | undefined
    term: {
      isIndefinite: boolean
      noticeMonths: number
      noticeEnds?: ('monthEnd' | 'anyDay') | undefined
      renewal?: { months: number; noticeDays: number } | undefined
    }
    indexation?:
      | {
          index: 'gusConsumerPrices' | 'gusWages' | 'own'
          month: number
          capBp?: number | undefined
          floorBp?: number | undefined
          noticeDays: number
          firstYear?: number | undefined
        }
      | undefined
    examples?:
      | Array<{
          name: string
          figures: Partial<{
            tickets: number
            remoteMinutes: Array<number>
            onSiteMinutes: Array<number>
            tripsKm: Array<string | null>
            units: Record<string, string>
          }>
          netGrosze: number
        }>
      | undefined
    document: {
      place?: string | undefined
      scope: Array<string>
      exclusions: Array<string>
      liabilityLimit: string
      warrantyMonths: number
      form: 'documentary' | 'written' | 'electronic'
      court: 'contractor' | 'client' | 'defendant'
    }
  }
  export type TermsProblem = {
    code:
      | 'noServiceLevel'
      | 'priorityTwice'
      | 'unknownCalendar'
      | 'resolutionBeforeReaction'
      | 'noResolution'
      | 'accountManagerGone'
      | 'deputyGone'
      | 'deputyIsAccountManager'
      | 'noReporters'
      | 'reporterGone'
      | 'paymentLate'
      | 'noLiabilityLimit'
      | 'noScope'
      | 'noEnd'
      | 'datesReversed'
      | 'noNotice'
      | 'nothingPriced'
      | 'amendmentSettled'
      | 'exampleFails'
      | 'laterVersions'
      | 'supervisorGone'
      | 'limitOfNobody'
      | 'renewalOfIndefinite'
      | 'indexationInverted'
      | 'outsideContract'
      | 'companyNipMissing'
      | 'clientNipMissing'
      | 'noInvoiceEmail'
      | 'calendarProblem'
      | 'levelProblem'
      | 'noFallback'
      | 'matrixProblem'
      | 'creditProblem'
      | 'warrantyDaysMissing'
      | 'priceProblem'
      | 'creditInPriceList'
    weight: 'error' | 'warning'
    path: string
    values: Record<string, string | number>
  }
  export type TicketDeeds = {
    admit: true | string
    refuse: true | string
    link: true | string
    takeOver: true | string
    delegate: true | string
    changePriority: true | string
    changeAbout: true | string
    chooseContract: true | string
    pause: true | string
    resume: true | string
    reply: true | string
    note: true | string
    logWork: true | string
    resolve: true | string
    reopen: true | string
    close: true | string
    cancel: true | string
    merge: true | string
    judge: true | string
    arrive: true | string
    workAround: true | string
  }
  export type Ticket = {
    id: string
    number: number
    name: string
    subject: string
    source: 'form' | 'panel' | 'email' | 'manual' | 'api'
    state:
      | 'held'
      | 'received'
      | 'inWork'
      | 'waiting'
      | 'resolved'
      | 'closed'
      | 'cancelled'
      | 'merged'
      | 'refused'
    reason: 'atGate' | 'firstReply' | 'awaitsUs' | 'inWork' | 'waiting' | 'toClose' | 'done'
    waitingFor: string | null
    heldBecause: string | null
    heldFacts: Record<string, unknown>
    mark: string | null
    priority: 'critical' | 'high' | 'normal' | 'low'
    proposedPriority: string | null
    /**
     * Who set the priority: staff, the contract's impact × urgency, the reporter's wish, nobody
     */
    priorityBy: 'person' | 'matrix' | 'reporter' | 'usual'
    category: string | null
    site: Named | null
    device: { id: string; name: string; serialNumber: string } | null
    deviceClass: string | null
    /**
     * A key of the contract's impact × urgency
     */
    impact: string | null
    /**
     * A key of the contract's impact × urgency
     */
    urgency: string | null
    client: Named | null
    contact: { id: string; name: string; email: string; phone: string } | null
    reporterName: string
    reporterEmail: string
    contract: { id: string; number: string } | null
    assignee: Named | null
    conversationId: string
    reportedAt: string
    reactBy: string | null
    resolveBy: string | null
    nextDueAt: string | null
    clocks: Clocks | null
    resolvedAt: string | null
    closedAt: string | null
    follows: Named | null
    mergedInto: Named | null
    notCountedBecause: string | null
    /**
     * Work a person expects, in minutes; null: from history
     */
    estimateMinutes: number | null
    may: TicketDeeds
    version: number
  }
  export type WorkFacts = Partial<{
    role: string
    service: string
    site: string
    deviceClass: string
    zone: string
    flags: Array<string>
  }>
  export type TimeEntry = {
    kind: 'time'
    id: string
    ticketId: string
    staffId: string
    staffName: string
    notBilledBecause: string | null
    facts: WorkFacts
    isSettled: boolean
    version: number
    place: 'remote' | 'onSite'
    startedAt: string
    endedAt: string | null
    note: string
  }
  export type WorkEntry =
    | TimeEntry
    | {
        kind: 'trip'
        id: string
        ticketId: string
        staffId: string
        staffName: string
        notBilledBecause: string | null
        facts: WorkFacts
        isSettled: boolean
        version: number
        at: string
        kilometres: string | null
        note: string
      }
    | {
        kind: 'material'
        id: string
        ticketId: string
        staffId: string
        staffName: string
        notBilledBecause: string | null
        facts: WorkFacts
        isSettled: boolean
        version: number
        at: string
        name: string
        quantity: string
        unit: string
        unitPrice: string | null
        cost: string | null
      }
  export type TicketPrice = {
    month: string
    packages: Array<Package>
    bins: Array<{
      workId: string
      workKind: string
      bin: string
      reason?: string | undefined
      unit: string
      quantity: string
      surplus?: string | undefined
    }>
    ticket: { ordinal: number; included: number; isOver: boolean; unitPrice: string } | null
  }
  export type TicketPage = {
    ticket: Ticket
    messages: Array<Message>
    log: Array<LogEntry>
    reads: Array<ReadMark>
    work: Array<WorkEntry>
    /**
     * What the price list in force tells apart, with the values it names
     */
    asked: { time: AskedFacts; trip: AskedFacts; material: AskedFacts }
    price: TicketPrice | null
    /**
     * Impact × urgency of the contract, where it agrees on one
     */
    matrix: PriorityMatrix | null
    pauseReasons: Array<{ key: string; name?: string | undefined; stops: Array<string> }>
    /**
     * null: the contract agrees no credits, or they are not for this person
     */
    credit: { excludedBecause: string | null } | null
    people: Array<{
      id: string
      name: string
      email: string
      phone: string
      position: string
      mayReport: boolean
      isSupervisor: boolean
    }>
    followedBy: Array<Named>
    absorbed: Array<Named>
  }
  export type Version = {
    id: string
    number: number
    kind: 'original' | 'amendment' | 'correction'
    validFrom: string
    validTo: string | null
    recordedAt: string
    supersededAt: string | null
    recordedByName: string
    correctsNumber: number | null
    reason: string | null
    isDraft: boolean
    isInForce: boolean
    fingerprint: string
    pageCode: string
    sentAt: string | null
    documentFileId: string | null
    documentSha256: string | null
    signedScanFileId: string | null
    signedOn: string | null
    paper: 'draft' | 'sent' | 'signed'
    printedOn: { choice: string | null; templateId: string | null; name: string; isPrinted: boolean }
    signedFiles: Array<{ id: string; name: string; mediaType: string }>
    priceListId: string | null
    priceListNumber: number | null
    version: number
    terms: Terms
    problems: Array<TermsProblem>
    changes: Array<TermsChange>
    basedOn: number | null
  }
  export type WhatIfLine = {
    itemId: string
    kind: string
    group: 'fee' | 'overFee' | 'adjustment'
    name: string
    clause?: string | undefined
    quantity: string
    unit: string | { named: string }
    unitPrice: string
    netGrosze: number
    vat: string
    period: { from: string; to: string }
    informative: boolean
    explanation: { model: string } & Record<string, unknown>
    workIds: Array<string>
    contractNumber: string
    month: string
    isLate: boolean
  }
  export type WhatIfRow = {
    clientId: string
    clientName: string
    month: string
    issuedNetGrosze: number | null
    byHandGrosze: number
    missedTargets: number
    results: Array<{
      netGrosze: number
      feeGrosze: number
      overGrosze: number
      creditGrosze: number
      undecided: number
      lines: Array<WhatIfLine>
    }>
  }
  export type WhatIf = {
    from: string
    to: string
    variants: Array<{ name: string; netGrosze: number; creditGrosze: number }>
    issuedNetGrosze: number
    byHandGrosze: number
    rows: Array<WhatIfRow>
  }
  export type Written = {
    message: Message
    conversationId: string
    ticketId: string | null
    opened?: Ticket | undefined
  }

  // </Schemas>
}

export namespace Endpoints {
  // <Endpoints>

  export type post__api_files = {
    method: 'POST'
    path: '/api/files'
    requestFormat: 'binary'
    parameters: {
      query: { name: string }

      body: string
    }
    responses: {
      201: Schemas.StoredFile
      401: Schemas.Refused
      403: Schemas.Refused
      413: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_files_Id = {
    method: 'GET'
    path: '/api/files/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_signUp = {
    method: 'POST'
    path: '/api/sign-up'
    requestFormat: 'json'
    parameters: {
      body: {
        email: string
        password: string
        name: string
        company: string
        nip?: string | undefined
        trade: 'it' | 'hvac' | 'print' | 'alarms' | 'lifts' | 'generic'
      }
    }
    responses: {
      201: Schemas.Entered
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
      429: Schemas.Refused
    }
  }
  export type post__api_session = {
    method: 'POST'
    path: '/api/session'
    requestFormat: 'json'
    parameters: {
      body: { email: string; password: string }
    }
    responses: {
      201: Schemas.Entered
      401: Schemas.Refused
      403: Schemas.Refused
      422: Schemas.Refused
      429: Schemas.Refused
    }
  }
  export type get__api_session = {
    method: 'GET'
    path: '/api/session'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.Session; 401: Schemas.Refused }
  }
  export type delete__api_session = {
    method: 'DELETE'
    path: '/api/session'
    requestFormat: 'json'
    parameters: never
    responses: { 204: unknown; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_session_links = {
    method: 'POST'
    path: '/api/session/links'
    requestFormat: 'json'
    parameters: {
      body: { email: string; kind?: ('staff' | 'contact') | undefined }
    }
    responses: { 202: { sent: true }; 403: Schemas.Refused; 422: Schemas.Refused; 429: Schemas.Refused }
  }
  export type post__api_session_entries = {
    method: 'POST'
    path: '/api/session/entries'
    requestFormat: 'json'
    parameters: {
      body: { token: string; password?: string | undefined; name?: string | undefined }
    }
    responses: {
      201: Schemas.Entered
      403: Schemas.Refused
      404: Schemas.Refused
      410: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_session_company = {
    method: 'PUT'
    path: '/api/session/company'
    requestFormat: 'json'
    parameters: {
      body: { tenantId: string }
    }
    responses: {
      201: Schemas.Entered
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_session_language = {
    method: 'PUT'
    path: '/api/session/language'
    requestFormat: 'json'
    parameters: {
      body: { language: 'pl' | 'en' }
    }
    responses: { 204: unknown; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_session_confirmation = {
    method: 'POST'
    path: '/api/session/confirmation'
    requestFormat: 'json'
    parameters: never
    responses: { 202: { sent: true }; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type delete__api_panel_session = {
    method: 'DELETE'
    path: '/api/panel/session'
    requestFormat: 'json'
    parameters: never
    responses: { 204: unknown; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_panel_session = {
    method: 'GET'
    path: '/api/panel/session'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.PanelSession; 401: Schemas.Refused }
  }
  export type get__api_company = {
    method: 'GET'
    path: '/api/company'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.Company; 401: Schemas.Refused }
  }
  export type patch__api_company = {
    method: 'PATCH'
    path: '/api/company'
    requestFormat: 'json'
    parameters: {
      body: {
        name?: string | undefined
        nip?: (string | null) | undefined
        regon?: (string | null) | undefined
        addressLine1?: string | undefined
        addressLine2?: string | undefined
        email?: string | undefined
        phone?: string | undefined
        registerSentence?: string | undefined
        representation?: string | undefined
        bankAccount?: string | undefined
        bankName?: string | undefined
        language?: ('pl' | 'en') | undefined
        priorities?: Array<Schemas.PriorityLevel> | undefined
        defaultVat?: string | undefined
        invoicePattern?: string | undefined
        correctionPattern?: string | undefined
        contractPattern?: string | undefined
        paymentDays?: number | undefined
        exemptionBasis?: string | undefined
        isCashMethod?: boolean | undefined
        onboarding?: Record<string, unknown> | undefined
        mailAllowList?: Array<string> | undefined
        version: number
      }
    }
    responses: {
      200: Schemas.Company
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_staff = {
    method: 'GET'
    path: '/api/staff'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.StaffMember>; 401: Schemas.Refused }
  }
  export type post__api_staff = {
    method: 'POST'
    path: '/api/staff'
    requestFormat: 'json'
    parameters: {
      body: {
        name: string
        email: string
        phone?: string | undefined
        role: 'owner' | 'manager' | 'accountManager' | 'technician' | 'billing'
      }
    }
    responses: {
      201: Schemas.StaffMember
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type patch__api_staff_Id = {
    method: 'PATCH'
    path: '/api/staff/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        name?: string | undefined
        phone?: string | undefined
        role?: ('owner' | 'manager' | 'accountManager' | 'technician' | 'billing') | undefined
        version: number
      }
    }
    responses: {
      200: Schemas.StaffMember
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_staff_Id = {
    method: 'DELETE'
    path: '/api/staff/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_calendars = {
    method: 'GET'
    path: '/api/calendars'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.Calendar>; 401: Schemas.Refused }
  }
  export type post__api_calendars = {
    method: 'POST'
    path: '/api/calendars'
    requestFormat: 'json'
    parameters: {
      body: { name: string; calendar: Record<string, unknown> }
    }
    responses: { 201: Schemas.Calendar; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type put__api_calendars_Id = {
    method: 'PUT'
    path: '/api/calendars/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { name: string; calendar: Record<string, unknown>; version: number }
    }
    responses: {
      200: Schemas.Calendar
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_sandbox_clock = {
    method: 'GET'
    path: '/api/sandbox/clock'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.SandboxClock; 401: Schemas.Refused; 409: Schemas.Refused }
  }
  export type put__api_sandbox_clock = {
    method: 'PUT'
    path: '/api/sandbox/clock'
    requestFormat: 'json'
    parameters: {
      body: { now: string }
    }
    responses: {
      202: Schemas.SandboxClock
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_sandbox = {
    method: 'POST'
    path: '/api/sandbox'
    requestFormat: 'json'
    parameters: {
      body: Partial<{ now: string }>
    }
    responses: { 201: { tenantId: string }; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_outbox = {
    method: 'GET'
    path: '/api/outbox'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ before: string }>
    }
    responses: { 200: Array<Schemas.OutgoingMail>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_outbox_Id_sending = {
    method: 'POST'
    path: '/api/outbox/{id}/sending'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      202: { queued: true }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_clients = {
    method: 'GET'
    path: '/api/clients'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ search: string; archived: 'true' | 'false' }>
    }
    responses: { 200: Array<Schemas.Client>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_clients = {
    method: 'POST'
    path: '/api/clients'
    requestFormat: 'json'
    parameters: {
      body: {
        name: string
        nip?: (string | null) | undefined
        regon?: (string | null) | undefined
        addressLine1?: string | undefined
        addressLine2?: string | undefined
        country?: string | undefined
        email?: string | undefined
        invoiceEmail?: string | undefined
        phone?: string | undefined
        registerSentence?: string | undefined
        representation?: string | undefined
        accountManagerId?: (string | null) | undefined
        isLocalGovernment?: boolean | undefined
        isVatGroupMember?: boolean | undefined
        isTaxablePerson?: boolean | undefined
        isLargeEnterprise?: boolean | undefined
        invoiceRecipient?: (Schemas.InvoiceRecipient | null) | undefined
        notes?: string | undefined
      }
    }
    responses: {
      201: Schemas.Client
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_clients_import = {
    method: 'POST'
    path: '/api/clients/import'
    requestFormat: 'json'
    parameters: {
      body: { csv: string; dryRun: boolean; skipProblems?: boolean | undefined }
    }
    responses: { 200: Schemas.ClientImport; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_clients_Id = {
    method: 'GET'
    path: '/api/clients/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: Schemas.Client; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type patch__api_clients_Id = {
    method: 'PATCH'
    path: '/api/clients/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        name?: string | undefined
        nip?: (string | null) | undefined
        regon?: (string | null) | undefined
        addressLine1?: string | undefined
        addressLine2?: string | undefined
        country?: string | undefined
        email?: string | undefined
        invoiceEmail?: string | undefined
        phone?: string | undefined
        registerSentence?: string | undefined
        representation?: string | undefined
        accountManagerId?: (string | null) | undefined
        isLocalGovernment?: boolean | undefined
        isVatGroupMember?: boolean | undefined
        isTaxablePerson?: boolean | undefined
        isLargeEnterprise?: boolean | undefined
        invoiceRecipient?: (Schemas.InvoiceRecipient | null) | undefined
        notes?: string | undefined
        version: number
      }
    }
    responses: {
      200: Schemas.Client
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_clients_Id_archiving = {
    method: 'PUT'
    path: '/api/clients/{id}/archiving'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Client
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_clients_Id_archiving = {
    method: 'DELETE'
    path: '/api/clients/{id}/archiving'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Client
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_clients_Id_contacts = {
    method: 'GET'
    path: '/api/clients/{id}/contacts'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Array<Schemas.Contact>
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_clients_Id_contacts = {
    method: 'POST'
    path: '/api/clients/{id}/contacts'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        name: string
        email: string
        phone?: string | undefined
        position?: string | undefined
        hasPanelAccess?: boolean | undefined
        isSupervisor?: boolean | undefined
        receivesInvoices?: boolean | undefined
        language?: ('pl' | 'en') | undefined
      }
    }
    responses: {
      201: Schemas.Contact
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type patch__api_contacts_Id = {
    method: 'PATCH'
    path: '/api/contacts/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        name?: string | undefined
        email?: string | undefined
        phone?: string | undefined
        position?: string | undefined
        hasPanelAccess?: boolean | undefined
        isSupervisor?: boolean | undefined
        receivesInvoices?: boolean | undefined
        language?: ('pl' | 'en') | undefined
        version: number
      }
    }
    responses: {
      200: Schemas.Contact
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_contacts_Id = {
    method: 'DELETE'
    path: '/api/contacts/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_contacts_Id_invitation = {
    method: 'POST'
    path: '/api/contacts/{id}/invitation'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      202: Schemas.Contact
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_clients_Id_sites = {
    method: 'GET'
    path: '/api/clients/{id}/sites'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ archived: 'true' | 'false' }>
      path: { id: string }
    }
    responses: { 200: Array<Schemas.Site>; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_clients_Id_sites = {
    method: 'POST'
    path: '/api/clients/{id}/sites'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        name: string
        addressLine1?: string | undefined
        addressLine2?: string | undefined
        travelZone?: string | undefined
        note?: string | undefined
      }
    }
    responses: {
      201: Schemas.Site
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type patch__api_sites_Id = {
    method: 'PATCH'
    path: '/api/sites/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        name?: string | undefined
        addressLine1?: string | undefined
        addressLine2?: string | undefined
        travelZone?: string | undefined
        note?: string | undefined
        version: number
        confirmNamed?: boolean | undefined
      }
    }
    responses: {
      200: Schemas.Site
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_sites_Id_archiving = {
    method: 'PUT'
    path: '/api/sites/{id}/archiving'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Site
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_sites_Id_archiving = {
    method: 'DELETE'
    path: '/api/sites/{id}/archiving'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Site
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_clients_Id_devices = {
    method: 'GET'
    path: '/api/clients/{id}/devices'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ archived: 'true' | 'false' }>
      path: { id: string }
    }
    responses: {
      200: Array<Schemas.Device>
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_clients_Id_devices = {
    method: 'POST'
    path: '/api/clients/{id}/devices'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        name: string
        siteId?: (string | null) | undefined
        deviceClass?: string | undefined
        serialNumber?: string | undefined
        note?: string | undefined
      }
    }
    responses: {
      201: Schemas.Device
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type patch__api_devices_Id = {
    method: 'PATCH'
    path: '/api/devices/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        name?: string | undefined
        siteId?: (string | null) | undefined
        deviceClass?: string | undefined
        serialNumber?: string | undefined
        note?: string | undefined
        version: number
        confirmNamed?: boolean | undefined
      }
    }
    responses: {
      200: Schemas.Device
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_devices_Id_archiving = {
    method: 'PUT'
    path: '/api/devices/{id}/archiving'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Device
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_devices_Id_archiving = {
    method: 'DELETE'
    path: '/api/devices/{id}/archiving'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Device
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_placeImports = {
    method: 'POST'
    path: '/api/place-imports'
    requestFormat: 'binary'
    parameters: {
      query: {
        name: string
        dryRun?: ('true' | 'false') | undefined
        skipProblems?: ('true' | 'false') | undefined
        clientId?: string | undefined
      }

      body: string
    }
    responses: { 200: Schemas.PlaceImport; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_contracts = {
    method: 'GET'
    path: '/api/contracts'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ clientId: string }>
    }
    responses: { 200: Array<Schemas.ContractSummary>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_contracts = {
    method: 'POST'
    path: '/api/contracts'
    requestFormat: 'json'
    parameters: {
      body: {
        clientId: string
        number?: string | undefined
        validFrom?: string | undefined
        validTo?: (string | null) | undefined
        concludedOn?: (string | null) | undefined
        terms?: Schemas.Terms | undefined
        template?: string | undefined
      }
    }
    responses: {
      201: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_contracts_example = {
    method: 'POST'
    path: '/api/contracts/example'
    requestFormat: 'json'
    parameters: {
      body: {
        priceList: Schemas.PriceList
        figures: Partial<{
          tickets: number
          remoteMinutes: Array<number>
          onSiteMinutes: Array<number>
          tripsKm: Array<string | null>
          units: Record<string, string>
        }>
        contractId?: string | undefined
      }
    }
    responses: { 200: Schemas.PriceExample; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type put__api_contracts_legalNotice = {
    method: 'PUT'
    path: '/api/contracts/legal-notice'
    requestFormat: 'json'
    parameters: never
    responses: {
      200: { legalNoticeAt: string }
      401: Schemas.Refused
      403: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contracts_Id = {
    method: 'GET'
    path: '/api/contracts/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: Schemas.Contract; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type patch__api_contracts_Id = {
    method: 'PATCH'
    path: '/api/contracts/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        version: number
        number?: string | undefined
        validFrom?: string | undefined
        validTo?: (string | null) | undefined
        concludedOn?: (string | null) | undefined
      }
    }
    responses: {
      200: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contracts_Id_terms = {
    method: 'GET'
    path: '/api/contracts/{id}/terms'
    requestFormat: 'json'
    parameters: {
      query: { on: string; knownAt?: string | undefined }
      path: { id: string }
    }
    responses: {
      200: {
        versionId: string
        number: number
        validFrom: string
        terms: Schemas.Terms
        isSuspended: boolean
      }
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_contracts_Id_versions = {
    method: 'POST'
    path: '/api/contracts/{id}/versions'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body:
        | { kind: 'amendment'; validFrom: string; reason?: string | undefined }
        | {
            kind: 'correction'
            corrects?: number | undefined
            validFrom?: string | undefined
            reason: string
          }
    }
    responses: {
      201: Schemas.Version
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contracts_Id_versions_Number = {
    method: 'GET'
    path: '/api/contracts/{id}/versions/{number}'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }
    }
    responses: { 200: Schemas.Version; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type delete__api_contracts_Id_versions_Number = {
    method: 'DELETE'
    path: '/api/contracts/{id}/versions/{number}'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_versions_Number_terms = {
    method: 'PUT'
    path: '/api/contracts/{id}/versions/{number}/terms'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }

      body: {
        version: number
        terms: Schemas.Terms
        validFrom?: string | undefined
        reason?: string | undefined
      }
    }
    responses: {
      200: Schemas.Version
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_versions_Number_activation = {
    method: 'PUT'
    path: '/api/contracts/{id}/versions/{number}/activation'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }

      body: Partial<{ version: number; confirmOverlap: boolean; signedOn: string }>
    }
    responses: {
      200: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_calendars_Id_contracts = {
    method: 'GET'
    path: '/api/calendars/{id}/contracts'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ validFrom: string }>
      path: { id: string }
    }
    responses: {
      200: Array<Schemas.OlderCalendarCopy>
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_calendars_Id_amendments = {
    method: 'POST'
    path: '/api/calendars/{id}/amendments'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { contractIds: Array<string>; validFrom: string; reason: string }
    }
    responses: {
      200: Schemas.CalendarAmendments
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contracts_Id_counts = {
    method: 'GET'
    path: '/api/contracts/{id}/counts'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Array<Schemas.ContractCount>
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_contracts_Id_counts = {
    method: 'POST'
    path: '/api/contracts/{id}/counts'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body:
        | {
            kind: 'reading'
            on: string
            note?: string | undefined
            meter: string
            device: string
            value: string
            goesOnFrom?: string | undefined
          }
        | {
            kind: 'units'
            on: string
            note?: string | undefined
            unit: string
            quantity: string
            class?: string | undefined
            size?: string | undefined
            group?: string | undefined
          }
        | { kind: 'purchase'; on: string; note?: string | undefined; itemId: string; blocks: number }
        | {
            kind: 'event'
            on: string
            note?: string | undefined
            event: string
            quantity?: string | undefined
            class?: string | undefined
            value?: string | undefined
            site?: string | undefined
          }
    }
    responses: {
      201: Schemas.ContractCount
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_contracts_Id_counts_CountId = {
    method: 'DELETE'
    path: '/api/contracts/{id}/counts/{countId}'
    requestFormat: 'json'
    parameters: {
      path: { id: string; countId: string }

      body: { reason: string }
    }
    responses: {
      200: { removed: true }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contractRenewals = {
    method: 'GET'
    path: '/api/contract-renewals'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ days: number }>
    }
    responses: { 200: Array<Schemas.RenewalItem>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type put__api_contracts_Id_end = {
    method: 'PUT'
    path: '/api/contracts/{id}/end'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        endedOn: string
        reason: string
        version: number
        kind?: ('notice' | 'agreement' | 'seriousReason') | undefined
        givenBy?: ('us' | 'client' | 'both') | undefined
        givenOn?: string | undefined
      }
    }
    responses: {
      200: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_contracts_Id_end = {
    method: 'DELETE'
    path: '/api/contracts/{id}/end'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_suspension = {
    method: 'PUT'
    path: '/api/contracts/{id}/suspension'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        version?: number | undefined
        fromOn?: string | undefined
        toOn?: (string | null) | undefined
        reason: string
      }
    }
    responses: {
      200: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_contracts_Id_suspension = {
    method: 'DELETE'
    path: '/api/contracts/{id}/suspension'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_renewal = {
    method: 'PUT'
    path: '/api/contracts/{id}/renewal'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { version: number; validTo: string; reason?: string | undefined }
    }
    responses: {
      200: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_renewalRefusal = {
    method: 'PUT'
    path: '/api/contracts/{id}/renewal-refusal'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { version: number; reason: string }
    }
    responses: {
      200: Schemas.Contract
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_absences = {
    method: 'GET'
    path: '/api/absences'
    requestFormat: 'json'
    parameters: {
      query: { from: string; to: string }
    }
    responses: { 200: Array<Schemas.Absence>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_absences = {
    method: 'POST'
    path: '/api/absences'
    requestFormat: 'json'
    parameters: {
      body: {
        staffId: string
        fromOn: string
        toOn: string
        kind: 'holiday' | 'sick' | 'training' | 'other'
        deputyId?: (string | null) | undefined
        note?: string | undefined
      }
    }
    responses: {
      201: Schemas.Absence
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_absences_Id = {
    method: 'PUT'
    path: '/api/absences/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        staffId: string
        fromOn: string
        toOn: string
        kind: 'holiday' | 'sick' | 'training' | 'other'
        deputyId?: (string | null) | undefined
        note?: string | undefined
        version: number
      }
    }
    responses: {
      200: Schemas.Absence
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_absences_Id = {
    method: 'DELETE'
    path: '/api/absences/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_priceLists = {
    method: 'GET'
    path: '/api/price-lists'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.CompanyPriceList>; 401: Schemas.Refused }
  }
  export type post__api_priceLists = {
    method: 'POST'
    path: '/api/price-lists'
    requestFormat: 'json'
    parameters: {
      body: { name: string; description?: string | undefined; priceList: Schemas.PriceList }
    }
    responses: {
      201: Schemas.CompanyPriceList
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_priceLists_Id = {
    method: 'GET'
    path: '/api/price-lists/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.CompanyPriceList
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type patch__api_priceLists_Id = {
    method: 'PATCH'
    path: '/api/price-lists/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        version: number
        name?: string | undefined
        description?: string | undefined
        isArchived?: boolean | undefined
      }
    }
    responses: {
      200: Schemas.CompanyPriceList
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_priceLists_Id_versions = {
    method: 'POST'
    path: '/api/price-lists/{id}/versions'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      201: Schemas.CompanyPriceList
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_priceLists_Id_versions_Number = {
    method: 'PUT'
    path: '/api/price-lists/{id}/versions/{number}'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }

      body: { version: number; priceList: Schemas.PriceList; note?: string | undefined }
    }
    responses: {
      200: Schemas.CompanyPriceList
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_priceLists_Id_versions_Number_publication = {
    method: 'PUT'
    path: '/api/price-lists/{id}/versions/{number}/publication'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }

      body: { version: number }
    }
    responses: {
      200: Schemas.CompanyPriceList
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_versions_Number_priceList = {
    method: 'PUT'
    path: '/api/contracts/{id}/versions/{number}/price-list'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }

      body: { version: number; priceListId: string | null; priceListNumber?: number | undefined }
    }
    responses: {
      200: Schemas.Version
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_indexFigures = {
    method: 'GET'
    path: '/api/index-figures'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.IndexFigure>; 401: Schemas.Refused }
  }
  export type put__api_indexFigures_Index_Year = {
    method: 'PUT'
    path: '/api/index-figures/{index}/{year}'
    requestFormat: 'json'
    parameters: {
      path: { index: 'gusConsumerPrices' | 'gusWages' | 'own'; year: number }

      body: { value: string; source: string; announcedOn?: (string | null) | undefined; version: number }
    }
    responses: {
      200: Schemas.IndexFigure
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contractTemplates = {
    method: 'GET'
    path: '/api/contract-templates'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.ContractTemplateSummary>; 401: Schemas.Refused }
  }
  export type post__api_contractTemplates = {
    method: 'POST'
    path: '/api/contract-templates'
    requestFormat: 'json'
    parameters: {
      body: { name: string; from: string } | { name: string; contractId: string; number: number }
    }
    responses: {
      201: Schemas.ContractTemplate
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contractTemplates_Id = {
    method: 'GET'
    path: '/api/contract-templates/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.ContractTemplate
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contractTemplates_Id = {
    method: 'PUT'
    path: '/api/contract-templates/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        version: number
        name?: string | undefined
        terms?: Schemas.TemplateTerms | undefined
        isArchived?: boolean | undefined
      }
    }
    responses: {
      200: Schemas.ContractTemplate
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contracts_Id_versions_Number_templateDifference = {
    method: 'GET'
    path: '/api/contracts/{id}/versions/{number}/template-difference'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }
    }
    responses: {
      200: { template: Schemas.ContractTemplateSummary; changes: Array<Schemas.TermsChange> }
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_contractImports = {
    method: 'POST'
    path: '/api/contract-imports'
    requestFormat: 'binary'
    parameters: {
      query: {
        name: string
        dryRun?: ('true' | 'false') | undefined
        skipProblems?: ('true' | 'false') | undefined
      }

      body: string
    }
    responses: {
      200: Schemas.ContractImport
      401: Schemas.Refused
      403: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contracts_Id_openingBalances = {
    method: 'GET'
    path: '/api/contracts/{id}/opening-balances'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Array<Schemas.OpeningBalance>
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_contracts_Id_openingBalances = {
    method: 'POST'
    path: '/api/contracts/{id}/opening-balances'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        kind: 'allowance' | 'pool' | 'block' | 'meter'
        unit?: string | undefined
        quantity: string
        asOf: string
        item?: string | undefined
        device?: string | undefined
        validTo?: (string | null) | undefined
        note?: string | undefined
      }
    }
    responses: {
      201: Schemas.OpeningBalance
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_contracts_Id_openingBalances_BalanceId = {
    method: 'DELETE'
    path: '/api/contracts/{id}/opening-balances/{balanceId}'
    requestFormat: 'json'
    parameters: {
      path: { id: string; balanceId: string }

      body: { reason: string }
    }
    responses: {
      200: Array<Schemas.OpeningBalance>
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_amendmentRuns = {
    method: 'GET'
    path: '/api/amendment-runs'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.AmendmentRun>; 401: Schemas.Refused; 403: Schemas.Refused }
  }
  export type post__api_amendmentRuns = {
    method: 'POST'
    path: '/api/amendment-runs'
    requestFormat: 'json'
    parameters: {
      body:
        | { kind: 'indexation'; year: number; month: number }
        | { kind: 'priceList'; priceListId: string; number: number; validFrom: string }
    }
    responses: {
      201: Schemas.AmendmentRunDetail
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_amendmentRuns_Id = {
    method: 'GET'
    path: '/api/amendment-runs/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.AmendmentRunDetail
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_amendmentRuns_Id_choice = {
    method: 'PUT'
    path: '/api/amendment-runs/{id}/choice'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { itemIds: Array<string>; isChosen: boolean }
    }
    responses: {
      200: Schemas.AmendmentRunDetail
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_amendmentRuns_Id_making = {
    method: 'PUT'
    path: '/api/amendment-runs/{id}/making'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { sendsLetters: boolean }
    }
    responses: {
      200: Schemas.AmendmentRunDetail
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_amendmentRuns_Id_items_ItemId_letter = {
    method: 'GET'
    path: '/api/amendment-runs/{id}/items/{itemId}/letter'
    requestFormat: 'json'
    parameters: {
      path: { id: string; itemId: string }
    }
    responses: {
      200: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type get__api_contracts_Id_versions_Number_document = {
    method: 'GET'
    path: '/api/contracts/{id}/versions/{number}/document'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }
    }
    responses: {
      200: unknown
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type post__api_contracts_Id_versions_Number_document = {
    method: 'POST'
    path: '/api/contracts/{id}/versions/{number}/document'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }
    }
    responses: {
      201: Schemas.Version
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type post__api_contracts_Id_versions_Number_sending = {
    method: 'POST'
    path: '/api/contracts/{id}/versions/{number}/sending'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }

      body: { to: Array<string> }
    }
    responses: {
      202: Schemas.Version
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type post__api_contracts_Id_versions_Number_signedScan = {
    method: 'POST'
    path: '/api/contracts/{id}/versions/{number}/signed-scan'
    requestFormat: 'binary'
    parameters: {
      query: { name: string; signedOn: string; confirmed?: ('true' | 'false') | undefined }
      path: { id: string; number: number }

      body: string
    }
    responses: {
      200: Schemas.Version
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      413: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contracts_Id_versions_Number_signedScan = {
    method: 'GET'
    path: '/api/contracts/{id}/versions/{number}/signed-scan'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ fileId: string }>
      path: { id: string; number: number }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_signedScans = {
    method: 'GET'
    path: '/api/signed-scans'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ contractId: string; waiting: 'true' | 'false' }>
    }
    responses: { 200: Array<Schemas.SignedScan>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_signedScans = {
    method: 'POST'
    path: '/api/signed-scans'
    requestFormat: 'json'
    parameters: {
      body: {
        fileIds: Array<string>
        contractId?: string | undefined
        number?: number | undefined
        signedOn?: string | undefined
      }
    }
    responses: {
      201: Schemas.SignedScan
      401: Schemas.Refused
      403: Schemas.Refused
      413: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_signedScans_Id = {
    method: 'GET'
    path: '/api/signed-scans/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: Schemas.SignedScan; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_signedScans_Id_files_FileId = {
    method: 'GET'
    path: '/api/signed-scans/{id}/files/{fileId}'
    requestFormat: 'json'
    parameters: {
      path: { id: string; fileId: string }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type put__api_signedScans_Id_confirmation = {
    method: 'PUT'
    path: '/api/signed-scans/{id}/confirmation'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { version: number; contractId: string; number: number; signedOn: string }
    }
    responses: {
      200: Schemas.SignedScan
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_signedScans_Id_dismissal = {
    method: 'PUT'
    path: '/api/signed-scans/{id}/dismissal'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { version: number }
    }
    responses: {
      200: Schemas.SignedScan
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_contracts_Id_versions_Number_signingRequests = {
    method: 'GET'
    path: '/api/contracts/{id}/versions/{number}/signing-requests'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }
    }
    responses: {
      200: Array<Schemas.SigningRequest>
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_contracts_Id_versions_Number_signingRequests = {
    method: 'POST'
    path: '/api/contracts/{id}/versions/{number}/signing-requests'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }

      body: { to: Array<string>; message?: string | undefined }
    }
    responses: {
      201: Array<Schemas.SigningRequest>
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type get__api_public_signing_Key = {
    method: 'GET'
    path: '/api/public/signing/{key}'
    requestFormat: 'json'
    parameters: {
      path: { key: string }
    }
    responses: { 200: Schemas.Signing; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_public_signing_Key_document = {
    method: 'GET'
    path: '/api/public/signing/{key}/document'
    requestFormat: 'json'
    parameters: {
      path: { key: string }
    }
    responses: { 200: unknown; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_public_signing_Key_acceptance = {
    method: 'POST'
    path: '/api/public/signing/{key}/acceptance'
    requestFormat: 'json'
    parameters: {
      path: { key: string }

      body: { name: string; position?: string | undefined; sha256: string }
    }
    responses: {
      201: Schemas.Signing
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      410: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_public_signing_Key_files = {
    method: 'POST'
    path: '/api/public/signing/{key}/files'
    requestFormat: 'binary'
    parameters: {
      query: { name: string }
      path: { key: string }

      body: string
    }
    responses: {
      201: Schemas.StoredFile
      403: Schemas.Refused
      404: Schemas.Refused
      413: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_public_signing_Key_scans = {
    method: 'POST'
    path: '/api/public/signing/{key}/scans'
    requestFormat: 'json'
    parameters: {
      path: { key: string }

      body: { fileIds: Array<string>; signedOn?: string | undefined }
    }
    responses: { 201: Schemas.Signing; 403: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_documentTemplates = {
    method: 'GET'
    path: '/api/document-templates'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ archived: 'true' | 'false' }>
    }
    responses: {
      200: Array<{
        id: string
        kind: 'contract' | 'amendment'
        name: string
        sha256: string
        findings: {
          used: Array<string>
          problems: Array<{
            code:
              | 'tag_open'
              | 'tag_unopened'
              | 'loop_open'
              | 'loop_unopened'
              | 'loop_crossed'
              | 'loop_misplaced'
              | 'other'
              | 'unknown'
              | 'outside_loop'
              | 'list_as_value'
            tag: string
            suggestion?: string | undefined
            loop?: string | undefined
          }>
          advised: Array<string>
          typed: Array<string>
          hasOwnMark: boolean
        }
        isDefault: boolean
        archivedAt: string | null
        createdAt: string
        createdByName: string
        version: number
      }>
      401: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_documentTemplates = {
    method: 'POST'
    path: '/api/document-templates'
    requestFormat: 'binary'
    parameters: {
      query: { kind: 'contract' | 'amendment'; name: string; fileName: string }

      body: string
    }
    responses: {
      201: {
        id: string
        kind: 'contract' | 'amendment'
        name: string
        sha256: string
        findings: {
          used: Array<string>
          problems: Array<{
            code:
              | 'tag_open'
              | 'tag_unopened'
              | 'loop_open'
              | 'loop_unopened'
              | 'loop_crossed'
              | 'loop_misplaced'
              | 'other'
              | 'unknown'
              | 'outside_loop'
              | 'list_as_value'
            tag: string
            suggestion?: string | undefined
            loop?: string | undefined
          }>
          advised: Array<string>
          typed: Array<string>
          hasOwnMark: boolean
        }
        isDefault: boolean
        archivedAt: string | null
        createdAt: string
        createdByName: string
        version: number
      }
      401: Schemas.Refused
      403: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_documentTemplates_placeholders_Kind = {
    method: 'GET'
    path: '/api/document-templates/placeholders/{kind}'
    requestFormat: 'json'
    parameters: {
      path: { kind: 'contract' | 'amendment' }
    }
    responses: {
      200: { plain: Array<string>; inside: Record<string, Array<string>> }
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_documentTemplates_checks = {
    method: 'POST'
    path: '/api/document-templates/checks'
    requestFormat: 'binary'
    parameters: {
      query: { kind: 'contract' | 'amendment' }

      body: string
    }
    responses: {
      200: {
        used: Array<string>
        problems: Array<{
          code:
            | 'tag_open'
            | 'tag_unopened'
            | 'loop_open'
            | 'loop_unopened'
            | 'loop_crossed'
            | 'loop_misplaced'
            | 'other'
            | 'unknown'
            | 'outside_loop'
            | 'list_as_value'
          tag: string
          suggestion?: string | undefined
          loop?: string | undefined
        }>
        advised: Array<string>
        typed: Array<string>
        hasOwnMark: boolean
        pages: number | null
      }
      401: Schemas.Refused
      403: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type patch__api_documentTemplates_Id = {
    method: 'PATCH'
    path: '/api/document-templates/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        version: number
        name?: string | undefined
        isDefault?: boolean | undefined
        isArchived?: boolean | undefined
      }
    }
    responses: {
      200: {
        id: string
        kind: 'contract' | 'amendment'
        name: string
        sha256: string
        findings: {
          used: Array<string>
          problems: Array<{
            code:
              | 'tag_open'
              | 'tag_unopened'
              | 'loop_open'
              | 'loop_unopened'
              | 'loop_crossed'
              | 'loop_misplaced'
              | 'other'
              | 'unknown'
              | 'outside_loop'
              | 'list_as_value'
            tag: string
            suggestion?: string | undefined
            loop?: string | undefined
          }>
          advised: Array<string>
          typed: Array<string>
          hasOwnMark: boolean
        }
        isDefault: boolean
        archivedAt: string | null
        createdAt: string
        createdByName: string
        version: number
      }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_documentTemplates_Id_file = {
    method: 'GET'
    path: '/api/document-templates/{id}/file'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_documentTemplates_Id_sample = {
    method: 'GET'
    path: '/api/document-templates/{id}/sample'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_contracts_Id_documentTemplate = {
    method: 'GET'
    path: '/api/contracts/{id}/document-template'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: { templateId: string | null }
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_documentTemplate = {
    method: 'PUT'
    path: '/api/contracts/{id}/document-template'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { templateId: string | null }
    }
    responses: {
      200: { templateId: string | null }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_versions_Number_documentTemplate = {
    method: 'PUT'
    path: '/api/contracts/{id}/versions/{number}/document-template'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }

      body: { choice: ('builtIn' | string) | null }
    }
    responses: {
      200: Schemas.Version
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_public_mail_Slug = {
    method: 'POST'
    path: '/api/public/mail/{slug}'
    requestFormat: 'text'
    parameters: {
      path: { slug: string }
    }
    responses: {
      202: Schemas.ReceivedMail
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      429: Schemas.Refused
    }
  }
  export type get__api_incomingMails = {
    method: 'GET'
    path: '/api/incoming-mails'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ before: string }>
    }
    responses: { 200: Array<Schemas.IncomingMail>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_incomingMails_Id = {
    method: 'GET'
    path: '/api/incoming-mails/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: Schemas.OriginalMail; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_incomingMails_Id_raw = {
    method: 'GET'
    path: '/api/incoming-mails/{id}/raw'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_incomingMails_Id_ticket = {
    method: 'POST'
    path: '/api/incoming-mails/{id}/ticket'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      201: Schemas.ReceivedMail
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_mailboxes = {
    method: 'GET'
    path: '/api/mailboxes'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.Mailbox>; 401: Schemas.Refused; 403: Schemas.Refused }
  }
  export type post__api_mailboxes = {
    method: 'POST'
    path: '/api/mailboxes'
    requestFormat: 'json'
    parameters: {
      body: {
        host: string
        port: number
        isSecure?: boolean | undefined
        username: string
        password: string
        folder?: string | undefined
        withExisting?: boolean | undefined
      }
    }
    responses: { 201: Schemas.Mailbox; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type patch__api_mailboxes_Id = {
    method: 'PATCH'
    path: '/api/mailboxes/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { isPaused: boolean; version: number }
    }
    responses: {
      200: Schemas.Mailbox
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_mailboxes_Id = {
    method: 'DELETE'
    path: '/api/mailboxes/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_billing_months = {
    method: 'GET'
    path: '/api/billing/months'
    requestFormat: 'json'
    parameters: never
    responses: {
      200: Array<{ month: string; isEnded: boolean; proposals: number; issued: number; isSkipped: boolean }>
      401: Schemas.Refused
      403: Schemas.Refused
    }
  }
  export type get__api_billing_months_Month = {
    method: 'GET'
    path: '/api/billing/months/{month}'
    requestFormat: 'json'
    parameters: {
      path: { month: string }
    }
    responses: {
      200: Schemas.BillingMonth
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_billing_months_Month_proposals = {
    method: 'PUT'
    path: '/api/billing/months/{month}/proposals'
    requestFormat: 'json'
    parameters: {
      path: { month: string }
    }
    responses: {
      200: { built: number }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_proposals_Id = {
    method: 'GET'
    path: '/api/proposals/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Proposal
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_proposals_Id_lines = {
    method: 'POST'
    path: '/api/proposals/{id}/lines'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        version: number
        name: string
        quantity: string
        unit: string
        unitPrice: string
        vat: string
        isAnnex15?: boolean | undefined
        reason: string
      }
    }
    responses: {
      201: Schemas.Proposal
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type patch__api_proposals_Id_lines_LineId = {
    method: 'PATCH'
    path: '/api/proposals/{id}/lines/{lineId}'
    requestFormat: 'json'
    parameters: {
      path: { id: string; lineId: string }

      body: {
        version: number
        name?: string | undefined
        quantity?: string | undefined
        unitPrice?: string | undefined
        net?: string | undefined
        isWaived?: boolean | undefined
        reason: string
      }
    }
    responses: {
      200: Schemas.Proposal
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_proposals_Id_lines_LineId_edit = {
    method: 'DELETE'
    path: '/api/proposals/{id}/lines/{lineId}/edit'
    requestFormat: 'json'
    parameters: {
      query: { version: number }
      path: { id: string; lineId: string }
    }
    responses: {
      200: Schemas.Proposal
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_proposals_Id_decision = {
    method: 'PUT'
    path: '/api/proposals/{id}/decision'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { version: number; reason: string }
    }
    responses: {
      200: Schemas.Proposal
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_billing_months_Month_issueRuns = {
    method: 'POST'
    path: '/api/billing/months/{month}/issue-runs'
    requestFormat: 'json'
    parameters: {
      path: { month: string }

      body: { proposals: Array<{ id: string; version: number }> }
    }
    responses: {
      202: { runId: string }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_issueRuns_Id = {
    method: 'GET'
    path: '/api/issue-runs/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.IssueRun
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_whatIf_lines = {
    method: 'POST'
    path: '/api/what-if/lines'
    requestFormat: 'json'
    parameters: {
      body: {
        period: { from: string; to: string }
        fullPeriod?: { from: string; to: string } | undefined
        contract?: { from: string; to?: string | undefined } | undefined
        versions: Array<{ validFrom: string; validTo?: string | undefined; priceList: Schemas.PriceList }>
        work: Array<
          | {
              kind: 'ticket'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              category?: string | undefined
              service?: string | undefined
              site?: string | undefined
              device?: string | undefined
              deviceClass?: string | undefined
              flags?: Array<string> | undefined
              number: string
              reportedAt: string
              resolvedAt?: string | undefined
              priority?: string | undefined
              cancelled?: boolean | undefined
              mergedInto?: string | undefined
              ourFault?: boolean | undefined
              warranty?: boolean | undefined
              reopened?: Array<{ resolvedAt: string; at: string }> | undefined
            }
          | {
              kind: 'time'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              category?: string | undefined
              service?: string | undefined
              site?: string | undefined
              device?: string | undefined
              deviceClass?: string | undefined
              flags?: Array<string> | undefined
              ticketId?: string | undefined
              startedAt: string
              minutes?: number | undefined
              endedAt?: string | undefined
              place: 'remote' | 'onSite'
              role?: string | undefined
              visitId?: string | undefined
            }
          | {
              kind: 'trip'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              category?: string | undefined
              service?: string | undefined
              site?: string | undefined
              device?: string | undefined
              deviceClass?: string | undefined
              flags?: Array<string> | undefined
              ticketId?: string | undefined
              at: string
              km?: string | undefined
              zone?: string | undefined
            }
          | {
              kind: 'material'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              category?: string | undefined
              service?: string | undefined
              site?: string | undefined
              device?: string | undefined
              deviceClass?: string | undefined
              flags?: Array<string> | undefined
              ticketId?: string | undefined
              usedAt: string
              name: string
              quantity: string
              unit: string
              unitPrice?: string | undefined
              cost?: string | undefined
            }
          | {
              kind: 'units'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              unit: string
              quantity: string
              countedAt: string
              class?: string | undefined
              size?: string | undefined
              group?: string | undefined
            }
          | {
              kind: 'event'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              category?: string | undefined
              service?: string | undefined
              site?: string | undefined
              device?: string | undefined
              deviceClass?: string | undefined
              flags?: Array<string> | undefined
              event: string
              at: string
              ticketId?: string | undefined
              visitId?: string | undefined
              quantity?: string | undefined
              class?: string | undefined
              value?: string | undefined
              priority?: string | undefined
            }
          | {
              kind: 'reading'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              meter: string
              device: string
              readAt: string
              value: string
              goesOnFrom?: string | undefined
            }
          | {
              kind: 'purchase'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              itemId: string
              boughtAt: string
              blocks?: number | undefined
            }
          | {
              kind: 'miss'
              id: string
              waived?: { reason: string } | undefined
              outOfScope?: Partial<{ clause: string; reason: string }> | undefined
              at: string
              ticketId?: string | undefined
              priority?: string | undefined
              target?: string | undefined
              device?: string | undefined
              lateMinutes?: number | undefined
              kept?: { met: number; of: number } | undefined
              confirmed?: boolean | undefined
            }
        >
        timezone?: string | undefined
      }
    }
    responses: { 200: Schemas.PricedWork; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_whatIf_past = {
    method: 'POST'
    path: '/api/what-if/past'
    requestFormat: 'json'
    parameters: {
      body: {
        from: string
        to: string
        clientId?: string | undefined
        contractId?: string | undefined
        variants: Array<
          | { name: string; asIs: true }
          | { name: string; contractId: string; version: number }
          | { name: string; priceList: Schemas.PriceList }
        >
      }
    }
    responses: {
      200: Schemas.WhatIf
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_whatIf_past_sheet = {
    method: 'POST'
    path: '/api/what-if/past/sheet'
    requestFormat: 'json'
    parameters: {
      query: { format: 'csv' | 'xlsx' }

      body: {
        from: string
        to: string
        clientId?: string | undefined
        contractId?: string | undefined
        variants: Array<
          | { name: string; asIs: true }
          | { name: string; contractId: string; version: number }
          | { name: string; priceList: Schemas.PriceList }
        >
      }
    }
    responses: {
      200: Schemas.Sheet
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_backTest = {
    method: 'GET'
    path: '/api/back-test'
    requestFormat: 'json'
    parameters: {
      query: { from: string; to: string; clientId?: string | undefined }
    }
    responses: { 200: Schemas.BackTest; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_contracts_Id_meters = {
    method: 'GET'
    path: '/api/contracts/{id}/meters'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Meters
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_clients_Id_conservation = {
    method: 'GET'
    path: '/api/clients/{id}/conservation'
    requestFormat: 'json'
    parameters: {
      query: { month: string }
      path: { id: string }
    }
    responses: {
      200: Schemas.Conservation
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_invoices = {
    method: 'GET'
    path: '/api/invoices'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ clientId: string; month: string; search: string }>
    }
    responses: {
      200: Array<Schemas.Invoice>
      401: Schemas.Refused
      403: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_invoices_Id = {
    method: 'GET'
    path: '/api/invoices/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.InvoicePage
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_invoices_Id_pdf = {
    method: 'GET'
    path: '/api/invoices/{id}/pdf'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type get__api_invoices_Id_xml = {
    method: 'GET'
    path: '/api/invoices/{id}/xml'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type post__api_invoices_Id_corrections = {
    method: 'POST'
    path: '/api/invoices/{id}/corrections'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        reason: string
        withClientData?: boolean | undefined
        lines?:
          | Array<{
              position: number
              name?: string | undefined
              quantity?: string | undefined
              unitPrice?: string | undefined
              vat?: string | undefined
            }>
          | undefined
      }
    }
    responses: {
      201: Schemas.Invoice
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_billing_months_Month_accountant_csv = {
    method: 'GET'
    path: '/api/billing/months/{month}/accountant.csv'
    requestFormat: 'json'
    parameters: {
      path: { month: string }
    }
    responses: {
      200: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_contracts_Id_versions_Number_effect = {
    method: 'PUT'
    path: '/api/contracts/{id}/versions/{number}/effect'
    requestFormat: 'json'
    parameters: {
      path: { id: string; number: number }
    }
    responses: {
      200: Schemas.CorrectionEffect
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_collection = {
    method: 'GET'
    path: '/api/collection'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.CollectionBoard; 401: Schemas.Refused; 403: Schemas.Refused }
  }
  export type get__api_collection_clients_Id = {
    method: 'GET'
    path: '/api/collection/clients/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.ClientStatement
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_invoices_Id_payments = {
    method: 'GET'
    path: '/api/invoices/{id}/payments'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: {
        invoiceId: string
        number: string
        clientId: string
        issueOn: string
        dueOn: string
        grossGrosze: number
        paidGrosze: number
        openGrosze: number
        payments: Array<Schemas.Payment>
      }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_payments = {
    method: 'POST'
    path: '/api/payments'
    requestFormat: 'json'
    parameters: {
      body: {
        clientId: string
        paidOn: string
        amount: string
        note?: string | undefined
        invoiceIds?: Array<string> | undefined
      }
    }
    responses: {
      201: Schemas.Payment
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_payments_Id_withdrawal = {
    method: 'POST'
    path: '/api/payments/{id}/withdrawal'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { reason: string }
    }
    responses: {
      200: Schemas.Payment
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_payments_Id_allocations = {
    method: 'POST'
    path: '/api/payments/{id}/allocations'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: Partial<{ invoiceIds: Array<string> }>
    }
    responses: {
      200: Schemas.Payment
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_panel_session_hat = {
    method: 'PUT'
    path: '/api/panel/session/hat'
    requestFormat: 'json'
    parameters: {
      body: { tenantId: string; subjectId: string }
    }
    responses: {
      201: { tenantId: string; subjectId: string }
      401: Schemas.Refused
      403: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_panel_session_language = {
    method: 'PUT'
    path: '/api/panel/session/language'
    requestFormat: 'json'
    parameters: {
      body: { language: 'pl' | 'en' }
    }
    responses: { 204: unknown; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_panel_contract = {
    method: 'GET'
    path: '/api/panel/contract'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.PanelContracts; 401: Schemas.Refused }
  }
  export type get__api_panel_priceOfNext = {
    method: 'GET'
    path: '/api/panel/price-of-next'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ siteId: string; deviceId: string }>
    }
    responses: { 200: Schemas.PanelPriceOfNext; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_panel_promises = {
    method: 'GET'
    path: '/api/panel/promises'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ siteId: string; deviceId: string }>
    }
    responses: { 200: Schemas.PanelPromises; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_panel_places = {
    method: 'GET'
    path: '/api/panel/places'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.PanelPlaces; 401: Schemas.Refused }
  }
  export type get__api_panel_contracts_Id_versions_Number_document = {
    method: 'GET'
    path: '/api/panel/contracts/{id}/versions/{number}/document'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ fileId: string }>
      path: { id: string; number: number }
    }
    responses: {
      200: unknown
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type get__api_panel_contracts_Id_versions_Number_signedScan = {
    method: 'GET'
    path: '/api/panel/contracts/{id}/versions/{number}/signed-scan'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ fileId: string }>
      path: { id: string; number: number }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_panel_invoices = {
    method: 'GET'
    path: '/api/panel/invoices'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.PanelInvoices; 401: Schemas.Refused }
  }
  export type get__api_panel_invoices_Id = {
    method: 'GET'
    path: '/api/panel/invoices/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.PanelInvoicePage
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_panel_invoices_Id_transferCode = {
    method: 'GET'
    path: '/api/panel/invoices/{id}/transfer-code'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_panel_invoices_Id_pdf = {
    method: 'GET'
    path: '/api/panel/invoices/{id}/pdf'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: unknown
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type get__api_panel_invoices_Id_xml = {
    method: 'GET'
    path: '/api/panel/invoices/{id}/xml'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: unknown
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      503: Schemas.Refused
    }
  }
  export type post__api_panel_files = {
    method: 'POST'
    path: '/api/panel/files'
    requestFormat: 'binary'
    parameters: {
      query: { name: string }

      body: string
    }
    responses: {
      201: Schemas.StoredFile
      401: Schemas.Refused
      403: Schemas.Refused
      413: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_panel_files_Id = {
    method: 'GET'
    path: '/api/panel/files/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_panel_tickets = {
    method: 'GET'
    path: '/api/panel/tickets'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ show: 'open' | 'history'; search: string }>
    }
    responses: { 200: Array<Schemas.PanelTicket>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_panel_tickets = {
    method: 'POST'
    path: '/api/panel/tickets'
    requestFormat: 'json'
    parameters: {
      body: Partial<{
        subject: string
        description: string
        proposedPriority: 'critical' | 'high' | 'normal' | 'low'
        siteId: string
        deviceId: string
        /**
         * A key of the contract's impact × urgency
         */
        impact: string
        /**
         * A key of the contract's impact × urgency
         */
        urgency: string
        fileIds: Array<string>
      }>
    }
    responses: {
      201: Schemas.PanelTicket
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_panel_tickets_Id = {
    method: 'GET'
    path: '/api/panel/tickets/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.PanelTicketPage
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_panel_tickets_Id_messages = {
    method: 'POST'
    path: '/api/panel/tickets/{id}/messages'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: Partial<{ text: string; fileIds: Array<string> }>
    }
    responses: {
      201: Schemas.PanelWritten
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_panel_tickets_Id_closure = {
    method: 'PUT'
    path: '/api/panel/tickets/{id}/closure'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.PanelTicketPage
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_panel_tickets_Id_closure = {
    method: 'DELETE'
    path: '/api/panel/tickets/{id}/closure'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.PanelTicketPage
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_panel_tickets_Id_admission = {
    method: 'PUT'
    path: '/api/panel/tickets/{id}/admission'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.PanelTicketPage
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_panel_tickets_Id_refusal = {
    method: 'PUT'
    path: '/api/panel/tickets/{id}/refusal'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { reason: string }
    }
    responses: {
      200: Schemas.PanelTicketPage
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_panel_conversations = {
    method: 'GET'
    path: '/api/panel/conversations'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.PanelConversation>; 401: Schemas.Refused }
  }
  export type post__api_panel_conversations = {
    method: 'POST'
    path: '/api/panel/conversations'
    requestFormat: 'json'
    parameters: {
      body: Partial<{ text: string; fileIds: Array<string>; subject: string }>
    }
    responses: { 201: Schemas.PanelWritten; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_panel_conversations_Id = {
    method: 'GET'
    path: '/api/panel/conversations/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.PanelConversationPage
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_panel_conversations_Id_messages = {
    method: 'POST'
    path: '/api/panel/conversations/{id}/messages'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: Partial<{ text: string; fileIds: Array<string> }>
    }
    responses: {
      201: Schemas.PanelWritten
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_panel_conversations_Id_reading = {
    method: 'PUT'
    path: '/api/panel/conversations/{id}/reading'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_tickets = {
    method: 'GET'
    path: '/api/tickets'
    requestFormat: 'json'
    parameters: {
      query: Partial<{
        view: 'open' | 'done' | 'all'
        search: string
        clientId: string
        assigneeId: string
        contractId: string
        siteId: string
        deviceId: string
        priority: string
        most: number
      }>
    }
    responses: { 200: Array<Schemas.QueueItem>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_tickets = {
    method: 'POST'
    path: '/api/tickets'
    requestFormat: 'json'
    parameters: {
      body: {
        source?: ('manual' | 'api') | undefined
        clientId?: string | undefined
        contactId?: string | undefined
        reporterName?: string | undefined
        reporterEmail?: string | undefined
        subject: string
        description?: string | undefined
        priority?: string | undefined
        category?: string | undefined
        siteId?: string | undefined
        deviceId?: string | undefined
        deviceClass?: string | undefined
        impact?: string | undefined
        urgency?: string | undefined
        fileIds?: Array<string> | undefined
        takeOver?: boolean | undefined
      }
    }
    responses: {
      201: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_tickets_Id = {
    method: 'GET'
    path: '/api/tickets/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: { 200: Schemas.TicketPage; 401: Schemas.Refused; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_tickets_Id_messages = {
    method: 'POST'
    path: '/api/tickets/{id}/messages'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { text: string; isInternal?: boolean | undefined; fileIds?: Array<string> | undefined }
    }
    responses: {
      201: Schemas.Written
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_tickets_Id_contractChoices = {
    method: 'GET'
    path: '/api/tickets/{id}/contract-choices'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Array<Schemas.ContractChoice>
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_clients_Id_promises = {
    method: 'GET'
    path: '/api/clients/{id}/promises'
    requestFormat: 'json'
    parameters: {
      query: Partial<{
        contactId: string
        siteId: string
        deviceId: string
        deviceClass: string
        category: string
      }>
      path: { id: string }
    }
    responses: {
      200: Schemas.Promises
      401: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_takeover = {
    method: 'PUT'
    path: '/api/tickets/{id}/takeover'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_assignee = {
    method: 'PUT'
    path: '/api/tickets/{id}/assignee'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { staffId: string; note?: string | undefined }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_priority = {
    method: 'PUT'
    path: '/api/tickets/{id}/priority'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { priority: string; version?: number | undefined }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_category = {
    method: 'PUT'
    path: '/api/tickets/{id}/category'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { category: string | null; version?: number | undefined }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_about = {
    method: 'PUT'
    path: '/api/tickets/{id}/about'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: Partial<{
        siteId: string | null
        deviceId: string | null
        deviceClass: string | null
        category: string | null
        impact: string | null
        urgency: string | null
        /**
         * Gives a priority that was set by hand back to the contract's impact × urgency
         */
        priorityFromMatrix: boolean
        version: number
      }>
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_contract = {
    method: 'PUT'
    path: '/api/tickets/{id}/contract'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { contractId: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_pause = {
    method: 'PUT'
    path: '/api/tickets/{id}/pause'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { reason: string; sentence?: string | undefined; until?: string | undefined }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_tickets_Id_pause = {
    method: 'DELETE'
    path: '/api/tickets/{id}/pause'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_resolution = {
    method: 'PUT'
    path: '/api/tickets/{id}/resolution'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { text: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_tickets_Id_resolution = {
    method: 'DELETE'
    path: '/api/tickets/{id}/resolution'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_closure = {
    method: 'PUT'
    path: '/api/tickets/{id}/closure'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_tickets_Id_closure = {
    method: 'DELETE'
    path: '/api/tickets/{id}/closure'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_cancellation = {
    method: 'PUT'
    path: '/api/tickets/{id}/cancellation'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { reason: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_admission = {
    method: 'PUT'
    path: '/api/tickets/{id}/admission'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_refusal = {
    method: 'PUT'
    path: '/api/tickets/{id}/refusal'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { reason: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_client = {
    method: 'PUT'
    path: '/api/tickets/{id}/client'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { clientId: string; contactId?: string | undefined }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_merger = {
    method: 'PUT'
    path: '/api/tickets/{id}/merger'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { intoId: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_verdict = {
    method: 'PUT'
    path: '/api/tickets/{id}/verdict'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { because: ('ourFault' | 'warranty') | null; reason?: string | undefined }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_arrival = {
    method: 'PUT'
    path: '/api/tickets/{id}/arrival'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_workAround = {
    method: 'PUT'
    path: '/api/tickets/{id}/work-around'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { text: string }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_estimate = {
    method: 'PUT'
    path: '/api/tickets/{id}/estimate'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        /**
         * Whole minutes of work; null: from history
         */
        minutes: number | null
      }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_tickets_Id_creditExclusion = {
    method: 'PUT'
    path: '/api/tickets/{id}/credit-exclusion'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { isExcluded: boolean; reason?: string | undefined }
    }
    responses: {
      200: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_deskRules = {
    method: 'GET'
    path: '/api/desk-rules'
    requestFormat: 'json'
    parameters: never
    responses: {
      200: {
        alarms: {
          ladder: Array<{
            share?: number | undefined
            overMinutes?: number | undefined
            /**
             * assignee, accountManager, deputy, manager, owner, or ids of people
             */
            tell: Array<string>
            byMail: boolean
          }>
          quiet: {
            /**
             * "20:00", wall clock of the company
             */
            from: string
            to: string
            /**
             * Days without working hours are quiet as a whole
             */
            freeDays: boolean
          } | null
        }
        categories: Array<string>
        version: number
      }
      401: Schemas.Refused
    }
  }
  export type patch__api_deskRules = {
    method: 'PATCH'
    path: '/api/desk-rules'
    requestFormat: 'json'
    parameters: {
      body: {
        alarms?:
          | {
              ladder: Array<{
                share?: number | undefined
                overMinutes?: number | undefined
                /**
                 * assignee, accountManager, deputy, manager, owner, or ids of people
                 */
                tell: Array<string>
                byMail: boolean
              }>
              quiet: {
                /**
                 * "20:00", wall clock of the company
                 */
                from: string
                to: string
                /**
                 * Days without working hours are quiet as a whole
                 */
                freeDays: boolean
              } | null
            }
          | undefined
        categories?: Array<string> | undefined
        version: number
      }
    }
    responses: {
      200: {
        alarms: {
          ladder: Array<{
            share?: number | undefined
            overMinutes?: number | undefined
            /**
             * assignee, accountManager, deputy, manager, owner, or ids of people
             */
            tell: Array<string>
            byMail: boolean
          }>
          quiet: {
            /**
             * "20:00", wall clock of the company
             */
            from: string
            to: string
            /**
             * Days without working hours are quiet as a whole
             */
            freeDays: boolean
          } | null
        }
        categories: Array<string>
        version: number
      }
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_forecast = {
    method: 'GET'
    path: '/api/forecast'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ hours: number }>
    }
    responses: { 200: Schemas.Forecast; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_reports_compliance = {
    method: 'GET'
    path: '/api/reports/compliance'
    requestFormat: 'json'
    parameters: {
      query: {
        from: string
        to: string
        clientId?: string | undefined
        contractId?: string | undefined
        priority?: string | undefined
        category?: string | undefined
        assigneeId?: string | undefined
        target?:
          | ('reaction' | 'arrival' | 'nextReply' | 'periodicUpdate' | 'workAround' | 'resolution')
          | undefined
        by?: ('client' | 'contract' | 'priority' | 'category' | 'technician' | 'month') | undefined
      }
    }
    responses: { 200: Schemas.Compliance; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_reports_compliance_tickets = {
    method: 'GET'
    path: '/api/reports/compliance/tickets'
    requestFormat: 'json'
    parameters: {
      query: {
        from: string
        to: string
        clientId?: string | undefined
        contractId?: string | undefined
        priority?: string | undefined
        category?: string | undefined
        assigneeId?: string | undefined
        target?:
          | ('reaction' | 'arrival' | 'nextReply' | 'periodicUpdate' | 'workAround' | 'resolution')
          | undefined
        by?: ('client' | 'contract' | 'priority' | 'category' | 'technician' | 'month') | undefined
        key?: string | undefined
        verdict?: ('met' | 'missed' | 'open') | undefined
        most?: number | undefined
      }
    }
    responses: { 200: Array<Schemas.JudgedTicket>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_reports_compliance_credits = {
    method: 'GET'
    path: '/api/reports/compliance/credits'
    requestFormat: 'json'
    parameters: {
      query: { from: string; to: string; clientId?: string | undefined; contractId?: string | undefined }
    }
    responses: {
      200: Schemas.ProposedCredits
      401: Schemas.Refused
      403: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_reports_compliance_file = {
    method: 'GET'
    path: '/api/reports/compliance/file'
    requestFormat: 'json'
    parameters: {
      query: {
        from: string
        to: string
        clientId?: string | undefined
        contractId?: string | undefined
        priority?: string | undefined
        category?: string | undefined
        assigneeId?: string | undefined
        target?:
          | ('reaction' | 'arrival' | 'nextReply' | 'periodicUpdate' | 'workAround' | 'resolution')
          | undefined
        by?: ('client' | 'contract' | 'priority' | 'category' | 'technician' | 'month') | undefined
        format: 'csv' | 'xlsx' | 'pdf'
      }
    }
    responses: { 200: unknown; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_credits = {
    method: 'POST'
    path: '/api/credits'
    requestFormat: 'json'
    parameters: {
      body: {
        contractId: string
        month: string
        clauseId: string
        /**
         * null: a clause on the whole month
         */
        ticketId: string | null
        verdict: 'confirmed' | 'declined'
        /**
         * As the caller saw the proposal
         */
        proposedGrosze: number
        amount?: string | undefined
        reason?: string | undefined
      }
    }
    responses: {
      201: Schemas.CreditDecided
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_credits_Id_withdrawal = {
    method: 'PUT'
    path: '/api/credits/{id}/withdrawal'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { reason: string }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_timer = {
    method: 'GET'
    path: '/api/timer'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Schemas.TimeEntry | null; 401: Schemas.Refused }
  }
  export type post__api_tickets_Id_timer = {
    method: 'POST'
    path: '/api/tickets/{id}/timer'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { place: 'remote' | 'onSite'; note?: string | undefined }
    }
    responses: {
      201: Schemas.TimeEntry
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_timer_end = {
    method: 'PUT'
    path: '/api/timer/end'
    requestFormat: 'json'
    parameters: {
      body: Partial<{ note: string }>
    }
    responses: {
      200: Schemas.TimeEntry
      401: Schemas.Refused
      403: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_tickets_Id_time = {
    method: 'POST'
    path: '/api/tickets/{id}/time'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        place: 'remote' | 'onSite'
        startedAt: string
        endedAt: string
        note?: string | undefined
        facts?: Schemas.WorkFacts | undefined
        staffId?: string | undefined
      }
    }
    responses: {
      201: Schemas.WorkEntry
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_tickets_Id_trips = {
    method: 'POST'
    path: '/api/tickets/{id}/trips'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        at: string
        kilometres?: string | undefined
        note?: string | undefined
        facts?: Schemas.WorkFacts | undefined
        staffId?: string | undefined
      }
    }
    responses: {
      201: Schemas.WorkEntry
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_tickets_Id_materials = {
    method: 'POST'
    path: '/api/tickets/{id}/materials'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: {
        at: string
        name: string
        quantity: string
        unit: string
        unitPrice?: string | undefined
        cost?: string | undefined
        facts?: Schemas.WorkFacts | undefined
        staffId?: string | undefined
      }
    }
    responses: {
      201: Schemas.WorkEntry
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_work_Kind_Id = {
    method: 'PUT'
    path: '/api/work/{kind}/{id}'
    requestFormat: 'json'
    parameters: {
      path: { kind: 'time' | 'trip' | 'material'; id: string }

      body: {
        place?: ('remote' | 'onSite') | undefined
        startedAt?: string | undefined
        endedAt?: string | undefined
        at?: string | undefined
        note?: string | undefined
        kilometres?: string | undefined
        name?: string | undefined
        quantity?: string | undefined
        unit?: string | undefined
        unitPrice?: string | undefined
        cost?: string | undefined
        facts?: Schemas.WorkFacts | undefined
        notBilledBecause?: (string | null) | undefined
        version: number
      }
    }
    responses: {
      200: Schemas.WorkEntry
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_work_Kind_Id_removal = {
    method: 'PUT'
    path: '/api/work/{kind}/{id}/removal'
    requestFormat: 'json'
    parameters: {
      path: { kind: 'time' | 'trip' | 'material'; id: string }

      body: { reason: string }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_work_Kind_Id_judgement = {
    method: 'PUT'
    path: '/api/work/{kind}/{id}/judgement'
    requestFormat: 'json'
    parameters: {
      path: { kind: 'ticket' | 'time' | 'trip' | 'material'; id: string }

      body: { verdict: 'waived' | 'outOfScope'; reason?: string | undefined; clause?: string | undefined }
    }
    responses: {
      200: { done: true }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type delete__api_work_Kind_Id_judgement = {
    method: 'DELETE'
    path: '/api/work/{kind}/{id}/judgement'
    requestFormat: 'json'
    parameters: {
      path: { kind: 'ticket' | 'time' | 'trip' | 'material'; id: string }
    }
    responses: {
      200: { done: true }
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_conversations = {
    method: 'GET'
    path: '/api/conversations'
    requestFormat: 'json'
    parameters: {
      query: Partial<{ clientId: string; free: string; most: number }>
    }
    responses: { 200: Array<Schemas.ConversationInList>; 401: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_conversations = {
    method: 'POST'
    path: '/api/conversations'
    requestFormat: 'json'
    parameters: {
      body: {
        contactId: string
        subject?: string | undefined
        text: string
        fileIds?: Array<string> | undefined
      }
    }
    responses: { 201: Schemas.Written; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_conversations_Id = {
    method: 'GET'
    path: '/api/conversations/{id}'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      200: Schemas.ConversationPage
      401: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_conversations_Id_messages = {
    method: 'POST'
    path: '/api/conversations/{id}/messages'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: { text: string; isInternal?: boolean | undefined; fileIds?: Array<string> | undefined }
    }
    responses: {
      201: Schemas.Written
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type put__api_conversations_Id_read = {
    method: 'PUT'
    path: '/api/conversations/{id}/read'
    requestFormat: 'json'
    parameters: {
      path: { id: string }
    }
    responses: {
      204: unknown
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type post__api_conversations_Id_ticket = {
    method: 'POST'
    path: '/api/conversations/{id}/ticket'
    requestFormat: 'json'
    parameters: {
      path: { id: string }

      body: Partial<{
        subject: string
        priority: string
        takeOver: boolean
        category: string
        siteId: string
        /**
         * Brings its class and, unless a site is named, its site
         */
        deviceId: string
        /**
         * Where no device is named
         */
        deviceClass: string
        /**
         * A key of the contract's impact × urgency
         */
        impact: string
        /**
         * A key of the contract's impact × urgency
         */
        urgency: string
      }>
    }
    responses: {
      201: Schemas.Ticket
      401: Schemas.Refused
      403: Schemas.Refused
      404: Schemas.Refused
      409: Schemas.Refused
      422: Schemas.Refused
    }
  }
  export type get__api_notices = {
    method: 'GET'
    path: '/api/notices'
    requestFormat: 'json'
    parameters: never
    responses: { 200: Array<Schemas.Notice>; 401: Schemas.Refused }
  }
  export type put__api_notices_seen = {
    method: 'PUT'
    path: '/api/notices/seen'
    requestFormat: 'json'
    parameters: {
      body: Partial<{ id: string; ticketId: string }>
    }
    responses: { 204: unknown; 401: Schemas.Refused; 403: Schemas.Refused; 422: Schemas.Refused }
  }
  export type get__api_public_forms_Slug = {
    method: 'GET'
    path: '/api/public/forms/{slug}'
    requestFormat: 'json'
    parameters: {
      path: { slug: string }
    }
    responses: { 200: Schemas.PublicForm; 404: Schemas.Refused; 422: Schemas.Refused }
  }
  export type post__api_public_forms_Slug_files = {
    method: 'POST'
    path: '/api/public/forms/{slug}/files'
    requestFormat: 'binary'
    parameters: {
      query: { name: string }
      path: { slug: string }

      body: string
    }
    responses: {
      201: Schemas.StoredFile
      403: Schemas.Refused
      404: Schemas.Refused
      413: Schemas.Refused
      422: Schemas.Refused
      429: Schemas.Refused
    }
  }
  export type post__api_public_forms_Slug_tickets = {
    method: 'POST'
    path: '/api/public/forms/{slug}/tickets'
    requestFormat: 'json'
    parameters: {
      path: { slug: string }

      body: {
        email: string
        name?: string | undefined
        subject: string
        description?: string | undefined
        proposedPriority?: string | undefined
        fileIds?: Array<string> | undefined
      }
    }
    responses: {
      201: { name: string }
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      429: Schemas.Refused
    }
  }
  export type post__api_public_reportConfirmations = {
    method: 'POST'
    path: '/api/public/report-confirmations'
    requestFormat: 'json'
    parameters: {
      body: { token: string }
    }
    responses: {
      201: { name: string; company: string }
      403: Schemas.Refused
      404: Schemas.Refused
      422: Schemas.Refused
      429: Schemas.Refused
    }
  }
  export type post__api_demo = {
    method: 'POST'
    path: '/api/demo'
    requestFormat: 'json'
    parameters: never
    responses: {
      201: { kind: 'staff'; tenantId: string; subjectId: string }
      403: Schemas.Refused
      422: Schemas.Refused
      429: Schemas.Refused
    }
  }

  // </Endpoints>
}

// <EndpointByMethod>
export type EndpointByMethod = {
  post: {
    '/api/files': Endpoints.post__api_files
    '/api/sign-up': Endpoints.post__api_signUp
    '/api/session': Endpoints.post__api_session
    '/api/session/links': Endpoints.post__api_session_links
    '/api/session/entries': Endpoints.post__api_session_entries
    '/api/session/confirmation': Endpoints.post__api_session_confirmation
    '/api/staff': Endpoints.post__api_staff
    '/api/calendars': Endpoints.post__api_calendars
    '/api/sandbox': Endpoints.post__api_sandbox
    '/api/outbox/{id}/sending': Endpoints.post__api_outbox_Id_sending
    '/api/clients': Endpoints.post__api_clients
    '/api/clients/import': Endpoints.post__api_clients_import
    '/api/clients/{id}/contacts': Endpoints.post__api_clients_Id_contacts
    '/api/contacts/{id}/invitation': Endpoints.post__api_contacts_Id_invitation
    '/api/clients/{id}/sites': Endpoints.post__api_clients_Id_sites
    '/api/clients/{id}/devices': Endpoints.post__api_clients_Id_devices
    '/api/place-imports': Endpoints.post__api_placeImports
    '/api/contracts': Endpoints.post__api_contracts
    '/api/contracts/example': Endpoints.post__api_contracts_example
    '/api/contracts/{id}/versions': Endpoints.post__api_contracts_Id_versions
    '/api/calendars/{id}/amendments': Endpoints.post__api_calendars_Id_amendments
    '/api/contracts/{id}/counts': Endpoints.post__api_contracts_Id_counts
    '/api/absences': Endpoints.post__api_absences
    '/api/price-lists': Endpoints.post__api_priceLists
    '/api/price-lists/{id}/versions': Endpoints.post__api_priceLists_Id_versions
    '/api/contract-templates': Endpoints.post__api_contractTemplates
    '/api/contract-imports': Endpoints.post__api_contractImports
    '/api/contracts/{id}/opening-balances': Endpoints.post__api_contracts_Id_openingBalances
    '/api/amendment-runs': Endpoints.post__api_amendmentRuns
    '/api/contracts/{id}/versions/{number}/document': Endpoints.post__api_contracts_Id_versions_Number_document
    '/api/contracts/{id}/versions/{number}/sending': Endpoints.post__api_contracts_Id_versions_Number_sending
    '/api/contracts/{id}/versions/{number}/signed-scan': Endpoints.post__api_contracts_Id_versions_Number_signedScan
    '/api/signed-scans': Endpoints.post__api_signedScans
    '/api/contracts/{id}/versions/{number}/signing-requests': Endpoints.post__api_contracts_Id_versions_Number_signingRequests
    '/api/public/signing/{key}/acceptance': Endpoints.post__api_public_signing_Key_acceptance
    '/api/public/signing/{key}/files': Endpoints.post__api_public_signing_Key_files
    '/api/public/signing/{key}/scans': Endpoints.post__api_public_signing_Key_scans
    '/api/document-templates': Endpoints.post__api_documentTemplates
    '/api/document-templates/checks': Endpoints.post__api_documentTemplates_checks
    '/api/public/mail/{slug}': Endpoints.post__api_public_mail_Slug
    '/api/incoming-mails/{id}/ticket': Endpoints.post__api_incomingMails_Id_ticket
    '/api/mailboxes': Endpoints.post__api_mailboxes
    '/api/proposals/{id}/lines': Endpoints.post__api_proposals_Id_lines
    '/api/billing/months/{month}/issue-runs': Endpoints.post__api_billing_months_Month_issueRuns
    '/api/what-if/lines': Endpoints.post__api_whatIf_lines
    '/api/what-if/past': Endpoints.post__api_whatIf_past
    '/api/what-if/past/sheet': Endpoints.post__api_whatIf_past_sheet
    '/api/invoices/{id}/corrections': Endpoints.post__api_invoices_Id_corrections
    '/api/payments': Endpoints.post__api_payments
    '/api/payments/{id}/withdrawal': Endpoints.post__api_payments_Id_withdrawal
    '/api/payments/{id}/allocations': Endpoints.post__api_payments_Id_allocations
    '/api/panel/files': Endpoints.post__api_panel_files
    '/api/panel/tickets': Endpoints.post__api_panel_tickets
    '/api/panel/tickets/{id}/messages': Endpoints.post__api_panel_tickets_Id_messages
    '/api/panel/conversations': Endpoints.post__api_panel_conversations
    '/api/panel/conversations/{id}/messages': Endpoints.post__api_panel_conversations_Id_messages
    '/api/tickets': Endpoints.post__api_tickets
    '/api/tickets/{id}/messages': Endpoints.post__api_tickets_Id_messages
    '/api/credits': Endpoints.post__api_credits
    '/api/tickets/{id}/timer': Endpoints.post__api_tickets_Id_timer
    '/api/tickets/{id}/time': Endpoints.post__api_tickets_Id_time
    '/api/tickets/{id}/trips': Endpoints.post__api_tickets_Id_trips
    '/api/tickets/{id}/materials': Endpoints.post__api_tickets_Id_materials
    '/api/conversations': Endpoints.post__api_conversations
    '/api/conversations/{id}/messages': Endpoints.post__api_conversations_Id_messages
    '/api/conversations/{id}/ticket': Endpoints.post__api_conversations_Id_ticket
    '/api/public/forms/{slug}/files': Endpoints.post__api_public_forms_Slug_files
    '/api/public/forms/{slug}/tickets': Endpoints.post__api_public_forms_Slug_tickets
    '/api/public/report-confirmations': Endpoints.post__api_public_reportConfirmations
    '/api/demo': Endpoints.post__api_demo
  }
  get: {
    '/api/files/{id}': Endpoints.get__api_files_Id
    '/api/session': Endpoints.get__api_session
    '/api/panel/session': Endpoints.get__api_panel_session
    '/api/company': Endpoints.get__api_company
    '/api/staff': Endpoints.get__api_staff
    '/api/calendars': Endpoints.get__api_calendars
    '/api/sandbox/clock': Endpoints.get__api_sandbox_clock
    '/api/outbox': Endpoints.get__api_outbox
    '/api/clients': Endpoints.get__api_clients
    '/api/clients/{id}': Endpoints.get__api_clients_Id
    '/api/clients/{id}/contacts': Endpoints.get__api_clients_Id_contacts
    '/api/clients/{id}/sites': Endpoints.get__api_clients_Id_sites
    '/api/clients/{id}/devices': Endpoints.get__api_clients_Id_devices
    '/api/contracts': Endpoints.get__api_contracts
    '/api/contracts/{id}': Endpoints.get__api_contracts_Id
    '/api/contracts/{id}/terms': Endpoints.get__api_contracts_Id_terms
    '/api/contracts/{id}/versions/{number}': Endpoints.get__api_contracts_Id_versions_Number
    '/api/calendars/{id}/contracts': Endpoints.get__api_calendars_Id_contracts
    '/api/contracts/{id}/counts': Endpoints.get__api_contracts_Id_counts
    '/api/contract-renewals': Endpoints.get__api_contractRenewals
    '/api/absences': Endpoints.get__api_absences
    '/api/price-lists': Endpoints.get__api_priceLists
    '/api/price-lists/{id}': Endpoints.get__api_priceLists_Id
    '/api/index-figures': Endpoints.get__api_indexFigures
    '/api/contract-templates': Endpoints.get__api_contractTemplates
    '/api/contract-templates/{id}': Endpoints.get__api_contractTemplates_Id
    '/api/contracts/{id}/versions/{number}/template-difference': Endpoints.get__api_contracts_Id_versions_Number_templateDifference
    '/api/contracts/{id}/opening-balances': Endpoints.get__api_contracts_Id_openingBalances
    '/api/amendment-runs': Endpoints.get__api_amendmentRuns
    '/api/amendment-runs/{id}': Endpoints.get__api_amendmentRuns_Id
    '/api/amendment-runs/{id}/items/{itemId}/letter': Endpoints.get__api_amendmentRuns_Id_items_ItemId_letter
    '/api/contracts/{id}/versions/{number}/document': Endpoints.get__api_contracts_Id_versions_Number_document
    '/api/contracts/{id}/versions/{number}/signed-scan': Endpoints.get__api_contracts_Id_versions_Number_signedScan
    '/api/signed-scans': Endpoints.get__api_signedScans
    '/api/signed-scans/{id}': Endpoints.get__api_signedScans_Id
    '/api/signed-scans/{id}/files/{fileId}': Endpoints.get__api_signedScans_Id_files_FileId
    '/api/contracts/{id}/versions/{number}/signing-requests': Endpoints.get__api_contracts_Id_versions_Number_signingRequests
    '/api/public/signing/{key}': Endpoints.get__api_public_signing_Key
    '/api/public/signing/{key}/document': Endpoints.get__api_public_signing_Key_document
    '/api/document-templates': Endpoints.get__api_documentTemplates
    '/api/document-templates/placeholders/{kind}': Endpoints.get__api_documentTemplates_placeholders_Kind
    '/api/document-templates/{id}/file': Endpoints.get__api_documentTemplates_Id_file
    '/api/document-templates/{id}/sample': Endpoints.get__api_documentTemplates_Id_sample
    '/api/contracts/{id}/document-template': Endpoints.get__api_contracts_Id_documentTemplate
    '/api/incoming-mails': Endpoints.get__api_incomingMails
    '/api/incoming-mails/{id}': Endpoints.get__api_incomingMails_Id
    '/api/incoming-mails/{id}/raw': Endpoints.get__api_incomingMails_Id_raw
    '/api/mailboxes': Endpoints.get__api_mailboxes
    '/api/billing/months': Endpoints.get__api_billing_months
    '/api/billing/months/{month}': Endpoints.get__api_billing_months_Month
    '/api/proposals/{id}': Endpoints.get__api_proposals_Id
    '/api/issue-runs/{id}': Endpoints.get__api_issueRuns_Id
    '/api/back-test': Endpoints.get__api_backTest
    '/api/contracts/{id}/meters': Endpoints.get__api_contracts_Id_meters
    '/api/clients/{id}/conservation': Endpoints.get__api_clients_Id_conservation
    '/api/invoices': Endpoints.get__api_invoices
    '/api/invoices/{id}': Endpoints.get__api_invoices_Id
    '/api/invoices/{id}/pdf': Endpoints.get__api_invoices_Id_pdf
    '/api/invoices/{id}/xml': Endpoints.get__api_invoices_Id_xml
    '/api/billing/months/{month}/accountant.csv': Endpoints.get__api_billing_months_Month_accountant_csv
    '/api/collection': Endpoints.get__api_collection
    '/api/collection/clients/{id}': Endpoints.get__api_collection_clients_Id
    '/api/invoices/{id}/payments': Endpoints.get__api_invoices_Id_payments
    '/api/panel/contract': Endpoints.get__api_panel_contract
    '/api/panel/price-of-next': Endpoints.get__api_panel_priceOfNext
    '/api/panel/promises': Endpoints.get__api_panel_promises
    '/api/panel/places': Endpoints.get__api_panel_places
    '/api/panel/contracts/{id}/versions/{number}/document': Endpoints.get__api_panel_contracts_Id_versions_Number_document
    '/api/panel/contracts/{id}/versions/{number}/signed-scan': Endpoints.get__api_panel_contracts_Id_versions_Number_signedScan
    '/api/panel/invoices': Endpoints.get__api_panel_invoices
    '/api/panel/invoices/{id}': Endpoints.get__api_panel_invoices_Id
    '/api/panel/invoices/{id}/transfer-code': Endpoints.get__api_panel_invoices_Id_transferCode
    '/api/panel/invoices/{id}/pdf': Endpoints.get__api_panel_invoices_Id_pdf
    '/api/panel/invoices/{id}/xml': Endpoints.get__api_panel_invoices_Id_xml
    '/api/panel/files/{id}': Endpoints.get__api_panel_files_Id
    '/api/panel/tickets': Endpoints.get__api_panel_tickets
    '/api/panel/tickets/{id}': Endpoints.get__api_panel_tickets_Id
    '/api/panel/conversations': Endpoints.get__api_panel_conversations
    '/api/panel/conversations/{id}': Endpoints.get__api_panel_conversations_Id
    '/api/tickets': Endpoints.get__api_tickets
    '/api/tickets/{id}': Endpoints.get__api_tickets_Id
    '/api/tickets/{id}/contract-choices': Endpoints.get__api_tickets_Id_contractChoices
    '/api/clients/{id}/promises': Endpoints.get__api_clients_Id_promises
    '/api/desk-rules': Endpoints.get__api_deskRules
    '/api/forecast': Endpoints.get__api_forecast
    '/api/reports/compliance': Endpoints.get__api_reports_compliance
    '/api/reports/compliance/tickets': Endpoints.get__api_reports_compliance_tickets
    '/api/reports/compliance/credits': Endpoints.get__api_reports_compliance_credits
    '/api/reports/compliance/file': Endpoints.get__api_reports_compliance_file
    '/api/timer': Endpoints.get__api_timer
    '/api/conversations': Endpoints.get__api_conversations
    '/api/conversations/{id}': Endpoints.get__api_conversations_Id
    '/api/notices': Endpoints.get__api_notices
    '/api/public/forms/{slug}': Endpoints.get__api_public_forms_Slug
  }
  delete: {
    '/api/session': Endpoints.delete__api_session
    '/api/panel/session': Endpoints.delete__api_panel_session
    '/api/staff/{id}': Endpoints.delete__api_staff_Id
    '/api/clients/{id}/archiving': Endpoints.delete__api_clients_Id_archiving
    '/api/contacts/{id}': Endpoints.delete__api_contacts_Id
    '/api/sites/{id}/archiving': Endpoints.delete__api_sites_Id_archiving
    '/api/devices/{id}/archiving': Endpoints.delete__api_devices_Id_archiving
    '/api/contracts/{id}/versions/{number}': Endpoints.delete__api_contracts_Id_versions_Number
    '/api/contracts/{id}/counts/{countId}': Endpoints.delete__api_contracts_Id_counts_CountId
    '/api/contracts/{id}/end': Endpoints.delete__api_contracts_Id_end
    '/api/contracts/{id}/suspension': Endpoints.delete__api_contracts_Id_suspension
    '/api/absences/{id}': Endpoints.delete__api_absences_Id
    '/api/contracts/{id}/opening-balances/{balanceId}': Endpoints.delete__api_contracts_Id_openingBalances_BalanceId
    '/api/mailboxes/{id}': Endpoints.delete__api_mailboxes_Id
    '/api/proposals/{id}/lines/{lineId}/edit': Endpoints.delete__api_proposals_Id_lines_LineId_edit
    '/api/panel/tickets/{id}/closure': Endpoints.delete__api_panel_tickets_Id_closure
    '/api/tickets/{id}/pause': Endpoints.delete__api_tickets_Id_pause
    '/api/tickets/{id}/resolution': Endpoints.delete__api_tickets_Id_resolution
    '/api/tickets/{id}/closure': Endpoints.delete__api_tickets_Id_closure
    '/api/work/{kind}/{id}/judgement': Endpoints.delete__api_work_Kind_Id_judgement
  }
  put: {
    '/api/session/company': Endpoints.put__api_session_company
    '/api/session/language': Endpoints.put__api_session_language
    '/api/calendars/{id}': Endpoints.put__api_calendars_Id
    '/api/sandbox/clock': Endpoints.put__api_sandbox_clock
    '/api/clients/{id}/archiving': Endpoints.put__api_clients_Id_archiving
    '/api/sites/{id}/archiving': Endpoints.put__api_sites_Id_archiving
    '/api/devices/{id}/archiving': Endpoints.put__api_devices_Id_archiving
    '/api/contracts/legal-notice': Endpoints.put__api_contracts_legalNotice
    '/api/contracts/{id}/versions/{number}/terms': Endpoints.put__api_contracts_Id_versions_Number_terms
    '/api/contracts/{id}/versions/{number}/activation': Endpoints.put__api_contracts_Id_versions_Number_activation
    '/api/contracts/{id}/end': Endpoints.put__api_contracts_Id_end
    '/api/contracts/{id}/suspension': Endpoints.put__api_contracts_Id_suspension
    '/api/contracts/{id}/renewal': Endpoints.put__api_contracts_Id_renewal
    '/api/contracts/{id}/renewal-refusal': Endpoints.put__api_contracts_Id_renewalRefusal
    '/api/absences/{id}': Endpoints.put__api_absences_Id
    '/api/price-lists/{id}/versions/{number}': Endpoints.put__api_priceLists_Id_versions_Number
    '/api/price-lists/{id}/versions/{number}/publication': Endpoints.put__api_priceLists_Id_versions_Number_publication
    '/api/contracts/{id}/versions/{number}/price-list': Endpoints.put__api_contracts_Id_versions_Number_priceList
    '/api/index-figures/{index}/{year}': Endpoints.put__api_indexFigures_Index_Year
    '/api/contract-templates/{id}': Endpoints.put__api_contractTemplates_Id
    '/api/amendment-runs/{id}/choice': Endpoints.put__api_amendmentRuns_Id_choice
    '/api/amendment-runs/{id}/making': Endpoints.put__api_amendmentRuns_Id_making
    '/api/signed-scans/{id}/confirmation': Endpoints.put__api_signedScans_Id_confirmation
    '/api/signed-scans/{id}/dismissal': Endpoints.put__api_signedScans_Id_dismissal
    '/api/contracts/{id}/document-template': Endpoints.put__api_contracts_Id_documentTemplate
    '/api/contracts/{id}/versions/{number}/document-template': Endpoints.put__api_contracts_Id_versions_Number_documentTemplate
    '/api/billing/months/{month}/proposals': Endpoints.put__api_billing_months_Month_proposals
    '/api/proposals/{id}/decision': Endpoints.put__api_proposals_Id_decision
    '/api/contracts/{id}/versions/{number}/effect': Endpoints.put__api_contracts_Id_versions_Number_effect
    '/api/panel/session/hat': Endpoints.put__api_panel_session_hat
    '/api/panel/session/language': Endpoints.put__api_panel_session_language
    '/api/panel/tickets/{id}/closure': Endpoints.put__api_panel_tickets_Id_closure
    '/api/panel/tickets/{id}/admission': Endpoints.put__api_panel_tickets_Id_admission
    '/api/panel/tickets/{id}/refusal': Endpoints.put__api_panel_tickets_Id_refusal
    '/api/panel/conversations/{id}/reading': Endpoints.put__api_panel_conversations_Id_reading
    '/api/tickets/{id}/takeover': Endpoints.put__api_tickets_Id_takeover
    '/api/tickets/{id}/assignee': Endpoints.put__api_tickets_Id_assignee
    '/api/tickets/{id}/priority': Endpoints.put__api_tickets_Id_priority
    '/api/tickets/{id}/category': Endpoints.put__api_tickets_Id_category
    '/api/tickets/{id}/about': Endpoints.put__api_tickets_Id_about
    '/api/tickets/{id}/contract': Endpoints.put__api_tickets_Id_contract
    '/api/tickets/{id}/pause': Endpoints.put__api_tickets_Id_pause
    '/api/tickets/{id}/resolution': Endpoints.put__api_tickets_Id_resolution
    '/api/tickets/{id}/closure': Endpoints.put__api_tickets_Id_closure
    '/api/tickets/{id}/cancellation': Endpoints.put__api_tickets_Id_cancellation
    '/api/tickets/{id}/admission': Endpoints.put__api_tickets_Id_admission
    '/api/tickets/{id}/refusal': Endpoints.put__api_tickets_Id_refusal
    '/api/tickets/{id}/client': Endpoints.put__api_tickets_Id_client
    '/api/tickets/{id}/merger': Endpoints.put__api_tickets_Id_merger
    '/api/tickets/{id}/verdict': Endpoints.put__api_tickets_Id_verdict
    '/api/tickets/{id}/arrival': Endpoints.put__api_tickets_Id_arrival
    '/api/tickets/{id}/work-around': Endpoints.put__api_tickets_Id_workAround
    '/api/tickets/{id}/estimate': Endpoints.put__api_tickets_Id_estimate
    '/api/tickets/{id}/credit-exclusion': Endpoints.put__api_tickets_Id_creditExclusion
    '/api/credits/{id}/withdrawal': Endpoints.put__api_credits_Id_withdrawal
    '/api/timer/end': Endpoints.put__api_timer_end
    '/api/work/{kind}/{id}': Endpoints.put__api_work_Kind_Id
    '/api/work/{kind}/{id}/removal': Endpoints.put__api_work_Kind_Id_removal
    '/api/work/{kind}/{id}/judgement': Endpoints.put__api_work_Kind_Id_judgement
    '/api/conversations/{id}/read': Endpoints.put__api_conversations_Id_read
    '/api/notices/seen': Endpoints.put__api_notices_seen
  }
  patch: {
    '/api/company': Endpoints.patch__api_company
    '/api/staff/{id}': Endpoints.patch__api_staff_Id
    '/api/clients/{id}': Endpoints.patch__api_clients_Id
    '/api/contacts/{id}': Endpoints.patch__api_contacts_Id
    '/api/sites/{id}': Endpoints.patch__api_sites_Id
    '/api/devices/{id}': Endpoints.patch__api_devices_Id
    '/api/contracts/{id}': Endpoints.patch__api_contracts_Id
    '/api/price-lists/{id}': Endpoints.patch__api_priceLists_Id
    '/api/document-templates/{id}': Endpoints.patch__api_documentTemplates_Id
    '/api/mailboxes/{id}': Endpoints.patch__api_mailboxes_Id
    '/api/proposals/{id}/lines/{lineId}': Endpoints.patch__api_proposals_Id_lines_LineId
    '/api/desk-rules': Endpoints.patch__api_deskRules
  }
}

// </EndpointByMethod>

// <EndpointByMethod.Shorthands>
export type PostEndpoints = EndpointByMethod['post']
export type GetEndpoints = EndpointByMethod['get']
export type DeleteEndpoints = EndpointByMethod['delete']
export type PutEndpoints = EndpointByMethod['put']
export type PatchEndpoints = EndpointByMethod['patch']
// </EndpointByMethod.Shorthands>
