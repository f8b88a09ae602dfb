// Written by infra/api-types.ts from docs/openapi.json: npm run openapi.

/**
 * A day that exists, YYYY-MM-DD.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Day".
 */
export type Day = string
/**
 * A moment: ISO 8601 in UTC, with milliseconds.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Instant".
 */
export type Instant = string
/**
 * Something that happened to a case: who, and when.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "CaseEvent".
 */
export type CaseEvent = ({
type: "CaseOpened"
at: Instant
by: string
case: Case
} | {
type: "CaseAcknowledged"
at: Instant
by: string
inTime: boolean
} | {
type: "CaseAssigned"
at: Instant
by: string
from: string
to: string
team?: string
note?: string
} | {
type: "NoteAdded"
at: Instant
by: string
text: string
} | {
type: "FactsRegistered"
at: Instant
by: string
facts: {
product?: string
order?: string
quantity?: string
occurredOn?: string
wish?: string
evidence?: string
}
} | {
type: "SeverityChanged"
at: Instant
by: string
from: (1 | 2 | 3 | 4)
to: (1 | 2 | 3 | 4)
reason?: string
isSerious: boolean
} | {
type: "CustomerAnswered"
at: Instant
by: string
text: string
kind: ("answer" | "standing")
via: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
nextBy?: Instant
} | {
type: "CustomerAsked"
at: Instant
by: string
question: string
via: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "CustomerHeard"
at: Instant
by: string
heard: {
feedbackId: string
severity: (1 | 2 | 3 | 4)
flags: ("danger" | "law" | "regulator" | "press" | "discrimination" | "privacy-breach" | "fraud" | "vulnerable-person" | "several-customers" | "repeated-contact" | "will-leave" | "money-at-stake")[]
topics: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")[]
isUnhappy: boolean
isReply: boolean
}
} | {
type: "CasePaused"
at: Instant
by: string
deadlines: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
counts: ("business" | "calendar")
startedAt: Instant
totalMs: number
ranMs: number
since?: Instant
dueAt: Instant
steps: number[]
outcome?: ("met" | "breached" | "dropped")
endedAt?: Instant
breachedAt?: Instant
}[]
} | {
type: "CaseResumed"
at: Instant
by: string
deadlines: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
counts: ("business" | "calendar")
startedAt: Instant
totalMs: number
ranMs: number
since?: Instant
dueAt: Instant
steps: number[]
outcome?: ("met" | "breached" | "dropped")
endedAt?: Instant
breachedAt?: Instant
}[]
} | {
type: "InvestigationBegan"
at: Instant
by: string
isComplex: boolean
deadlines: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
counts: ("business" | "calendar")
startedAt: Instant
totalMs: number
ranMs: number
since?: Instant
dueAt: Instant
steps: number[]
outcome?: ("met" | "breached" | "dropped")
endedAt?: Instant
breachedAt?: Instant
}[]
} | {
type: "FindingMade"
at: Instant
by: string
finding: string
} | {
type: "CaseDecided"
at: Instant
by: string
decision: {
at: Instant
by: string
round: number
verdict: ("founded" | "partly-founded" | "unfounded")
department: string
cause: string
dispute: ("quality" | "service" | "price" | "contract")
responsibility: ("company" | "customer" | "third-party" | "misunderstanding")
explanation: string
}
via: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "ApprovalRequested"
at: Instant
by: string
offer: {
id: string
round: number
remedy: string
kind: ("apology" | "refund" | "replacement" | "voucher" | "redo" | "call-back")
money?: Money
note?: string
state: ("awaiting-approval" | "offered" | "accepted" | "refused" | "withdrawn" | "rejected")
at: Instant
by: string
budgetMonth: string
approvedBy?: string
endedAt?: Instant
isAutomatic?: boolean
}
via: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "ApprovalGiven"
at: Instant
by: string
offerId: string
} | {
type: "ApprovalRefused"
at: Instant
by: string
offerId: string
reason: string
} | {
type: "OfferMade"
at: Instant
by: string
offer: {
id: string
round: number
remedy: string
kind: ("apology" | "refund" | "replacement" | "voucher" | "redo" | "call-back")
money?: Money
note?: string
state: ("awaiting-approval" | "offered" | "accepted" | "refused" | "withdrawn" | "rejected")
at: Instant
by: string
budgetMonth: string
approvedBy?: string
endedAt?: Instant
isAutomatic?: boolean
}
via: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "OfferAccepted"
at: Instant
by: string
offerId: string
} | {
type: "OfferRefused"
at: Instant
by: string
offerId: string
reason?: string
} | {
type: "OfferWithdrawn"
at: Instant
by: string
offerId: string
reason: string
} | {
type: "CaseSolved"
at: Instant
by: string
resolution: string
via: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
followUps: {
n: number
round: number
dueAt: Instant
askedAt?: Instant
answeredAt?: Instant
isSolved?: boolean
satisfaction?: number
isDropped?: boolean
}[]
} | {
type: "CommitmentMade"
at: Instant
by: string
commitment: {
id: string
what: string
dueAt: Instant
at: Instant
by: string
state: ("open" | "kept" | "broken" | "dropped")
deadline?: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
isReminded?: boolean
endedAt?: Instant
}
via: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "CommitmentKept"
at: Instant
by: string
commitmentId: string
} | {
type: "CommitmentMoved"
at: Instant
by: string
commitmentId: string
from: Instant
to: Instant
reason: string
} | {
type: "CommitmentReminded"
at: Instant
by: string
commitmentId: string
} | {
type: "CommitmentBroken"
at: Instant
by: string
commitmentId: string
dueAt: Instant
} | {
type: "FollowUpAsked"
at: Instant
by: string
n: number
} | {
type: "FollowUpAnswered"
at: Instant
by: string
n: number
isSolved: boolean
satisfaction?: number
comment?: string
} | {
type: "CaseReopened"
at: Instant
by: string
round: number
reason?: string
deadlines: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
counts: ("business" | "calendar")
startedAt: Instant
totalMs: number
ranMs: number
since?: Instant
dueAt: Instant
steps: number[]
outcome?: ("met" | "breached" | "dropped")
endedAt?: Instant
breachedAt?: Instant
}[]
commitments: {
id: string
what: string
dueAt: Instant
at: Instant
by: string
state: ("open" | "kept" | "broken" | "dropped")
deadline?: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
isReminded?: boolean
endedAt?: Instant
}[]
} | {
type: "CaseClosed"
at: Instant
by: string
reason: ("followed-up" | "no-answer-to-follow-up" | "unreachable" | "unfounded" | "withdrawn-by-customer" | "no-agreement" | "duplicate" | "not-a-complaint")
note?: string
closedIn: string
} | {
type: "CaseMerged"
at: Instant
by: string
into: string
} | {
type: "CaseTakenIn"
at: Instant
by: string
from: string
feedbackIds: string[]
} | {
type: "ReportFiled"
at: Instant
by: string
report: {
cause: string
effect: string
handling: string
prevention: string
}
} | {
type: "MeasurePlanned"
at: Instant
by: string
measure: {
id: string
what: string
owner: string
dueOn: string
dueAt: Instant
at: Instant
by: string
isReminded?: boolean
doneAt?: Instant
checkedAt?: Instant
isEffective?: boolean
}
} | {
type: "MeasureReminded"
at: Instant
by: string
measureId: string
} | {
type: "MeasureCompleted"
at: Instant
by: string
measureId: string
note?: string
} | {
type: "MeasureChecked"
at: Instant
by: string
measureId: string
isEffective: boolean
note?: string
} | {
type: "MeasureExempted"
at: Instant
by: string
reason: string
} | {
type: "MailUndeliverable"
at: Instant
by: string
reason: string
addressKeys?: string[]
} | {
type: "CustomerReachable"
at: Instant
by: string
note?: string
} | {
type: "DeadlinesSet"
at: Instant
by: string
deadlines: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
counts: ("business" | "calendar")
startedAt: Instant
totalMs: number
ranMs: number
since?: Instant
dueAt: Instant
steps: number[]
outcome?: ("met" | "breached" | "dropped")
endedAt?: Instant
breachedAt?: Instant
}[]
} | {
type: "DeadlineEnded"
at: Instant
by: string
deadline: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
counts: ("business" | "calendar")
startedAt: Instant
totalMs: number
ranMs: number
since?: Instant
dueAt: Instant
steps: number[]
outcome?: ("met" | "breached" | "dropped")
endedAt?: Instant
breachedAt?: Instant
}
} | {
type: "DeadlineReached"
at: Instant
by: string
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
percent: number
dueAt: Instant
isTold: boolean
})
/**
 * Something done outwardly, at most once. `unknown`: it may have gone out. `refused`: it must not, with the reason.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Action".
 */
