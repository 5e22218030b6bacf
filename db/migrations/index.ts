import { ThePlatform1767225600001 } from './0001-the-platform.js';
import { PeopleSignIn1767225600010 } from './0010-people-sign-in.js';
import { ACourseHasVersions1767225600020 } from './0020-a-course-has-versions.js';
import { ATraineeIsAPerson1767225600030 } from './0030-a-trainee-is-a-person.js';
import { EmployersTakeTraineesOn1767225600040 } from './0040-employers-take-trainees-on.js';
import { ACohortIsADatedRunOfACourse1767225600050 } from './0050-a-cohort-is-a-dated-run-of-a-course.js';
import { SessionsHoldRoomsAndPeople1767225600060 } from './0060-sessions-hold-rooms-and-people.js';
import { SeatsAreGivenOnce1767225600070 } from './0070-seats-are-given-once.js';
import { RegistersAndResultsKeepTheirHistory1767225600080 } from './0080-registers-and-results-keep-their-history.js';
import { ACertificateNeverChanges1767225600090 } from './0090-a-certificate-never-changes.js';
import { TargetsOfTheProgramme1767225600100 } from './0100-targets-of-the-programme.js';
import { RoomsPeopleAndLicencesHaveLimits1767225600105 } from './0105-rooms-people-and-licences-have-limits.js';
import { ATimetableComesFromPatterns1767225600107 } from './0107-a-timetable-comes-from-patterns.js';
import { SessionsHoldWhatTheyNeed1767225600110 } from './0110-sessions-hold-what-they-need.js';
import { APlanIsPublishedAtOnce1767225600112 } from './0112-a-plan-is-published-at-once.js';
import { AnAbsenceSaysWhoDeclaredIt1767225600114 } from './0114-an-absence-says-who-declared-it.js';
import { ALetterMayCarryACalendar1767225600115 } from './0115-a-letter-may-carry-a-calendar.js';
import { APlanRemembersWhatItSaw1767225600118 } from './0118-a-plan-remembers-what-it-saw.js';
import { ACohortIsDecidedOnADay1767225600120 } from './0120-a-cohort-is-decided-on-a-day.js';
import { ARewrittenLetterKnowsWhatItTold1767225600128 } from './0128-a-rewritten-letter-knows-what-it-told.js';
import { AMakeUpWorkdayFollowsAWeekday1767225600130 } from './0130-a-make-up-workday-follows-a-weekday.js';
import { LongWorkIsAJob1767225600138 } from './0138-long-work-is-a-job.js';
import { KeysOfTheIssuerAreKept1767225600140 } from './0140-keys-of-the-issuer-are-kept.js';
import { AStatusListIsSigned1767225600141 } from './0141-a-status-list-is-signed.js';
import { ACertificateIsSealed1767225600143 } from './0143-a-certificate-is-sealed.js';
import { ANumberIsAccountedFor1767225600144 } from './0144-a-number-is-accounted-for.js';
import { ManyCertificatesAreIssuedByAJob1767225600145 } from './0145-many-certificates-are-issued-by-a-job.js';
import { TheLogOnlyGrows1767225600148 } from './0148-the-log-only-grows.js';
import { AVerificationHasAReceipt1767225600150 } from './0150-a-verification-has-a-receipt.js';
import { AnEmployerAsksWithAKey1767225600151 } from './0151-an-employer-asks-with-a-key.js';
import { WhoCheckedACertificateIsKept1767225600152 } from './0152-who-checked-a-certificate-is-kept.js';
import { EmployersHearOfChanges1767225600153 } from './0153-employers-hear-of-changes.js';
import { APictureIsKeptByItsBytes1767225600155 } from './0155-a-picture-is-kept-by-its-bytes.js';
import { AnAchievementHasVersions1767225600156 } from './0156-an-achievement-has-versions.js';
import { CertificateTemplatesHaveNames1767225600157 } from './0157-certificate-templates-have-names.js';
import { AnIssueKnowsWhatEachReached1767225600158 } from './0158-an-issue-knows-what-each-reached.js';
import { AHolderDecidesWhoLooks1767225600159 } from './0159-a-holder-decides-who-looks.js';
import { AReasonHasAClass1767225600160 } from './0160-a-reason-has-a-class.js';
import { ACertificateIsRenewed1767225600161 } from './0161-a-certificate-is-renewed.js';
import { ManyCertificatesAtOnce1767225600162 } from './0162-many-certificates-at-once.js';
import { ASessionMeansItsDay1767225600163 } from './0163-a-session-means-its-day.js';
import { NumbersOfBeforeAreAccountedFor1767225600170 } from './0170-numbers-of-before-are-accounted-for.js';
import { WhatIsOverIsFoundByItsDay1767225600171 } from './0171-what-is-over-is-found-by-its-day.js';
import { AForeignCredentialIsNeverValid1767225600172 } from './0172-a-foreign-credential-is-never-valid.js';
import { BackupsAreMadeOnSchedule1767225600176 } from './0176-backups-are-made-on-schedule.js';
import { AMessageIsClaimedBeforeItIsSent1767225600178 } from './0178-a-message-is-claimed-before-it-is-sent.js';
import { MissesAreCountedByPair1767225600180 } from './0180-misses-are-counted-by-pair.js';
import { DoubleBookingsAreNeverOverridden1767225600181 } from './0181-double-bookings-are-never-overridden.js';
import { TheRegisterIsBound1767225600184 } from './0184-the-register-is-bound.js';
import { AnswersSayWhatAFileIs1767225600192 } from './0192-answers-say-what-a-file-is.js';
import { ACheckIsBound1767225600194 } from './0194-a-check-is-bound.js';
import { ACertificateIsFoundByTags1767225600195 } from './0195-a-certificate-is-found-by-tags.js';
import { ABatchIsBound1767225600196 } from './0196-a-batch-is-bound.js';
import { AnItemKnowsWhatWasShown1767225600197 } from './0197-an-item-knows-what-was-shown.js';
import { RowsOfNoSignedEntryCanBeRemoved1767225600200 } from './0200-rows-of-no-signed-entry-can-be-removed.js';
import { AListKeepsItsEmployersName1767225600203 } from './0203-a-list-keeps-its-employers-name.js';
import { OutcomesAreBound1767225600204 } from './0204-outcomes-are-bound.js';
import { ASessionKnowsItsLastUse1767225600205 } from './0205-a-session-knows-its-last-use.js';
import { TheRegisterKnowsThatOutcomesWereBound1767225600206 } from './0206-the-register-knows-that-outcomes-were-bound.js';
import { AHashOfTheLogHasAWholePosition1767225600209 } from './0209-a-hash-of-the-log-has-a-whole-position.js';
import { TheStartOfAListIsBound1767225600212 } from './0212-the-start-of-a-list-is-bound.js';
import { UnansweredListsAreFound1767225600211 } from './0211-unanswered-lists-are-found.js';
import { ANumberIsBoundOnce1767225600213 } from './0213-a-number-is-bound-once.js';
import { TheSumOfBindingsCoversTags1767225600214 } from './0214-the-sum-of-bindings-covers-tags.js';
import { AnEmailIsChangedByALink1767225600215 } from './0215-an-email-is-changed-by-a-link.js';
import { ACorrectedEmailMustBeProven1767225600216 } from './0216-a-corrected-email-must-be-proven.js';
import { ASignInHasASecondStep1767225600217 } from './0217-a-sign-in-has-a-second-step.js';
import { TheRegisterHasEpochs1767225600193 } from './0193-the-register-has-epochs.js';

