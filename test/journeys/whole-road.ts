import type { Road } from './road.js';
import {
  aClashIsNamed,
  theAcademyOpens,
  theCohortIsPublished,
  theCourseIsDesigned,
  theInvitedComeIn,
} from './steps-of-the-office.js';
import {
  anEmployerVerifies,
  theCertificateIsRevoked,
  theCohortIsCertified,
  theCohortIsTaught,
} from './steps-of-teaching.js';
import { aVisitorEnrols, theCertificateIsKept, theSeatGoesToTheNext } from './steps-of-the-trainee.js';

/** Every step from the first-run page to a certificate that is verified, then revoked. */
export async function walkTheRoad(road: Road): Promise<void> {
  await road.step('the academy opens', () => theAcademyOpens(road));
  await road.step('the invited come in', () => theInvitedComeIn(road));
  await road.step('the course is designed', () => theCourseIsDesigned(road));
  await road.step('the cohort is published', () => theCohortIsPublished(road));
  await road.step('a clash is named', () => aClashIsNamed(road));
  await road.step('a visitor enrols', () => aVisitorEnrols(road));
  await road.step('the seat goes to the next', () => theSeatGoesToTheNext(road));
  await road.step('the cohort is taught', () => theCohortIsTaught(road));
  let certificate = { id: '', number: '', path: '' };
  await road.step('the cohort is certified', async () => {
    certificate = await theCohortIsCertified(road);
  });
  await road.step('the certificate is kept', () => theCertificateIsKept(road));
  await road.step('an employer verifies', () => anEmployerVerifies(road, certificate));
  await road.step('the certificate is revoked', () => theCertificateIsRevoked(road, certificate));
}