export type Action = ({
id: string
state: ("due" | "sending" | "done" | "unknown" | "refused")
dueAt: Instant
attempts: number
startedAt?: Instant
endedAt?: Instant
reason?: string
sesMessageId?: string
kind: "mail"
caseNumber: string
template: ("acknowledgement" | "joined" | "question" | "standing" | "answer" | "decision" | "unfounded" | "offer" | "remedied" | "follow-up" | "follow-up-again" | "reopened" | "promised" | "broken-promise" | "moved-promise" | "closed" | "win-back" | "invitation" | "invitation-reminder" | "greeting" | "owner-notice" | "handed-over" | "deadline" | "serious" | "customer-replied" | "approval-request" | "approval-answer" | "offer-answered" | "promise-due" | "measure-due" | "undeliverable" | "opened-again")
to: ("customer" | string[])
event: number
} | {
id: string
state: ("due" | "sending" | "done" | "unknown" | "refused")
dueAt: Instant
attempts: number
startedAt?: Instant
endedAt?: Instant
reason?: string
sesMessageId?: string
kind: "clock"
caseNumber: string
} | {
id: string
state: ("due" | "sending" | "done" | "unknown" | "refused")
dueAt: Instant
attempts: number
startedAt?: Instant
endedAt?: Instant
reason?: string
sesMessageId?: string
kind: "care"
template: ("greeting" | "win-back")
customerKey: string
greeting?: string
caseNumber?: string
round?: number
} | {
id: string
state: ("due" | "sending" | "done" | "unknown" | "refused")
dueAt: Instant
attempts: number
startedAt?: Instant
endedAt?: Instant
reason?: string
sesMessageId?: string
kind: "invite"
campaign: string
caseNumber: string
round: number
} | {
id: string
state: ("due" | "sending" | "done" | "unknown" | "refused")
dueAt: Instant
attempts: number
startedAt?: Instant
endedAt?: Instant
reason?: string
sesMessageId?: string
kind: "invitation"
invitation: string
reminder: number
} | {
id: string
state: ("due" | "sending" | "done" | "unknown" | "refused")
dueAt: Instant
attempts: number
startedAt?: Instant
endedAt?: Instant
reason?: string
sesMessageId?: string
kind: "digest"
language: ("en" | "zh-Hans")
to: string[]
subject: string
html: string
text: string
attachments?: {
name: string
mediaType: string
content: string
contentId?: string
}[]
unsubscribeUrl?: string
})
/**
 * What can be done with a case.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "CommandType".
 */
export type CommandType = ("acknowledge" | "assign" | "note" | "register" | "classify" | "answer" | "ask" | "resume" | "reach-again" | "investigate" | "find" | "decide" | "offer" | "approve" | "reject" | "withdraw" | "accept" | "refuse" | "solve" | "promise" | "keep-promise" | "move-promise" | "follow-up" | "reopen" | "close" | "report" | "plan-measure" | "complete-measure" | "check-measure" | "exempt" | "merge")
/**
 * One thing to do with a case; `type` says which.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "CaseCommand".
 */
export type CaseCommand = ({
type: "acknowledge"
} | {
type: "assign"
to: string
note?: string
} | {
type: "note"
text: string
} | {
type: "register"
facts: {
product?: string
order?: string
quantity?: string
occurredOn?: string
wish?: string
evidence?: string
}
} | {
type: "classify"
severity: (1 | 2 | 3 | 4)
reason: string
} | {
type: "answer"
text: string
kind?: ("answer" | "standing")
via?: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
nextBy?: Instant
} | {
type: "ask"
question: string
via?: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "resume"
} | {
type: "reach-again"
note?: string
} | {
type: "investigate"
isComplex?: boolean
} | {
type: "find"
finding: string
} | {
type: "decide"
verdict: ("founded" | "partly-founded" | "unfounded")
department: string
cause: string
dispute: ("quality" | "service" | "price" | "contract")
responsibility: ("company" | "customer" | "third-party" | "misunderstanding")
explanation: string
via?: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "offer"
remedy: string
money?: Money
note?: string
via?: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
forApproval?: boolean
} | {
type: "approve"
offerId: string
} | {
type: "reject"
offerId: string
reason: string
} | {
type: "withdraw"
offerId: string
reason: string
} | {
type: "accept"
offerId: string
} | {
type: "refuse"
offerId: string
reason?: string
} | {
type: "solve"
resolution: string
via?: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "promise"
what: string
dueAt: Instant
via?: ("mail" | "telephone" | "visit" | "letter" | "chat" | "social")
} | {
type: "keep-promise"
commitmentId: string
} | {
type: "move-promise"
commitmentId: string
dueAt: Instant
reason: string
} | {
type: "follow-up"
isSolved: boolean
satisfaction?: number
comment?: string
} | {
type: "reopen"
reason: string
} | {
type: "close"
reason: ("followed-up" | "no-answer-to-follow-up" | "unreachable" | "unfounded" | "withdrawn-by-customer" | "no-agreement" | "duplicate" | "not-a-complaint")
note?: string
} | {
type: "report"
report: {
cause: string
effect: string
handling: string
prevention: string
}
} | {
type: "plan-measure"
what: string
owner: string
dueOn: string
} | {
type: "complete-measure"
measureId: string
note?: string
} | {
type: "check-measure"
measureId: string
isEffective: boolean
note?: string
} | {
type: "exempt"
reason: string
} | {
type: "merge"
into: string
})

