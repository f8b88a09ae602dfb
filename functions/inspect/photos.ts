import { inspectOperations as operations } from '../../shared/api/inspect-operations.ts';
import { actorOf, maySee } from '../../shared/api/viewer.ts';
import { notFound } from '../../shared/domain/errors.ts';
import { photoNumber } from '../../shared/domain/photo.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { InspectPorts } from './ports.ts';

/**
 * How the photos of a feedback stand, and where those can be seen that were scanned and found clean. Nothing is told before the look is on the record
 * (R17). How they stand is asked where they lie, each time: what is written nowhere cannot be out of date.
 */
export const readPhotosOf = (ports: InspectPorts) =>
  endpoint(operations['GET /api/feedback/{id}/photos'], async ({ path, viewer, now }) => {
    const feedback = await ports.register.feedback(path.id);
    // One of another branch is answered like one that does not exist (promise 29).
    if (feedback === undefined || !maySee(viewer, feedback)) throw notFound('There is no feedback of this id.');
    const { photos = [], customerKey } = feedback;
    if (photos.length === 0) return { items: [] };
    if (customerKey !== undefined) await ports.looks.recordLook({ customerKey, at: now, by: actorOf(viewer.id), what: 'photos' });
    const items = await Promise.all(
      photos.map(async ({ key }) => {
        const state = await ports.photos.state(key);
        return { n: photoNumber(key), state, ...(state === 'clean' ? { url: ports.photos.url(key) } : {}) };
      }),
    );
    return { items };
  });
