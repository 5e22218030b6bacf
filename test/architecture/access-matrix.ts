import type { Role } from '../../src/accounts/index.js';

export type Visitor = Role | 'visitor';

const everybody: readonly Visitor[] = ['visitor', 'administrator', 'coordinator', 'instructor', 'trainee', 'employer'];
const signedIn = everybody.filter((one) => one !== 'visitor');
const staff: readonly Visitor[] = ['administrator', 'coordinator'];
const administrators: readonly Visitor[] = ['administrator'];
const trainees: readonly Visitor[] = ['trainee'];
const employers: readonly Visitor[] = ['employer'];
const instructors: readonly Visitor[] = ['instructor'];
const staffAndTrainees: readonly Visitor[] = [...staff, 'trainee'];
const staffAndInstructors: readonly Visitor[] = [...staff, 'instructor'];

/** Who may use which route: one row for every route of the product. A route without a row fails. */
const ROWS: readonly (readonly [readonly Visitor[], string])[] = [
  [
    everybody,
    `
    GET /  GET /courses  GET /courses/:code  GET /cohorts/:code  GET /academy/logo  GET /achievements/:code  GET /achievements/:code/picture
    GET /developers  GET /api/v1/openapi.json
    GET /verify  POST /verify  POST /verify/file  POST /verify/receipts  GET /verify/receipts/new  GET /verify/receipts/:reference
    GET /c/:token  GET /c/:token.pdf  GET /c/:token.svg  GET /c/:token.json  GET /c/:token.jwt  GET /c/:token.png
    GET /s/:secret  GET /s/:secret.pdf  GET /s/:secret.svg  GET /s/:secret.json  GET /s/:secret.jwt  GET /s/:secret.png
    GET /log/checkpoint  GET /log/tile/entries/*  GET /log/tile/*  GET /c/:token.tlog-proof
    GET /.well-known/did.json  GET /status/:list  GET /issuer  GET /issuer/roots/:file
    GET /calendar/:file  GET /language/:language  GET /healthz  GET /readyz
    GET /setup  POST /setup  GET /sign-in  POST /sign-in  POST /sign-out  GET /sign-up  POST /sign-up
    GET /password-reset  POST /password-reset  GET /password-reset/:token  POST /password-reset/:token
    POST /email-verification  GET /email-verification/:token  POST /email-verification/:token
    GET /email-change/:token  POST /email-change/:token
    GET /sign-in/code  POST /sign-in/code  GET /sign-in/recovery-code  POST /sign-in/recovery-code
    GET /teaching/answers/:token  POST /teaching/answers/:token`,
  ],
  [
    signedIn,
    `
    GET /my/account  POST /my/account/password  POST /my/account/sign-outs  GET /my/account/email  POST /my/account/email
    GET /my/account/security  GET /my/account/security/authenticator  GET /my/account/security/authenticator/new
    POST /my/account/security/authenticator/new
    POST /my/account/security/authenticator/confirmation  GET /my/account/security/authenticator/removal
    POST /my/account/security/authenticator/removal  GET /my/account/security/recovery-codes  POST /my/account/security/recovery-codes
    GET /my/calendar  POST /my/calendar  POST /my/calendar/revocation`,
  ],
  [
    trainees,
    `
    GET /my/training  GET /my/certificates  GET /my/profile  POST /my/profile
    GET /my/certificates/:id  POST /my/certificates/:id/hiding  POST /my/certificates/:id/showing
    GET /my/certificates/:id/paper.pdf  GET /my/certificates/:id/picture.svg  GET /my/certificates/:id/credential.json  GET /my/certificates/:id/credential.jwt
    GET /my/certificates/:id/badge.png
    POST /my/certificates/:id/renewal-requests
    POST /my/certificates/:id/links  POST /my/certificates/:id/links/:link/ending`,
  ],
  [
    instructors,
    'GET /teaching  GET /teaching/week  GET /teaching/absences  POST /teaching/absences  POST /teaching/absences/:id/lifting',
  ],
  // Programs use keys of their own, never a browser's cookies.
  [[], 'POST /api/v1/verifications  GET /api/v1/verifications'],
  [
    employers,
    `
    GET /employer  GET /employer/template.csv  GET /employer/template.xlsx  POST /employer/lists  GET /employer/lists/:id  GET /employer/lists/:id/result.xlsx
    GET /employer/lists/:id/result.csv  GET /employer/lists/:id/answer.jws  POST /employer/lists/:id/stop  POST /employer/lists/:id/resumption
    POST /employer/lists/:id/removal
    GET /employer/webhooks  POST /employer/webhooks  GET /employer/webhooks/:id  POST /employer/webhooks/:id/test  GET /employer/webhooks/:id/removal
    POST /employer/webhooks/:id/removal  POST /employer/webhooks/:id/deliveries/:delivery/resending
    GET /employer/history  GET /employer/history.csv  GET /employer/history.xlsx
    GET /employer/keys  POST /employer/keys  GET /employer/keys/:key/revocation  POST /employer/keys/:key/revocation`,
  ],
  [
    staffAndTrainees,
    `
    POST /cohorts/:code/enrolments  GET /enrolments/:id  GET /enrolments/:id/withdrawal  POST /enrolments/:id/withdrawal  POST /enrolments/:id/acceptance`,
  ],
  [
    staffAndInstructors,
    `
    GET /sessions/:id/register  POST /sessions/:id/register  GET /teaching/cohorts/:code/results  POST /teaching/cohorts/:code/results
    POST /teaching/cohorts/:code/assessments  POST /teaching/cohorts/:code/assessments/:id/removal`,
  ],
  [
    staff,
    `
    GET /office  GET /office/output  GET /office/output.csv  GET /office/output/people  GET /office/output/people.csv
    GET /office/tracks  GET /office/tracks/new  POST /office/tracks  GET /office/tracks/:code/edit  POST /office/tracks/:code
    GET /office/tracks/:code/retirement  POST /office/tracks/:code/retirement  POST /office/tracks/:code/return
    GET /office/courses  GET /office/courses/new  POST /office/courses  GET /office/courses/:code  GET /office/courses/:code/edit  POST /office/courses/:code
    GET /office/achievements  GET /office/achievements/new  POST /office/achievements  GET /office/achievements/:code  GET /office/achievements/:code/edit
    POST /office/achievements/:code  POST /office/achievements/:code/retirement  POST /office/achievements/:code/return  GET /office/pictures/:sha256
    GET /office/courses/:code/retirement  POST /office/courses/:code/retirement  POST /office/courses/:code/return
    GET /office/cohorts  GET /office/cohorts/new  POST /office/cohorts  GET /office/cohorts/:code  GET /office/cohorts/:code/edit  POST /office/cohorts/:code/edit
    GET /office/cohorts/:code/publication  POST /office/cohorts/:code/publication  GET /office/cohorts/:code/confirmation  POST /office/cohorts/:code/confirmation
    GET /office/cohorts/:code/cancellation  POST /office/cohorts/:code/cancellation
    GET /office/cohorts/:code/restoration  POST /office/cohorts/:code/restoration  GET /office/cohorts/:code/decision  POST /office/cohorts/:code/decision
    GET /office/tasks
    GET /office/cohorts/:code/sessions  POST /office/cohorts/:code/sessions  GET /office/cohorts/:code/sessions/new  POST /office/cohorts/:code/sessions/single
    GET /office/cohorts/:code/sessions/pattern  GET /office/cohorts/:code/sessions/preview
    GET /office/feeds  GET /office/feeds/:kind/:key  POST /office/feeds/:kind/:key  POST /office/feeds/:kind/:key/revocation
    POST /office/cohorts/:code/sessions/feed  POST /office/cohorts/:code/sessions/feed/revocation
    GET /office/sessions/:id/move  POST /office/sessions/:id/move  GET /office/sessions/:id/cancellation  POST /office/sessions/:id/cancellation
    GET /office/sessions/:id/restoration  POST /office/sessions/:id/restoration
    GET /office/cohorts/:code/sessions/cancellation  POST /office/cohorts/:code/sessions/cancellation
    GET /office/cohorts/:code/sessions/restoration  POST /office/cohorts/:code/sessions/restoration
    GET /office/cohorts/:code/patterns  GET /office/cohorts/:code/patterns/:id  POST /office/cohorts/:code/patterns/:id
    GET /office/bulletins  GET /office/bulletins/:id  POST /office/bulletins/:id/sending  GET /office/bulletins/:id/dropping  POST /office/bulletins/:id/dropping
    GET /office/bulletins/:id/letters/:key  POST /office/bulletins/:id/letters/:key  POST /office/bulletins/:id/letters/:key/restoration
    POST /office/bulletins/:id/letters/:key/omission  POST /office/bulletins/:id/letters/:key/readmission
    GET /office/sessions/:id/substitutes  POST /office/sessions/:id/substitutes
    GET /office/clashes  GET /office/clashes/:id  POST /office/clashes/:id
    GET /office/timetable  GET /office/timetable/use  GET /office/timetable/door  GET /office/timetable/instructor
    GET /office/sessions/:id/check  POST /office/sessions/:id/placement
    GET /office/plans  POST /office/plans  GET /office/plans/:id  GET /office/plans/:id/publication  POST /office/plans/:id/publication
    GET /office/plans/:id/discard  POST /office/plans/:id/discard  GET /office/plans/:id/sessions  GET /office/plans/:id/sessions/:session
    POST /office/plans/:id/sessions/:session  POST /office/plans/:id/sessions/:session/cancellation  GET /office/plans/:id/changes/:change
    POST /office/plans/:id/changes/:change  POST /office/plans/:id/changes/:change/cure  POST /office/plans/:id/changes/:change/refresh
    POST /office/plans/:id/changes/:change/removal  GET /office/repairs/new  POST /office/repairs
    GET /office/cohorts/:code/roster  GET /office/cohorts/:code/roster.csv  POST /office/cohorts/:code/roster
    POST /office/enrolments/:id/admission  GET /office/enrolments/:id/transfer  POST /office/enrolments/:id/transfer
    GET /office/cohorts/:code/certificates  POST /office/cohorts/:code/certificates
    GET /office/cohorts/:code/attendance  GET /office/cohorts/:code/results  POST /office/cohorts/:code/results
    POST /office/cohorts/:code/assessments  POST /office/cohorts/:code/assessments/:id/removal
    GET /office/cohorts/:code/completion  POST /office/cohorts/:code/completion
    GET /office/trainees  GET /office/trainees.csv  GET /office/trainees/new  POST /office/trainees  GET /office/trainees/:id  GET /office/trainees/:id/edit  POST /office/trainees/:id
    GET /office/trainees/import  GET /office/trainees/import/template.csv  POST /office/trainees/import  POST /office/trainees/import/confirmation
    GET /office/cohorts/:code/roster/import  POST /office/cohorts/:code/roster/import  POST /office/cohorts/:code/roster/import/confirmation
    GET /office/employers  GET /office/employers/new  POST /office/employers  GET /office/employers/:id  GET /office/employers/:id/edit  POST /office/employers/:id
    GET /office/employers/:id/verifications  POST /office/employers/:id/verifications/seen
    GET /office/employers/:id/access  POST /office/employers/:id/keys  GET /office/employers/:id/keys/:key/revocation  POST /office/employers/:id/keys/:key/revocation
    POST /office/employers/:id/contacts  POST /office/employers/:id/contacts/:account/removal
    GET /office/placements/new  POST /office/placements  GET /office/placements/:id/ending  POST /office/placements/:id/ending
    GET /office/certificates/numbers  GET /office/issuances/:id  POST /office/issuances/:id/stopping  POST /office/issuances/:id/resumption
    POST /office/issuances/:id/abandonment
    GET /office/certificates  GET /office/certificates.csv  GET /office/certificates/:id
    GET /office/certificates/renewals  POST /office/certificates/renewals
    GET /office/certificates/batches/:id  POST /office/certificates/batches/:id/stopping  POST /office/certificates/batches/:id/resumption
    GET /office/certificates/:id/renewal  POST /office/certificates/:id/renewal  POST /office/certificates/:id/renewal/declining
    GET /office/certificates/:id/paper.pdf  GET /office/certificates/:id/picture.svg
    GET /office/certificates/:id/replacement  POST /office/certificates/:id/replacement
    GET /office/rooms  GET /office/rooms/:code  GET /office/instructors  GET /office/instructors/:id
    GET /office/rooms/:key/hours  POST /office/rooms/:key/hours  GET /office/rooms/:key/unavailability  POST /office/rooms/:key/unavailability
    POST /office/rooms/:key/unavailability/:id/lifting
    GET /office/instructors/:key/hours  POST /office/instructors/:key/hours  GET /office/instructors/:key/unavailability  POST /office/instructors/:key/unavailability
    POST /office/instructors/:key/unavailability/:id/lifting
    GET /office/licences  GET /office/licences/new  POST /office/licences  GET /office/licences/:id  GET /office/licences/:id/edit  POST /office/licences/:id
    POST /office/licences/:id/closure  POST /office/licences/:id/reopening  GET /office/licences/report  GET /office/licences/report.csv`,
  ],
  [
    administrators,
    `
    GET /office/certificates/:id/revocation  POST /office/certificates/:id/revocation
    GET /office/certificate-templates  GET /office/certificate-templates/new  GET /office/certificate-templates/look  POST /office/certificate-templates
    GET /office/certificate-templates/:id  GET /office/certificate-templates/:id/edit  POST /office/certificate-templates/:id
    GET /office/certificate-templates/:id/sample.pdf  GET /office/certificate-templates/:id/sample.svg  POST /office/certificate-templates/:id/usual
    POST /office/certificate-templates/:id/retirement  POST /office/certificate-templates/:id/return
    GET /office/achievements/:code/template  POST /office/achievements/:code/template
    GET /office/certificates/revocations  POST /office/certificates/revocations
    GET /office/renewal-rules  GET /office/renewal-rules/:code  POST /office/renewal-rules/:code
    GET /office/issuer-keys  GET /office/issuer-keys/import  POST /office/issuer-keys/import
    GET /office/issuer-keys/:id/rotation  POST /office/issuer-keys/:id/rotation  GET /office/issuer-keys/:id/compromise  POST /office/issuer-keys/:id/compromise
    GET /office/targets  POST /office/targets
    GET /office/rooms/new  POST /office/rooms  GET /office/rooms/:code/edit  POST /office/rooms/:code
    POST /office/rooms/:code/closure  POST /office/rooms/:code/reopening
    GET /office/instructors/new  POST /office/instructors  GET /office/instructors/:id/edit  POST /office/instructors/:id
    POST /office/instructors/:id/qualifications  POST /office/instructors/:id/qualifications/:qualification/withdrawal
    POST /office/instructors/:id/retirement  POST /office/instructors/:id/return
    GET /office/calendar  POST /office/calendar/notices  POST /office/calendar/closures  POST /office/calendar/closures/:date/lifting
    GET /office/calendar/differences  GET /office/calendar/notices  GET /office/calendar/closures
    GET /office/calendar/notices/:year/holidays  GET /office/calendar/notices/:year/make-up-days
    POST /office/calendar/differences  POST /office/calendar/make-up-days/:date/timetable  GET /office/calendar/notices/:year
    POST /office/calendar/notices/:year/holidays  POST /office/calendar/notices/:year/holidays/:date/removal
    POST /office/calendar/notices/:year/make-up-days  POST /office/calendar/notices/:year/make-up-days/:date/removal
    GET /office/academy  POST /office/academy  POST /office/academy/logo  POST /office/academy/logo/removal
    GET /office/accounts  GET /office/accounts/new  POST /office/accounts  GET /office/accounts/:id  POST /office/accounts/:id/roles
    POST /office/accounts/:id/invitation  GET /office/accounts/:id/suspension  POST /office/accounts/:id/suspension  POST /office/accounts/:id/reinstatement
    GET /office/accounts/:id/email  POST /office/accounts/:id/email
    GET /office/audit  GET /office/backups  GET /office/outbox  GET /office/outbox/:id  GET /office/outbox/:id/calendar/:number  POST /office/outbox/:id/delivery`,
  ],
];

/** `GET /courses` → the visitors who may use it. */
export const ACCESS_MATRIX: ReadonlyMap<string, readonly Visitor[]> = new Map(
  ROWS.flatMap(([who, routes]) =>
    routes
      .split(/\s{2,}|\n/)
      .map((route) => route.trim())
      .filter((route) => route !== '')
      .map((route) => [route, who] as const),
  ),
);

export const VISITORS = everybody;
