import { describe, expect, it } from 'vitest';
import { PhotosOfFeedback } from '../../../shared/api/inspect-schemas.ts';
import { photoKey } from '../../../shared/domain/photo.ts';
import { aFeedback } from '../../samples.ts';
import { claims, NOW, parsed } from '../desk/world.ts';
import { InspectWorld } from './world.ts';

const ID = aFeedback().id;
const given = () => {
  const world = new InspectWorld();
  world.feedback = [aFeedback({ branch: 'south', photos: [1, 2, 3].map((n) => ({ key: photoKey(ID, n) })) })];
  world.photos.set(photoKey(ID, 1), 'clean').set(photoKey(ID, 2), 'threat');
  return world;
};
const ask = (world: InspectWorld, as = claims('agent')) => world.call('GET /api/feedback/{id}/photos', { path: { id: ID }, claims: as });

describe('GET /api/feedback/{id}/photos', () => {
  it('tells how each stands, and an address of the clean ones alone', async () => {
    expect(PhotosOfFeedback.parse(parsed(await ask(given())))).toEqual({
      items: [
        { n: 1, state: 'clean', url: `https://photos.example.com/new/${ID}/1?signed` },
        { n: 2, state: 'threat' },
        { n: 3, state: 'missing' },
      ],
    });
  });

  it('puts the look on record first, and shows nothing where it cannot (R17)', async () => {
    const world = given();
    await ask(world);
    expect(world.looks).toEqual([{ customerKey: 'customer-key-1', at: NOW, by: 'agent:lin', what: 'photos' }]);
    world.isLogDown = true;
    await expect(ask(world)).rejects.toThrow('the table is down');
  });

  it('answers 404 for another branch (P29), and nothing where none came', async () => {
    await expect(ask(given(), claims('agent', 'morgan'))).rejects.toMatchObject({ status: 404 });
    const world = given();
    world.feedback = [aFeedback({ branch: 'south' })];
    expect(parsed(await ask(world))).toEqual({ items: [] });
    expect(world.looks).toEqual([]);
  });
});
