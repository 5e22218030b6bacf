import { AnswerList } from './actions/lists/answer-list.js';
import { AnswerSigner } from './actions/lists/answer-signer.js';
import { SubmitList } from './actions/lists/submit-list.js';
import { CheckForEmployer } from './actions/check-for-employer.js';
import { CheckOnPage } from './actions/check-on-page.js';
import { ConfirmNotFound } from './actions/lists/confirm-not-found.js';
import { CountTries } from './actions/count-tries.js';
import { DiscardList } from './actions/lists/discard-list.js';
import { EmployerHistory } from './actions/employer-history.js';
import { ListAnswers } from './actions/lists/list-answers.js';
import { MakeReceipt } from './actions/make-receipt.js';
import { OpenReceipt } from './actions/open-receipt.js';
import { OwnNames } from './actions/own-names.js';
import { UnstartedLists } from './actions/lists/unstarted-lists.js';
import { ListReader } from './actions/lists/list-reader.js';
import { ReadListPage } from './actions/lists/read-list-page.js';
import { ReadList } from './actions/lists/read-list.js';
import { RemoveExpiredTraces } from './actions/remove-expired-traces.js';
import { ResumeList } from './actions/lists/resume-list.js';
import { SeeAlarms } from './actions/see-alarms.js';
import { StopList } from './actions/lists/stop-list.js';
import { VerificationLimits } from './actions/verification-limits.js';
import { VerdictsNow } from './actions/verdicts-now.js';
import { VerifyCertificate } from './actions/verify-certificate.js';
import { WatchLists } from './actions/lists/watch-lists.js';
import { VerifyFile } from './actions/verify-file.js';
import { VerifyForProgram } from './actions/verify-for-program.js';
import { DevelopersController } from './api/developers.controller.js';
import { VerificationsApiController } from './api/verifications.controller.js';
import { CheckHistory } from './web/check-history.js';
import { EmployerHistoryController } from './web/employer-history.controller.js';
import { EmployerHomeController } from './web/employer-home.controller.js';
import { EmployerListsController } from './web/employer-lists.controller.js';
import { ListStartController } from './web/list-start.controller.js';
import { FileVerificationController } from './web/file-verification.controller.js';
import { OfficeChecksController } from './web/office-checks.controller.js';
import { ReceiptController } from './web/receipt.controller.js';
import { CertificateDisplay } from './web/certificate-display.js';
import { VerificationController } from './web/verification.controller.js';

export const verificationControllers = [
  DevelopersController,
  VerificationsApiController,
  EmployerHistoryController,
  EmployerHomeController,
  EmployerListsController,
  ListStartController,
  FileVerificationController,
  OfficeChecksController,
  ReceiptController,
  VerificationController,
];

export const verificationProviders = [
  AnswerList,
  AnswerSigner,
  SubmitList,
  CheckForEmployer,
  ConfirmNotFound,
  CountTries,
  DiscardList,
  EmployerHistory,
  SeeAlarms,
  CheckOnPage,
  MakeReceipt,
  OpenReceipt,
  OwnNames,
  ReadList,
  RemoveExpiredTraces,
  ResumeList,
  StopList,
  VerdictsNow,
  VerificationLimits,
  VerifyCertificate,
  WatchLists,
  VerifyFile,
  VerifyForProgram,
  CheckHistory,
  ListAnswers,
  ReadListPage,
  ListReader,
  UnstartedLists,
  CertificateDisplay,
];