export interface Paths {
"/api/me": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": Me
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/house": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": House
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/feedback": {
get: {
parameters: {
query?: {
from?: Day
to?: Day
branch?: string
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
survey?: string
campaign?: string
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
sentiment?: ("negative" | "neutral" | "positive")
question?: string
metric?: ("csat" | "nps" | "ces" | "rating" | "fcr" | "expectation" | "perception" | "importance" | "satisfaction")
value?: number
max?: number
band?: ("csat-top" | "csat-other" | "promoter" | "passive" | "detractor")
hasCase?: ("true" | "false")
unhappy?: ("true" | "false")
words?: ("true" | "false")
counted?: ("true" | "false")
limit?: number
cursor?: string
}
}
responses: {
200: {
content: {
"application/json": FeedbackPage
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
/**
 * Your name for this very request, e.g. a UUID: sent again under it, it is done once.
 */
"Idempotency-Key"?: string
}
}
requestBody: {
content: {
"application/json": FeedbackEntry
}
}
responses: {
202: {
content: {
"application/json": {
receipt: string
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/api/answers": {
get: {
parameters: {
query: {
month: string
cursor?: string
}
}
responses: {
200: {
content: {
"application/json": {
items: {
feedbackId: string
revision: number
corrections: number
at: Instant
day: string
branch: (string | null)
channel: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
language: string
survey: (string | null)
surveyVersion: (number | null)
campaign: (string | null)
tier: (("vip" | "regular" | "new") | null)
question: string
metric: (("csat" | "nps" | "ces" | "rating" | "fcr" | "expectation" | "perception" | "importance" | "satisfaction") | null)
value: (number | null)
min: (number | null)
max: (number | null)
isCannotSay: boolean
choice: (string | null)
}[]
cursor?: string
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
/**
 * @minItems 1
 * @maxItems 200
 */
rows: unknown[]
openCases?: boolean
}
}
}
responses: {
200: {
content: {
"application/json": {
results: {
row: number
outcome: ("accepted" | "refused" | "not-taken")
receipt?: string
issues?: {
field: string
reason: string
}[]
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/api/feedback/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": Feedback
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/feedback/{id}/mail": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
subject?: string
from?: string
text: string
isTruncated: boolean
html?: string
isHtmlTruncated?: true
attachments: {
name?: string
type: string
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/feedback/{id}/photos": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
/**
 * @maxItems 3
 */
items: {
n: number
state: ("waiting" | "clean" | "threat" | "unchecked" | "missing")
url?: string
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/feedback/{id}/correct": {
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": Correction
}
}
responses: {
200: {
content: {
"application/json": Feedback
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
412: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/cases": {
get: {
parameters: {
query?: {
state?: ("open" | "closed")
month?: string
owner?: string
branch?: string
severity?: ("1" | "2" | "3" | "4")
tier?: ("vip" | "regular" | "new")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
overdue?: ("true" | "false")
waiting?: ("true" | "false")
text?: string
limit?: number
cursor?: string
}
}
responses: {
200: {
content: {
"application/json": CasePage
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/cases/{number}": {
get: {
parameters: {
path: {
number: string
}
}
responses: {
200: {
content: {
"application/json": CaseDetails
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/cases/{number}/commands": {
post: {
parameters: {
path: {
number: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
/**
 * Your name for this very request, e.g. a UUID: sent again under it, it is done once.
 */
"Idempotency-Key"?: string
}
}
requestBody: {
content: {
"application/json": CaseCommand
}
}
responses: {
200: {
content: {
"application/json": ChangedCase
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
412: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/staff": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
agents: {
id: string
name: {
en: string
"zh-Hans": string
}
branch?: string
authority: ("agent" | "head" | "manager")
openCases: number
absence?: {
from: Day
until?: Day
}
}[]
teams: {
id: string
name: {
en: string
"zh-Hans": string
}
branch?: string
/**
 * @minItems 1
 */
topics?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")[]
/**
 * @minItems 1
 */
departments?: string[]
/**
 * @minItems 1
 */
members: string[]
head: string
isInvestigation?: boolean
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/staff/{id}/absence": {
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody?: {
content: {
"application/json": {
from?: Day
until?: Day
}
}
}
responses: {
200: {
content: {
"application/json": {
agent: string
from?: Day
until?: Day
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/customers/find": {
post: {
parameters: {
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
email?: string
ownId?: string
phone?: string
}
}
}
responses: {
200: {
content: {
"application/json": {
items: CustomerFile[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/customers/import": {
post: {
parameters: {
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
/**
 * @minItems 1
 * @maxItems 100
 */
rows: ImportRow[]
isDryRun?: boolean
}
}
}
responses: {
200: {
content: {
"application/json": {
results: {
row: number
outcome: ("created" | "changed" | "unchanged" | "merged" | "refused")
customerKey?: string
field?: string
reason?: string
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/customers/{key}": {
get: {
parameters: {
path: {
key: string
}
}
responses: {
200: {
content: {
"application/json": CustomerFile
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/customers/{key}/history": {
get: {
parameters: {
path: {
key: string
}
query?: {
limit?: number
cursor?: string
}
}
responses: {
200: {
content: {
"application/json": {
items: ({
kind: "feedback"
at: Instant
feedback: ListedFeedback
} | {
kind: "case"
at: Instant
case: Case
})[]
cursor?: string
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/customers/{key}/looks": {
get: {
parameters: {
path: {
key: string
}
query?: {
limit?: number
cursor?: string
}
}
responses: {
200: {
content: {
"application/json": {
items: Look[]
cursor?: string
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/customers/{key}/export": {
get: {
parameters: {
path: {
key: string
}
query?: {
cursor?: string
}
}
responses: {
200: {
content: {
"application/json": {
exportedAt: Instant
customer: CustomerFile
items: ({
kind: "feedback"
at: Instant
feedback: ListedFeedback
earlierVersions?: ListedFeedback[]
} | {
kind: "case"
at: Instant
case: Case
history: CaseEvent[]
})[]
invitations?: {
id: string
campaign: string
survey: string
surveyVersion: number
customerKey: string
language: ("en" | "zh-Hans")
branch?: string
cause?: string
state: ("waiting" | "sent" | "begun" | "answered" | "withheld" | "not-reached")
reason?: string
invitedAt: Instant
sentAt?: Instant
reminders: number
expiresAt: Instant
begunAt?: Instant
answeredAt?: Instant
answers: number
draft?: {
/**
 * @maxItems 60
 */
[k: string]: string[]
}
version: number
}[]
looks?: Look[]
cursor?: string
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/customers/{key}/correct": {
post: {
parameters: {
path: {
key: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody?: {
content: {
"application/json": {
email?: string
name?: (string | null)
language?: ("en" | "zh-Hans")
phone?: (string | null)
branch?: (string | null)
industry?: (string | null)
tier?: (("vip" | "regular" | "new") | null)
quietTimes?: ({
from: string
to: string
timeZone?: string
} | null)
/**
 * @maxItems 20
 */
ownIds?: string[]
}
}
}
responses: {
200: {
content: {
"application/json": CustomerFile
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
412: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/customers/{key}/consent": {
post: {
parameters: {
path: {
key: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
contact: boolean
care: boolean
source: ("form" | "mail" | "telephone" | "visit" | "letter" | "contract" | "import" | "other")
}
}
}
responses: {
200: {
content: {
"application/json": CustomerFile
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
412: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/customers/{key}/merge": {
post: {
parameters: {
path: {
key: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
with: string
}
}
}
responses: {
200: {
content: {
"application/json": CustomerFile
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
412: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/customers/{key}/erase": {
post: {
parameters: {
path: {
key: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody?: {
content: {
"application/json": {

}
}
}
responses: {
200: {
content: {
"application/json": {
customerKey: string
isDone: boolean
erasure?: ErasureProgress
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
412: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/customers/{key}/called": {
post: {
parameters: {
path: {
key: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
at?: Instant
outcome: ("reached" | "not-reached")
note?: string
}
}
}
responses: {
200: {
content: {
"application/json": CustomerFile
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
412: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/calls": {
get: {
parameters: {
query?: {
limit?: number
cursor?: string
until?: Day
}
}
responses: {
200: {
content: {
"application/json": {
items: {
customerKey: string
nextCallOn: string
name?: string
phone?: string
language: ("en" | "zh-Hans")
branch?: string
tier: ("vip" | "regular" | "new")
lastCall?: {
at: Instant
by: string
outcome: ("reached" | "not-reached")
}
openCases: string[]
}[]
cursor?: string
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/replies": {
get: {
parameters: {
query: {
case: string
language?: ("en" | "zh-Hans")
}
}
responses: {
200: {
content: {
"application/json": {
items: {
id: string
title: string
text: string
isFitting: boolean
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/metrics": {
get: {
parameters: {
query?: {
by?: ("all" | "channel" | "survey" | "branch" | "campaign" | "topic" | "language" | "tier")
value?: string
from?: Day
to?: Day
per?: ("day" | "week" | "month")
compare?: "previous"
}
}
responses: {
200: {
content: {
"application/json": {
by: ("all" | "channel" | "survey" | "branch" | "campaign" | "topic" | "language" | "tier")
from: Day
to: Day
timeZone: string
at: Instant
isPartial: boolean
suppressedBelow: number
previous?: {
from: Day
to: Day
}
items: {
value: string
figures: Figures
series?: {
from: Day
to: Day
isPartial: boolean
figures: Figures
}[]
previous?: {
from: Day
to: Day
figures: Figures
}
changes?: {
satisfied: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
csatMean: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
nps: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
easy: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
cesMean: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
rating: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
fcr: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
responseRate: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
complaintRate: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
acknowledgedInTime: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
answeredInTime: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
solvedInTime: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
satisfiedAfter: ({
verdict: ("better" | "worse" | "no-clear-change")
value: number
low: number
high: number
} | {
verdict: "too-few"
n: number
nBefore: number
needed: number
})
}
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/statistics/cases": {
get: {
parameters: {
query?: {
month?: string
format?: ("json" | "csv")
table?: ("figures" | "measures")
language?: ("en" | "zh-Hans")
}
}
responses: {
200: {
content: {
"application/json": {
month: string
timeZone: string
at: Instant
total: {
closed: number
founded: number
partlyFounded: number
unfounded: number
undecided: number
foundedRatio?: {
value: number
low: number
high: number
}
compensation: Money[]
deadlinesMet: number
deadlinesBreached: number
inTimeRatio?: {
value: number
low: number
high: number
}
reopened: number
hoursToSolve: {
n: number
median?: number
p90?: number
}
satisfaction: {
n: number
before?: number
after?: number
change?: {
value: number
low: number
high: number
}
}
}
departments: {
closed: number
founded: number
partlyFounded: number
unfounded: number
undecided: number
foundedRatio?: {
value: number
low: number
high: number
}
compensation: Money[]
deadlinesMet: number
deadlinesBreached: number
inTimeRatio?: {
value: number
low: number
high: number
}
reopened: number
hoursToSolve: {
n: number
median?: number
p90?: number
}
satisfaction: {
n: number
before?: number
after?: number
change?: {
value: number
low: number
high: number
}
}
id?: string
share: number
}[]
causes: {
closed: number
founded: number
partlyFounded: number
unfounded: number
undecided: number
foundedRatio?: {
value: number
low: number
high: number
}
compensation: Money[]
deadlinesMet: number
deadlinesBreached: number
inTimeRatio?: {
value: number
low: number
high: number
}
reopened: number
hoursToSolve: {
n: number
median?: number
p90?: number
}
satisfaction: {
n: number
before?: number
after?: number
change?: {
value: number
low: number
high: number
}
}
id?: string
share: number
}[]
products: {
closed: number
founded: number
partlyFounded: number
unfounded: number
undecided: number
foundedRatio?: {
value: number
low: number
high: number
}
compensation: Money[]
deadlinesMet: number
deadlinesBreached: number
inTimeRatio?: {
value: number
low: number
high: number
}
reopened: number
hoursToSolve: {
n: number
median?: number
p90?: number
}
satisfaction: {
n: number
before?: number
after?: number
change?: {
value: number
low: number
high: number
}
}
id?: string
share: number
}[]
owners: {
closed: number
founded: number
partlyFounded: number
unfounded: number
undecided: number
foundedRatio?: {
value: number
low: number
high: number
}
compensation: Money[]
deadlinesMet: number
deadlinesBreached: number
inTimeRatio?: {
value: number
low: number
high: number
}
reopened: number
hoursToSolve: {
n: number
median?: number
p90?: number
}
satisfaction: {
n: number
before?: number
after?: number
change?: {
value: number
low: number
high: number
}
}
id?: string
share: number
}[]
teams: {
closed: number
founded: number
partlyFounded: number
unfounded: number
undecided: number
foundedRatio?: {
value: number
low: number
high: number
}
compensation: Money[]
deadlinesMet: number
deadlinesBreached: number
inTimeRatio?: {
value: number
low: number
high: number
}
reopened: number
hoursToSolve: {
n: number
median?: number
p90?: number
}
satisfaction: {
n: number
before?: number
after?: number
change?: {
value: number
low: number
high: number
}
}
id?: string
share: number
}[]
deadlines: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
met: number
breached: number
}[]
overdue: {
department?: string
cases: number
longestDays: number
}[]
exempt: number
withoutMeasure: number
measures: {
caseNumber: string
id: string
what: string
cause?: string
department?: string
owner: string
dueOn: string
state: ("planned" | "overdue" | "done" | "effective" | "not-effective")
doneAt?: Instant
effect?: {
before: number
daysBefore: number
after: number
daysAfter: number
undecidedAfter: number
ratio?: {
value: number
low: number
high?: number
}
verdict: ("fell" | "rose" | "no-clear-change" | "too-early")
}
}[]
isCut: boolean
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/campaigns": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
items: {
id: string
title: {
en: string
"zh-Hans": string
}
survey: string
channel: ("mail" | "link" | "qr" | "telephone" | "visit")
audience: ({
kind: "file"
} | {
kind: "customers"
/**
 * @minItems 1
 */
tiers?: ("vip" | "regular" | "new")[]
/**
 * @minItems 1
 */
branches?: string[]
/**
 * @minItems 1
 */
languages?: ("en" | "zh-Hans")[]
lastFeedbackWithinDays?: number
} | {
kind: "event"
event: ("case-closed" | "order-delivered")
after?: string
})
period: {
from: string
to: string
}
sample?: ({
share: number
} | {
size: number
})
owner: string
run?: {
campaign: string
startedAt: Instant
startedBy: string
survey: string
surveyVersion: number
audienceSize?: number
step: ("counting" | "inviting" | "open" | "done")
cursor?: string
looked: number
matched: number
version: number
}
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/campaigns/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
id: string
title: {
en: string
"zh-Hans": string
}
survey: string
channel: ("mail" | "link" | "qr" | "telephone" | "visit")
audience: ({
kind: "file"
} | {
kind: "customers"
/**
 * @minItems 1
 */
tiers?: ("vip" | "regular" | "new")[]
/**
 * @minItems 1
 */
branches?: string[]
/**
 * @minItems 1
 */
languages?: ("en" | "zh-Hans")[]
lastFeedbackWithinDays?: number
} | {
kind: "event"
event: ("case-closed" | "order-delivered")
after?: string
})
period: {
from: string
to: string
}
sample?: ({
share: number
} | {
size: number
})
owner: string
run?: {
campaign: string
startedAt: Instant
startedBy: string
survey: string
surveyVersion: number
audienceSize?: number
step: ("counting" | "inviting" | "open" | "done")
cursor?: string
looked: number
matched: number
version: number
}
invitations: {
considered: number
withheld: number
notReached: number
sent: number
begun: number
answered: number
}
withheld: {
reason: string
count: number
}[]
notReached: {
reason: string
count: number
}[]
response: {
invited: number
reached: number
begun: number
answered: number
responseRate?: {
value: number
low: number
high: number
}
answeredOfInvited?: {
value: number
low: number
high: number
}
}
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/campaigns/{id}/invitations": {
get: {
parameters: {
path: {
id: string
}
query?: {
limit?: number
cursor?: string
state?: ("waiting" | "sent" | "begun" | "answered" | "withheld" | "not-reached")
}
}
responses: {
200: {
content: {
"application/json": {
items: {
id: string
campaign: string
survey: string
surveyVersion: number
customerKey: string
language: ("en" | "zh-Hans")
branch?: string
cause?: string
state: ("waiting" | "sent" | "begun" | "answered" | "withheld" | "not-reached")
reason?: string
invitedAt: Instant
sentAt?: Instant
reminders: number
expiresAt: Instant
begunAt?: Instant
answeredAt?: Instant
answers: number
version: number
}[]
cursor?: string
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
email?: string
name?: string
language?: ("en" | "zh-Hans")
branch?: string
customerKey?: string
cause?: string
}
}
}
responses: {
200: {
content: {
"application/json": {
accepted: number
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/api/campaigns/{id}/start": {
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody?: {
content: {
"application/json": {
audienceSize?: number
isDryRun?: boolean
}
}
}
responses: {
200: {
content: {
"application/json": {
id: string
title: {
en: string
"zh-Hans": string
}
survey: string
channel: ("mail" | "link" | "qr" | "telephone" | "visit")
audience: ({
kind: "file"
} | {
kind: "customers"
/**
 * @minItems 1
 */
tiers?: ("vip" | "regular" | "new")[]
/**
 * @minItems 1
 */
branches?: string[]
/**
 * @minItems 1
 */
languages?: ("en" | "zh-Hans")[]
lastFeedbackWithinDays?: number
} | {
kind: "event"
event: ("case-closed" | "order-delivered")
after?: string
})
period: {
from: string
to: string
}
sample?: ({
share: number
} | {
size: number
})
owner: string
run?: {
campaign: string
startedAt: Instant
startedBy: string
survey: string
surveyVersion: number
audienceSize?: number
step: ("counting" | "inviting" | "open" | "done")
cursor?: string
looked: number
matched: number
version: number
}
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/campaigns/{id}/audience": {
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
/**
 * @minItems 1
 * @maxItems 500
 */
rows: {
email: string
name?: string
language?: ("en" | "zh-Hans")
branch?: string
cause?: string
}[]
isDryRun?: boolean
}
}
}
responses: {
200: {
content: {
"application/json": {
accepted: number
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/alarms": {
get: {
parameters: {
query?: {
limit?: number
cursor?: string
}
}
responses: {
200: {
content: {
"application/json": {
items: {
id: string
at: Instant
topic: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
from: Instant
to: Instant
count: number
expected: number
share: number
usualShare: number
pValue: number
falseAlarmsPerYear: number
historyDays: number
/**
 * @maxItems 5
 */
feedbackIds: string[]
}[]
cursor?: string
watch: {
isWatching: boolean
historyDays: number
neededDays: number
falseAlarmsPerYear: number
}
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/quarantine": {
get: {
parameters: {
query?: {
limit?: number
cursor?: string
state?: ("waiting" | "judged")
}
}
responses: {
200: {
content: {
"application/json": QuarantinePage
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/quarantine/{id}/release": {
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody?: {
content: {
"application/json": {

}
}
}
responses: {
200: {
content: {
"application/json": QuarantinedItem
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/quarantine/{id}/discard": {
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": {
reason: string
}
}
}
responses: {
200: {
content: {
"application/json": QuarantinedItem
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/dead-letters": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
items: {
queue: string
errorImpact: string
waiting: number
canRedrive: boolean
oldestAt?: Instant
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/dead-letters/{queue}": {
get: {
parameters: {
path: {
queue: string
}
}
responses: {
200: {
content: {
"application/json": {
queue: string
errorImpact: string
waiting: number
canRedrive: boolean
messages: {
id: string
sentAt: Instant
receives: number
bytes: number
isJson: boolean
shape: string[]
ids: {
[k: string]: string
}
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/dead-letters/{queue}/redrive": {
post: {
parameters: {
path: {
queue: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody?: {
content: {
"application/json": {

}
}
}
responses: {
200: {
content: {
"application/json": {
queue: string
moved: number
waiting: number
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/deliveries": {
get: {
parameters: {
query: {
limit?: number
cursor?: string
endpoint: string
state?: ("due" | "delivered" | "failed" | "held")
}
}
responses: {
200: {
content: {
"application/json": {
items: {
id: string
endpoint: string
eventId: string
eventType: string
state: ("due" | "delivered" | "failed" | "held")
createdAt: Instant
dueAt: Instant
attempts: number
replays: number
startedAt?: Instant
endedAt?: Instant
reason?: string
log: {
at: Instant
ms: number
status?: number
failure?: ("refused-address" | "host-not-found" | "timeout" | "tls" | "connection" | "not-set-up" | "refused-by-service")
}[]
}[]
cursor?: string
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/deliveries/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
id: string
endpoint: string
eventId: string
eventType: string
payload: string
state: ("due" | "delivered" | "failed" | "held")
createdAt: Instant
dueAt: Instant
attempts: number
replays: number
startedAt?: Instant
endedAt?: Instant
reason?: string
log: {
at: Instant
ms: number
status?: number
failure?: ("refused-address" | "host-not-found" | "timeout" | "tls" | "connection" | "not-set-up" | "refused-by-service")
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/deliveries/{id}/replay": {
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody?: {
content: {
"application/json": {

}
}
}
responses: {
200: {
content: {
"application/json": {
id: string
endpoint: string
eventId: string
eventType: string
state: ("due" | "delivered" | "failed" | "held")
createdAt: Instant
dueAt: Instant
attempts: number
replays: number
startedAt?: Instant
endedAt?: Instant
reason?: string
log: {
at: Instant
ms: number
status?: number
failure?: ("refused-address" | "host-not-found" | "timeout" | "tls" | "connection" | "not-set-up" | "refused-by-service")
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/endpoints": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
items: {
id: string
kind: ("webhook" | "slack" | "teams" | "wecom" | "dingtalk" | "feishu")
host?: string
events: ("all" | string[])
isEnabled: boolean
health: {
id: string
isDisabled: boolean
reason?: ("gone" | "failing" | "exhausted")
changedAt?: Instant
changedBy?: string
failingSince?: Instant
failures: number
exhausted: number
lastFailure?: string
lastFailureAt?: Instant
notBefore?: Instant
}
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
"/api/endpoints/{id}/enable": {
post: {
parameters: {
path: {
id: string
}
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody?: {
content: {
"application/json": {

}
}
}
responses: {
200: {
content: {
"application/json": {
id: string
kind: ("webhook" | "slack" | "teams" | "wecom" | "dingtalk" | "feishu")
host?: string
events: ("all" | string[])
isEnabled: boolean
health: {
id: string
isDisabled: boolean
reason?: ("gone" | "failing" | "exhausted")
changedAt?: Instant
changedBy?: string
failingSince?: Instant
failures: number
exhausted: number
lastFailure?: string
lastFailureAt?: Instant
notBefore?: Instant
}
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
409: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
get?: never
}
"/api/sign-in": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {
url: string
clientId: string
}
}
}
}
}
post?: never
}
"/openapi.json": {
get: {
parameters: {

}
responses: {
200: {
content: {
"application/json": {

}
}
}
}
}
post?: never
}
"/docs": {
get: {
parameters: {

}
responses: {
200: {
content: {
"text/html": string
}
}
}
}
post?: never
}
"/api/analyses": {
get: {
parameters: {
query?: {
limit?: number
kind?: ("ratings" | "servqual" | "gaps5" | "coefficient" | "index" | "drivers" | "ipa" | "dual" | "loyalty" | "branches" | "trend" | "crosstab" | "figures")
survey?: string
}
}
responses: {
200: {
content: {
"application/json": {
items: {
id: string
request: ({
kind: "ratings"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
} | {
kind: "servqual"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
} | {
kind: "gaps5"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
managers: string
staff: string
} | {
kind: "coefficient"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
} | {
kind: "index"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
model: (("ecsi" | "acsi" | "ccsi") | {
title?: {
en: string
"zh-Hans": string
}
source?: string
/**
 * @minItems 2
 * @maxItems 50
 */
constructs: {
name: string
label?: {
en: string
"zh-Hans": string
}
/**
 * @minItems 1
 */
items: string[]
mode: ("A" | "B")
}[]
/**
 * @minItems 1
 */
paths: string[][]
scale: {
min: number
max: number
}
labels?: {
[k: string]: {
en: string
"zh-Hans": string
}
}
})
scheme?: ("path" | "centroid" | "factorial")
missing?: ("mean" | "listwise")
samples?: number
seed?: number
} | {
kind: "drivers"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
target: string
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
samples?: number
seed?: number
} | {
kind: "ipa"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
crosshair?: ("means" | "midpoints")
} | {
kind: "dual"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
form?: ("classic" | "improved")
} | {
kind: "loyalty"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
attitude: string
behaviour: string
behaviourFrom: number
attitudeFrom?: number
} | {
kind: "branches"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
item: string
better?: ("high" | "low")
} | {
kind: "trend"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
item: string
by?: ("week" | "month")
} | {
kind: "crosstab"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
rows: string
columns: string
seed?: number
} | {
kind: "figures"
from: string
to: string
where?: {
survey?: string
branch?: string
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
per?: ("day" | "week" | "month")
})
state: ("waiting" | "done" | "failed")
failure?: ("not-computable" | "gave-up" | "not-queued")
requestedAt: Instant
computedAt?: Instant
basis?: {
responses: number
firstDay?: string
lastDay?: string
}
}[]
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post: {
parameters: {
header?: {
/**
 * The version you have seen, in quotes. Without it the command is decided on what stands.
 */
"If-Match"?: string
}
}
requestBody: {
content: {
"application/json": ({
kind: "ratings"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
} | {
kind: "servqual"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
} | {
kind: "gaps5"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
managers: string
staff: string
} | {
kind: "coefficient"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
} | {
kind: "index"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
model: (("ecsi" | "acsi" | "ccsi") | {
title?: {
en: string
"zh-Hans": string
}
source?: string
/**
 * @minItems 2
 * @maxItems 50
 */
constructs: {
name: string
label?: {
en: string
"zh-Hans": string
}
/**
 * @minItems 1
 */
items: string[]
mode: ("A" | "B")
}[]
/**
 * @minItems 1
 */
paths: string[][]
scale: {
min: number
max: number
}
labels?: {
[k: string]: {
en: string
"zh-Hans": string
}
}
})
scheme?: ("path" | "centroid" | "factorial")
missing?: ("mean" | "listwise")
samples?: number
seed?: number
} | {
kind: "drivers"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
target: string
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
samples?: number
seed?: number
} | {
kind: "ipa"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
crosshair?: ("means" | "midpoints")
} | {
kind: "dual"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
form?: ("classic" | "improved")
} | {
kind: "loyalty"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
attitude: string
behaviour: string
behaviourFrom: number
attitudeFrom?: number
} | {
kind: "branches"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
item: string
better?: ("high" | "low")
} | {
kind: "trend"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
item: string
by?: ("week" | "month")
} | {
kind: "crosstab"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
rows: string
columns: string
seed?: number
} | {
kind: "figures"
from: string
to: string
where?: {
survey?: string
branch?: string
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
per?: ("day" | "week" | "month")
})
}
}
responses: {
202: {
content: {
"application/json": {
id: string
request: ({
kind: "ratings"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
} | {
kind: "servqual"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
} | {
kind: "gaps5"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
managers: string
staff: string
} | {
kind: "coefficient"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
} | {
kind: "index"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
model: (("ecsi" | "acsi" | "ccsi") | {
title?: {
en: string
"zh-Hans": string
}
source?: string
/**
 * @minItems 2
 * @maxItems 50
 */
constructs: {
name: string
label?: {
en: string
"zh-Hans": string
}
/**
 * @minItems 1
 */
items: string[]
mode: ("A" | "B")
}[]
/**
 * @minItems 1
 */
paths: string[][]
scale: {
min: number
max: number
}
labels?: {
[k: string]: {
en: string
"zh-Hans": string
}
}
})
scheme?: ("path" | "centroid" | "factorial")
missing?: ("mean" | "listwise")
samples?: number
seed?: number
} | {
kind: "drivers"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
target: string
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
samples?: number
seed?: number
} | {
kind: "ipa"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
crosshair?: ("means" | "midpoints")
} | {
kind: "dual"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
form?: ("classic" | "improved")
} | {
kind: "loyalty"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
attitude: string
behaviour: string
behaviourFrom: number
attitudeFrom?: number
} | {
kind: "branches"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
item: string
better?: ("high" | "low")
} | {
kind: "trend"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
item: string
by?: ("week" | "month")
} | {
kind: "crosstab"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
rows: string
columns: string
seed?: number
} | {
kind: "figures"
from: string
to: string
where?: {
survey?: string
branch?: string
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
per?: ("day" | "week" | "month")
})
state: ("waiting" | "done" | "failed")
failure?: ("not-computable" | "gave-up" | "not-queued")
requestedAt: Instant
computedAt?: Instant
basis?: {
responses: number
firstDay?: string
lastDay?: string
}
result?: {
[k: string]: unknown
}
report?: {
title: {
en: string
"zh-Hans": string
}
/**
 * @minItems 1
 */
sentences: {
en: string
"zh-Hans": string
}[]
sections: {
heading: {
en: string
"zh-Hans": string
}
picture?: ({
kind: "bars"
label: {
en: string
"zh-Hans": string
}
min: number
max: number
from: number
bars: {
label: (string | {
en: string
"zh-Hans": string
})
value: number
low?: number
high?: number
tone: ("plain" | "good" | "bad")
}[]
} | {
kind: "scatter"
label: {
en: string
"zh-Hans": string
}
x: {
label: {
en: string
"zh-Hans": string
}
min: number
max: number
line: number
}
y: {
label: {
en: string
"zh-Hans": string
}
min: number
max: number
line: number
}
/**
 * @minItems 4
 * @maxItems 4
 */
quadrants: {
en: string
"zh-Hans": string
}[]
points: {
label: (string | {
en: string
"zh-Hans": string
})
x: number
y: number
}[]
} | {
kind: "funnel"
label: {
en: string
"zh-Hans": string
}
x: {
label: {
en: string
"zh-Hans": string
}
max: number
}
y: {
label: {
en: string
"zh-Hans": string
}
min: number
max: number
line: number
}
limits: {
n: number
low: number
high: number
}[]
points: {
label: (string | {
en: string
"zh-Hans": string
})
n: number
value: number
tone: ("plain" | "good" | "bad")
}[]
})
head: {
en: string
"zh-Hans": string
}[]
rows: (string | {
en: string
"zh-Hans": string
})[][]
notes: {
en: string
"zh-Hans": string
}[]
}[]
method: {
en: string
"zh-Hans": string
}[]
}
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
413: {
content: {
"application/problem+json": Problem
}
}
415: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
}
"/api/analyses/{id}": {
get: {
parameters: {
path: {
id: string
}
}
responses: {
200: {
content: {
"application/json": {
id: string
request: ({
kind: "ratings"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
} | {
kind: "servqual"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
} | {
kind: "gaps5"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
managers: string
staff: string
} | {
kind: "coefficient"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
} | {
kind: "index"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
model: (("ecsi" | "acsi" | "ccsi") | {
title?: {
en: string
"zh-Hans": string
}
source?: string
/**
 * @minItems 2
 * @maxItems 50
 */
constructs: {
name: string
label?: {
en: string
"zh-Hans": string
}
/**
 * @minItems 1
 */
items: string[]
mode: ("A" | "B")
}[]
/**
 * @minItems 1
 */
paths: string[][]
scale: {
min: number
max: number
}
labels?: {
[k: string]: {
en: string
"zh-Hans": string
}
}
})
scheme?: ("path" | "centroid" | "factorial")
missing?: ("mean" | "listwise")
samples?: number
seed?: number
} | {
kind: "drivers"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
target: string
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
samples?: number
seed?: number
} | {
kind: "ipa"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
crosshair?: ("means" | "midpoints")
} | {
kind: "dual"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
/**
 * @minItems 1
 * @maxItems 200
 */
items?: string[]
form?: ("classic" | "improved")
} | {
kind: "loyalty"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
attitude: string
behaviour: string
behaviourFrom: number
attitudeFrom?: number
} | {
kind: "branches"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
item: string
better?: ("high" | "low")
} | {
kind: "trend"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
item: string
by?: ("week" | "month")
} | {
kind: "crosstab"
survey: string
from: string
to: string
branch?: string
where?: {
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
rows: string
columns: string
seed?: number
} | {
kind: "figures"
from: string
to: string
where?: {
survey?: string
branch?: string
channel?: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
topic?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
language?: ("en" | "zh-Hans" | "zh-Hant" | "other")
tier?: ("vip" | "regular" | "new" | "unknown")
}
per?: ("day" | "week" | "month")
})
state: ("waiting" | "done" | "failed")
failure?: ("not-computable" | "gave-up" | "not-queued")
requestedAt: Instant
computedAt?: Instant
basis?: {
responses: number
firstDay?: string
lastDay?: string
}
result?: {
[k: string]: unknown
}
report?: {
title: {
en: string
"zh-Hans": string
}
/**
 * @minItems 1
 */
sentences: {
en: string
"zh-Hans": string
}[]
sections: {
heading: {
en: string
"zh-Hans": string
}
picture?: ({
kind: "bars"
label: {
en: string
"zh-Hans": string
}
min: number
max: number
from: number
bars: {
label: (string | {
en: string
"zh-Hans": string
})
value: number
low?: number
high?: number
tone: ("plain" | "good" | "bad")
}[]
} | {
kind: "scatter"
label: {
en: string
"zh-Hans": string
}
x: {
label: {
en: string
"zh-Hans": string
}
min: number
max: number
line: number
}
y: {
label: {
en: string
"zh-Hans": string
}
min: number
max: number
line: number
}
/**
 * @minItems 4
 * @maxItems 4
 */
quadrants: {
en: string
"zh-Hans": string
}[]
points: {
label: (string | {
en: string
"zh-Hans": string
})
x: number
y: number
}[]
} | {
kind: "funnel"
label: {
en: string
"zh-Hans": string
}
x: {
label: {
en: string
"zh-Hans": string
}
max: number
}
y: {
label: {
en: string
"zh-Hans": string
}
min: number
max: number
line: number
}
limits: {
n: number
low: number
high: number
}[]
points: {
label: (string | {
en: string
"zh-Hans": string
})
n: number
value: number
tone: ("plain" | "good" | "bad")
}[]
})
head: {
en: string
"zh-Hans": string
}[]
rows: (string | {
en: string
"zh-Hans": string
})[][]
notes: {
en: string
"zh-Hans": string
}[]
}[]
method: {
en: string
"zh-Hans": string
}[]
}
}
}
}
401: {
content: {

}
}
403: {
content: {
"application/problem+json": Problem
}
}
404: {
content: {
"application/problem+json": Problem
}
}
422: {
content: {
"application/problem+json": Problem
}
}
500: {
content: {
"application/problem+json": Problem
}
}
}
}
post?: never
}
}
/**
 * The account behind the token.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Me".
 */
export interface Me {
id: string
role: ("agent" | "manager" | "admin")
name?: {
en: string
"zh-Hans": string
}
branch?: string
authority: ("agent" | "head" | "manager")
}
/**
 * RFC 9457: what was expected, where, and what to do. `type` ends in a code for programs.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Problem".
 */
export interface Problem {
type: string
title: string
status: number
issues: {
field: string
reason: string
}[]
}
/**
 * Names behind ids, and what commands may choose from.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "House".
 */
export interface House {
brand: {
name: {
en: string
"zh-Hans": string
}
defaultLanguage: ("en" | "zh-Hans")
timeZone: string
deskUrl?: string
}
currency: string
branches: {
id: string
name: {
en: string
"zh-Hans": string
}
}[]
surveys: {
id: string
version: number
title: {
en: string
"zh-Hans": string
}
questions: {
id: string
kind: string
text?: {
en: string
"zh-Hans": string
}
metric?: ("csat" | "nps" | "ces" | "rating" | "fcr" | "expectation" | "perception" | "importance" | "satisfaction")
min?: number
max?: number
minLabel?: {
en: string
"zh-Hans": string
}
maxLabel?: {
en: string
"zh-Hans": string
}
pair?: string
rows?: {
id: string
text: {
en: string
"zh-Hans": string
}
}[]
options?: {
id: string
text: {
en: string
"zh-Hans": string
}
}[]
}[]
}[]
campaigns: {
id: string
survey: string
title: {
en: string
"zh-Hans": string
}
}[]
channels: string[]
topics: string[]
flags: string[]
tiers: string[]
languages: string[]
/**
 * @minItems 1
 */
departments: {
id: string
name: {
en: string
"zh-Hans": string
}
}[]
/**
 * @minItems 1
 */
causes: {
id: string
name: {
en: string
"zh-Hans": string
}
}[]
teams: {
id: string
name: {
en: string
"zh-Hans": string
}
branch?: string
/**
 * @minItems 1
 */
topics?: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")[]
/**
 * @minItems 1
 */
departments?: string[]
/**
 * @minItems 1
 */
members: string[]
head: string
isInvestigation?: boolean
}[]
agents: {
id: string
name: {
en: string
"zh-Hans": string
}
branch?: string
authority: ("agent" | "head" | "manager")
}[]
standards: {
satisfiedAtLeast?: number
firstAnswersInTimeAtLeast?: number
firstAnswerHoursAtMost?: number
solvedInTimeAtLeast?: number
complaintsAtMost: number
owner?: {
en: string
"zh-Hans": string
}
}
}
/**
 * Feedback, newest first.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "FeedbackPage".
 */
export interface FeedbackPage {
items: ListedFeedback[]
cursor?: string
}
/**
 * Feedback as lists show it: `isExcerpt` where the comment is cut.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "ListedFeedback".
 */
export interface ListedFeedback {
id: string
source: string
channel: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
externalId: string
revision: number
receivedAt: Instant
survey?: string
surveyVersion?: number
campaign?: string
invitation?: string
branch?: string
locale?: string
answers: Answer[]
selections?: {
question: string
kind: ("choice" | "rank" | "date" | "consent")
/**
 * @maxItems 50
 */
values: string[]
}[]
cannotSay?: string[]
reasons: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")[]
subject?: string
comment?: string
isTruncated?: boolean
/**
 * @maxItems 3
 */
photos?: {
key: string
}[]
automatic?: ("auto-reply" | "bounce" | "list" | "own")
rawKey?: string
messageId?: string
enteredBy?: string
isReply?: boolean
customerKey?: string
tier?: ("vip" | "regular" | "new")
isReachable: boolean
understanding: Understanding
corrections?: RecordedCorrection[]
outdatedCorrections?: number
score?: number
recoveryReasons: string[]
caseNumber?: string
contentHash: string
isExcerpt?: boolean
}
/**
 * A rating together with the scale it was given on.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Answer".
 */
export interface Answer {
question: string
metric: ("csat" | "nps" | "ces" | "rating" | "fcr" | "expectation" | "perception" | "importance" | "satisfaction")
value: number
min: number
max: number
}
/**
 * What was read from the words. Severity: 1 low, 2 normal, 3 high, 4 critical.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Understanding".
 */
export interface Understanding {
language: string
sentiment: {
label: ("negative" | "neutral" | "positive")
score: number
confidence: number
}
topics: {
topic: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
polarity: ("negative" | "neutral" | "positive")
evidence: string[]
}[]
intent: ("complaint" | "praise" | "suggestion" | "question" | "request" | "spam" | "not-feedback")
severity: (1 | 2 | 3 | 4)
severityReasons: string[]
flags: ("danger" | "law" | "regulator" | "press" | "discrimination" | "privacy-breach" | "fraud" | "vulnerable-person" | "several-customers" | "repeated-contact" | "will-leave" | "money-at-stake")[]
moneyAtStake?: {
minor: number
currency: string
}
engine: string
fallback?: {
engine: string
reason: ("throttled" | "slow" | "refused" | "nonsense" | "over-budget" | "failed")
}
}
/**
 * A correction on the record: who and when, what stood before, what stands since.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "RecordedCorrection".
 */
export interface RecordedCorrection {
at: Instant
by: string
from: {
sentiment?: {
label: ("negative" | "neutral" | "positive")
score: number
confidence: number
}
topics?: {
topic: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
polarity: ("negative" | "neutral" | "positive")
}[]
severity?: (1 | 2 | 3 | 4)
intent?: ("complaint" | "praise" | "suggestion" | "question" | "request" | "spam" | "not-feedback")
}
to: Correction
}
/**
 * What a person sets right of what was read: any of the parts, at least one.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Correction".
 */
export interface Correction {
sentiment?: ("negative" | "neutral" | "positive")
/**
 * @maxItems 14
 */
topics?: {
topic: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")
polarity: ("negative" | "neutral" | "positive")
}[]
severity?: (1 | 2 | 3 | 4)
intent?: ("complaint" | "praise" | "suggestion" | "question" | "request" | "spam" | "not-feedback")
}
/**
 * What staff enter for somebody.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "FeedbackEntry".
 */
export interface FeedbackEntry {
channel: ("telephone" | "visit" | "letter" | "shop" | "social" | "chat")
externalId?: string
customer?: {
name?: string
email?: string
phone?: string
consent: boolean
}
campaign?: string
invitation?: string
survey?: string
answers?: {
[k: string]: unknown
}
subject?: string
comment?: string
branch?: string
language?: string
facts?: {
product?: string
order?: string
quantity?: string
occurredOn?: string
wish?: string
evidence?: string
}
openCase?: boolean
}
/**
 * What a customer said, understood and scored (0–100).
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Feedback".
 */
export interface Feedback {
id: string
source: string
channel: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
externalId: string
revision: number
receivedAt: Instant
survey?: string
surveyVersion?: number
campaign?: string
invitation?: string
branch?: string
locale?: string
answers: Answer[]
selections?: {
question: string
kind: ("choice" | "rank" | "date" | "consent")
/**
 * @maxItems 50
 */
values: string[]
}[]
cannotSay?: string[]
reasons: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")[]
subject?: string
comment?: string
isTruncated?: boolean
/**
 * @maxItems 3
 */
photos?: {
key: string
}[]
automatic?: ("auto-reply" | "bounce" | "list" | "own")
rawKey?: string
messageId?: string
enteredBy?: string
isReply?: boolean
customerKey?: string
tier?: ("vip" | "regular" | "new")
isReachable: boolean
understanding: Understanding
corrections?: RecordedCorrection[]
outdatedCorrections?: number
score?: number
recoveryReasons: string[]
caseNumber?: string
contentHash: string
}
/**
 * Cases.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "CasePage".
 */
export interface CasePage {
items: ListedCase[]
cursor?: string
}
/**
 * A case as lists show it: how it stands, and what of it is due next.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "ListedCase".
 */
export interface ListedCase {
number: string
version: number
state: ("opened" | "acknowledged" | "investigating" | "decided" | "offered" | "accepted" | "refused" | "remedied" | "followed-up" | "closed" | "merged")
round: number
feedbackId: string
joined: string[]
customerKey?: string
isReachable: boolean
language: ("en" | "zh-Hans")
branch?: string
channel: string
survey?: string
topics: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")[]
departments?: string[]
severity: (1 | 2 | 3 | 4)
flags: ("danger" | "law" | "regulator" | "press" | "discrimination" | "privacy-breach" | "fraud" | "vulnerable-person" | "several-customers" | "repeated-contact" | "will-leave" | "money-at-stake")[]
tier: ("vip" | "regular" | "new")
isSerious: boolean
isComplex: boolean
reasons: string[]
facts: {
product?: string
order?: string
quantity?: string
occurredOn?: string
wish?: string
evidence?: string
}
owner: string
team?: string
openedAt: Instant
deadlines: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
counts: ("business" | "calendar")
startedAt: Instant
totalMs: number
ranMs: number
since?: Instant
dueAt: Instant
steps: number[]
outcome?: ("met" | "breached" | "dropped")
endedAt?: Instant
breachedAt?: Instant
}[]
isCalendarUncovered?: boolean
pause?: {
since: Instant
}
acknowledgedAt?: Instant
isAcknowledgedInTime?: boolean
finding?: string
decision?: {
at: Instant
by: string
round: number
verdict: ("founded" | "partly-founded" | "unfounded")
department: string
cause: string
dispute: ("quality" | "service" | "price" | "contract")
responsibility: ("company" | "customer" | "third-party" | "misunderstanding")
explanation: string
}
offers: {
id: string
round: number
remedy: string
kind: ("apology" | "refund" | "replacement" | "voucher" | "redo" | "call-back")
money?: Money
note?: string
state: ("awaiting-approval" | "offered" | "accepted" | "refused" | "withdrawn" | "rejected")
at: Instant
by: string
budgetMonth: string
approvedBy?: string
endedAt?: Instant
isAutomatic?: boolean
}[]
commitments: {
id: string
what: string
dueAt: Instant
at: Instant
by: string
state: ("open" | "kept" | "broken" | "dropped")
deadline?: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
isReminded?: boolean
endedAt?: Instant
}[]
resolution?: string
solvedAt?: Instant
followUps: {
n: number
round: number
dueAt: Instant
askedAt?: Instant
answeredAt?: Instant
isSolved?: boolean
satisfaction?: number
isDropped?: boolean
}[]
satisfactionBefore?: number
satisfactionAfter?: number
report?: {
cause: string
effect: string
handling: string
prevention: string
}
measures: {
id: string
what: string
owner: string
dueOn: string
dueAt: Instant
at: Instant
by: string
isReminded?: boolean
doneAt?: Instant
checkedAt?: Instant
isEffective?: boolean
}[]
exemption?: {
reason: string
at: Instant
by: string
}
undeliverable?: {
at: Instant
reason: string
addressKeys?: string[]
}
heardAt?: Instant
closedAt?: Instant
closedIn?: string
closingReason?: ("followed-up" | "no-answer-to-follow-up" | "unreachable" | "unfounded" | "withdrawn-by-customer" | "no-agreement" | "duplicate" | "not-a-complaint")
mergedInto?: string
nextDue?: NextDue
standing?: ("breached" | "at-risk" | "waiting" | "on-track")
}
/**
 * A sum in minor units of an ISO 4217 currency.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Money".
 */
export interface Money {
amount: number
currency: string
}
/**
 * What of a case is due next.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "NextDue".
 */
export interface NextDue {
at: Instant
what: ("deadline" | "promise" | "follow-up" | "measure")
id: string
}
/**
 * A case with all that belongs to it.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "CaseDetails".
 */
export interface CaseDetails {
case: Case
history: CaseEvent[]
feedback: Feedback[]
customer?: {
name?: string
email?: string
phone?: string
language: ("en" | "zh-Hans")
since: Instant
}
actions: Action[]
allowed: CommandType[]
remedies: {
id: string
kind: ("apology" | "refund" | "replacement" | "voucher" | "redo" | "call-back")
title: {
en: string
"zh-Hans": string
}
text: {
en: string
"zh-Hans": string
}
money?: Money
isAmountOpen: boolean
needs: ("nothing" | "approval" | "beyond-all-limits")
}[]
authority: {
role: ("agent" | "head" | "manager")
committed: Money
left: Money
leftWithApproval: Money
}
nextDue?: NextDue
standing?: ("breached" | "at-risk" | "waiting" | "on-track")
}
/**
 * An unhappy customer, and what was promised by when.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Case".
 */
export interface Case {
number: string
version: number
state: ("opened" | "acknowledged" | "investigating" | "decided" | "offered" | "accepted" | "refused" | "remedied" | "followed-up" | "closed" | "merged")
round: number
feedbackId: string
joined: string[]
customerKey?: string
isReachable: boolean
language: ("en" | "zh-Hans")
branch?: string
channel: string
survey?: string
topics: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")[]
departments?: string[]
severity: (1 | 2 | 3 | 4)
flags: ("danger" | "law" | "regulator" | "press" | "discrimination" | "privacy-breach" | "fraud" | "vulnerable-person" | "several-customers" | "repeated-contact" | "will-leave" | "money-at-stake")[]
tier: ("vip" | "regular" | "new")
isSerious: boolean
isComplex: boolean
reasons: string[]
facts: {
product?: string
order?: string
quantity?: string
occurredOn?: string
wish?: string
evidence?: string
}
owner: string
team?: string
openedAt: Instant
deadlines: {
kind: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
round: number
counts: ("business" | "calendar")
startedAt: Instant
totalMs: number
ranMs: number
since?: Instant
dueAt: Instant
steps: number[]
outcome?: ("met" | "breached" | "dropped")
endedAt?: Instant
breachedAt?: Instant
}[]
isCalendarUncovered?: boolean
pause?: {
since: Instant
}
acknowledgedAt?: Instant
isAcknowledgedInTime?: boolean
finding?: string
decision?: {
at: Instant
by: string
round: number
verdict: ("founded" | "partly-founded" | "unfounded")
department: string
cause: string
dispute: ("quality" | "service" | "price" | "contract")
responsibility: ("company" | "customer" | "third-party" | "misunderstanding")
explanation: string
}
offers: {
id: string
round: number
remedy: string
kind: ("apology" | "refund" | "replacement" | "voucher" | "redo" | "call-back")
money?: Money
note?: string
state: ("awaiting-approval" | "offered" | "accepted" | "refused" | "withdrawn" | "rejected")
at: Instant
by: string
budgetMonth: string
approvedBy?: string
endedAt?: Instant
isAutomatic?: boolean
}[]
commitments: {
id: string
what: string
dueAt: Instant
at: Instant
by: string
state: ("open" | "kept" | "broken" | "dropped")
deadline?: ("acknowledge" | "first-answer" | "finding" | "offer" | "solution" | "approval" | "report" | "follow-up")
isReminded?: boolean
endedAt?: Instant
}[]
resolution?: string
solvedAt?: Instant
followUps: {
n: number
round: number
dueAt: Instant
askedAt?: Instant
answeredAt?: Instant
isSolved?: boolean
satisfaction?: number
isDropped?: boolean
}[]
satisfactionBefore?: number
satisfactionAfter?: number
report?: {
cause: string
effect: string
handling: string
prevention: string
}
measures: {
id: string
what: string
owner: string
dueOn: string
dueAt: Instant
at: Instant
by: string
isReminded?: boolean
doneAt?: Instant
checkedAt?: Instant
isEffective?: boolean
}[]
exemption?: {
reason: string
at: Instant
by: string
}
undeliverable?: {
at: Instant
reason: string
addressKeys?: string[]
}
heardAt?: Instant
closedAt?: Instant
closedIn?: string
closingReason?: ("followed-up" | "no-answer-to-follow-up" | "unreachable" | "unfounded" | "withdrawn-by-customer" | "no-agreement" | "duplicate" | "not-a-complaint")
mergedInto?: string
}
/**
 * A case as it stands now, what has just happened to it, and what is possible next.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "ChangedCase".
 */
export interface ChangedCase {
case: Case
events: CaseEvent[]
allowed: CommandType[]
}
/**
 * A person, all their files together.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "CustomerFile".
 */
export interface CustomerFile {
customerKey: string
keys: string[]
version: number
email?: string
otherEmails: string[]
name?: string
language: ("en" | "zh-Hans")
since: Instant
ownIds: string[]
phone?: string
branch?: string
industry?: string
tier: ("vip" | "regular" | "new")
isTierSet: boolean
figures?: {
spending?: Money
ordersPerYear?: number
lastOrderOn?: string
importedAt: Instant
}
consent?: Consent
quietTimes?: {
from: string
to: string
timeZone?: string
}
calls?: {
at: Instant
by: string
outcome: ("reached" | "not-reached")
note?: string
}[]
openCases: string[]
feedbackCount: number
lastSatisfaction?: number
erasedAt?: Instant
erasure?: ErasureProgress
}
/**
 * What a customer lets us do, who wrote it down and where it came from.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Consent".
 */
export interface Consent {
contact: boolean
care: boolean
at: Instant
by: string
source: ("form" | "mail" | "telephone" | "visit" | "letter" | "contract" | "import" | "other")
}
/**
 * How far the erasure of a person has come.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "ErasureProgress".
 */
export interface ErasureProgress {
startedAt: Instant
by: string
step: ("history" | "quarantine" | "actions" | "invitations" | "file" | "done")
place?: string
cases: string[]
feedback: number
mails: number
photos?: number
quarantined: number
actions: number
endedAt?: Instant
}
/**
 * A customer as the business’s own books have them. What is left out stays.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "ImportRow".
 */
export interface ImportRow {
email?: string
ownId?: string
name?: string
phone?: string
branch?: string
industry?: string
language?: ("en" | "zh-Hans")
since?: string
tier?: ("vip" | "regular" | "new")
spending?: Money
ordersPerYear?: number
lastOrderOn?: string
contactConsent?: boolean
careConsent?: boolean
consentAt?: Instant
consentSource?: ("form" | "mail" | "telephone" | "visit" | "letter" | "contract" | "import" | "other")
}
/**
 * A look at personal data, or a change of it: who, when, what; never a value.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Look".
 */
export interface Look {
customerKey: string
at: Instant
by: string
what: ("case" | "file" | "history" | "looks" | "export" | "mail" | "photos" | "created" | "corrected" | "consent" | "merged" | "imported" | "called" | "erased")
caseNumber?: string
fields?: string[]
}
/**
 * Exact counts, and scores with the ends of their 95 % interval.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Figures".
 */
export interface Figures {
n: number
csat: {
n: number
topTwoBox?: {
value: number
low: number
high: number
}
mean?: {
value: number
low: number
high: number
}
histogram: number[]
}
nps: {
n: number
value?: number
low?: number
high?: number
promoters: number
passives: number
detractors: number
histogram: number[]
}
sentiment: {
n: number
negative: number
neutral: number
positive: number
mean?: number
}
ces: {
n: number
easy?: {
value: number
low: number
high: number
}
mean?: {
value: number
low: number
high: number
}
five: number[]
seven: number[]
}
rating: {
n: number
mean?: {
value: number
low: number
high: number
}
}
fcr: {
n: number
share?: {
value: number
low: number
high: number
}
}
cases: {
opened: number
acknowledgedInTime: number
acknowledgedLate: number
waiting: number
resolved: number
reopened: number
closed: number
complaints: number
valid: number
unfounded: number
validShare?: {
value: number
low: number
high: number
}
complaintRate?: {
value: number
low: number
high: number
}
}
service: {
acknowledged: {
inTime: number
late: number
share?: {
value: number
low: number
high: number
}
}
answered: {
inTime: number
late: number
share?: {
value: number
low: number
high: number
}
}
solved: {
inTime: number
late: number
share?: {
value: number
low: number
high: number
}
}
}
funnel: {
unhappy: number
complaints: number
answered: number
offered: number
accepted: number
solved: number
satisfied: number
anyway: {
offered: number
accepted: number
solved: number
satisfied: number
}
}
after: {
told: number
satisfied: number
share?: {
value: number
low: number
high: number
}
}
recovery: {
n: number
before?: number
after?: number
change?: {
value: number
low: number
high: number
}
}
times: {
answer: {
calendar: {
n: number
median?: {
value: number
isAtLeast: boolean
low: number
high?: number
}
p90?: {
value: number
isAtLeast: boolean
low: number
high?: number
}
}
business: {
n: number
median?: {
value: number
isAtLeast: boolean
low: number
high?: number
}
p90?: {
value: number
isAtLeast: boolean
low: number
high?: number
}
}
}
solution: {
calendar: {
n: number
median?: {
value: number
isAtLeast: boolean
low: number
high?: number
}
p90?: {
value: number
isAtLeast: boolean
low: number
high?: number
}
}
business: {
n: number
median?: {
value: number
isAtLeast: boolean
low: number
high?: number
}
p90?: {
value: number
isAtLeast: boolean
low: number
high?: number
}
}
}
}
invitations: {
invited: number
withheld: number
notReached: number
sent: number
begun: number
answered: number
responseRate?: {
value: number
low: number
high: number
}
}
}
/**
 * What was kept aside, newest first.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "QuarantinePage".
 */
export interface QuarantinePage {
items: QuarantinedItem[]
cursor?: string
}
/**
 * Something kept aside, and what somebody decided on it, if anybody has.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "QuarantinedItem".
 */
export interface QuarantinedItem {
id: string
at: Instant
quarantine: Quarantine
received: {
id: string
source: string
channel: ("form" | "webhook" | "mail" | "telephone" | "visit" | "letter" | "shop" | "social" | "chat")
externalId: string
revision: number
receivedAt: Instant
survey?: string
surveyVersion?: number
campaign?: string
invitation?: string
branch?: string
locale?: string
answers: Answer[]
selections?: {
question: string
kind: ("choice" | "rank" | "date" | "consent")
/**
 * @maxItems 50
 */
values: string[]
}[]
cannotSay?: string[]
reasons: ("delivery" | "product-quality" | "staff" | "price-and-billing" | "waiting" | "reachability" | "website-and-app" | "refund-and-after-sales" | "premises-and-cleanliness" | "safety" | "privacy" | "information" | "policy" | "availability")[]
subject?: string
comment?: string
isTruncated?: boolean
/**
 * @maxItems 3
 */
photos?: {
key: string
}[]
customer?: {
email?: string
name?: string
phone?: string
hasConsented: boolean
}
customerKey?: string
automatic?: ("auto-reply" | "bounce" | "list" | "own")
quarantine?: Quarantine
rawKey?: string
messageId?: string
caseNumber?: string
/**
 * @maxItems 20
 */
answersTo?: string[]
enteredBy?: string
facts?: {
product?: string
order?: string
quantity?: string
occurredOn?: string
wish?: string
evidence?: string
}
mustOpenCase?: boolean
isHistoric?: boolean
isExcerpt?: boolean
}
judgement?: {
verdict: ("released" | "discarded")
by: string
at: Instant
reason?: string
}
}
/**
 * Why something was kept aside.
 * 
 * This interface was referenced by `Paths`'s JSON-Schema
 * via the `definition` "Quarantine".
 */
export interface Quarantine {
reason: string
detail?: string
}