/** All migrations in order: one set for SQLite and PostgreSQL. */
export const migrations = [
  ThePlatform1767225600001,
  PeopleSignIn1767225600010,
  ACourseHasVersions1767225600020,
  ATraineeIsAPerson1767225600030,
  EmployersTakeTraineesOn1767225600040,
  ACohortIsADatedRunOfACourse1767225600050,
  SessionsHoldRoomsAndPeople1767225600060,
  SeatsAreGivenOnce1767225600070,
  RegistersAndResultsKeepTheirHistory1767225600080,
  ACertificateNeverChanges1767225600090,
  TargetsOfTheProgramme1767225600100,
  RoomsPeopleAndLicencesHaveLimits1767225600105,
  ATimetableComesFromPatterns1767225600107,
  SessionsHoldWhatTheyNeed1767225600110,
  APlanIsPublishedAtOnce1767225600112,
  AnAbsenceSaysWhoDeclaredIt1767225600114,
  ALetterMayCarryACalendar1767225600115,
  APlanRemembersWhatItSaw1767225600118,
  ACohortIsDecidedOnADay1767225600120,
  ARewrittenLetterKnowsWhatItTold1767225600128,
  AMakeUpWorkdayFollowsAWeekday1767225600130,
  LongWorkIsAJob1767225600138,
  KeysOfTheIssuerAreKept1767225600140,
  AStatusListIsSigned1767225600141,
  ACertificateIsSealed1767225600143,
  ANumberIsAccountedFor1767225600144,
  ManyCertificatesAreIssuedByAJob1767225600145,
  TheLogOnlyGrows1767225600148,
  AVerificationHasAReceipt1767225600150,
  AnEmployerAsksWithAKey1767225600151,
  WhoCheckedACertificateIsKept1767225600152,
  EmployersHearOfChanges1767225600153,
  APictureIsKeptByItsBytes1767225600155,
  AnAchievementHasVersions1767225600156,
  CertificateTemplatesHaveNames1767225600157,
  AnIssueKnowsWhatEachReached1767225600158,
  AHolderDecidesWhoLooks1767225600159,
  AReasonHasAClass1767225600160,
  ACertificateIsRenewed1767225600161,
  ManyCertificatesAtOnce1767225600162,
  ASessionMeansItsDay1767225600163,
  NumbersOfBeforeAreAccountedFor1767225600170,
  WhatIsOverIsFoundByItsDay1767225600171,
  AForeignCredentialIsNeverValid1767225600172,
  BackupsAreMadeOnSchedule1767225600176,
  AMessageIsClaimedBeforeItIsSent1767225600178,
  MissesAreCountedByPair1767225600180,
  DoubleBookingsAreNeverOverridden1767225600181,
  TheRegisterIsBound1767225600184,
  AnswersSayWhatAFileIs1767225600192,
  TheRegisterHasEpochs1767225600193,
  ACheckIsBound1767225600194,
  ACertificateIsFoundByTags1767225600195,
  ABatchIsBound1767225600196,
  AnItemKnowsWhatWasShown1767225600197,
  RowsOfNoSignedEntryCanBeRemoved1767225600200,
  AListKeepsItsEmployersName1767225600203,
  OutcomesAreBound1767225600204,
  ASessionKnowsItsLastUse1767225600205,
  TheRegisterKnowsThatOutcomesWereBound1767225600206,
  AHashOfTheLogHasAWholePosition1767225600209,
  UnansweredListsAreFound1767225600211,
  TheStartOfAListIsBound1767225600212,
  ANumberIsBoundOnce1767225600213,
  TheSumOfBindingsCoversTags1767225600214,
  AnEmailIsChangedByALink1767225600215,
  ACorrectedEmailMustBeProven1767225600216,
  ASignInHasASecondStep1767225600217,
];
