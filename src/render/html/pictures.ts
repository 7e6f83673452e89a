import type { Job } from '../job.ts';

/**
 * A job without the photos and the logo that the sheet shows, which would be in the file twice: in their place stands which `image` of the sheet they are,
 * as `#0`. `hrefs` are those of the sheet's images in their order.
 */
export function withoutPictures(job: Job, hrefs: readonly string[]): Job {
  return exchanged(job, (href) => (hrefs.includes(href) ? `#${hrefs.indexOf(href)}` : href));
}

/** The job as it was. */
export function withPictures(job: Job, hrefs: readonly string[]): Job {
  return exchanged(job, (href) => (href.startsWith('#') ? (hrefs[Number(href.slice(1))] ?? '') : href));
}

function exchanged({ photos, logo, ...job }: Job, change: (href: string) => string): Job {
  return {
    ...job,
    photos: Object.fromEntries(Object.entries(photos).map(([name, href]) => [name, change(href)])),
    ...(logo ? { logo: { ...logo, href: change(logo.href) } } : {}),
  };
}
