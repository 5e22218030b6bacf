export { addressWith, requestedPage, type Pages, pagesOf } from './listing.js';
export { Assets, assetsOfViews } from './assets.js';
export { CHROME, type Chrome, type ChromeLine, type ChromeMaker, type NavItem, PageRenderer } from './page-renderer.js';
export { progressView, type ProgressView } from './progress-view.js';
