import { OpenShareLink } from './actions/open-share-link.js';
import { ShareCertificate } from './actions/share-certificate.js';
import { EndShareLink } from './actions/end-share-link.js';
import { OwnCertificatePages } from './web/own-certificate.page.js';
import { OwnCertificateController } from './web/own-certificate.controller.js';
import { OwnCertificatesController } from './web/own-certificates.controller.js';
import { OwnFilesController } from './web/own-files.controller.js';
import { RenewalRequestsController } from './web/renewal-requests.controller.js';
import { ShareLinksController } from './web/share-links.controller.js';
import { SharedCertificateController } from './web/shared-certificate.controller.js';
import { SharedFilesController } from './web/shared-files.controller.js';

export const holderControllers = [
  OwnCertificatesController,
  OwnCertificateController,
  OwnFilesController,
  RenewalRequestsController,
  ShareLinksController,
  SharedFilesController,
  SharedCertificateController,
];

export const holderProviders = [OpenShareLink, ShareCertificate, EndShareLink, OwnCertificatePages];
