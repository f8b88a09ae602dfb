import { measureBundles } from './bundles.ts';
import { digits, type Finding } from './figure.ts';

const IMPORT_GOAL = 1.5;
const KB = 1000;

/** How large the functions are, and how long they take to load. */
export async function measureSizes(): Promise<Finding> {
  const functions = await measureBundles();
  const largest = (list: typeof functions) => list.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const doors = functions.filter(({ bytesGoal }) => bytesGoal < Math.max(...functions.map((one) => one.bytesGoal)));
  const [door, any] = [largest(doors), largest(functions)];
  const slowest = functions.reduce((a, b) => (b.importRatio > a.importRatio ? b : a));
  return {
    title: 'Bundles and their import',
    figures: [
      { name: `largest door (${door.name})`, value: door.bytes / KB, unit: 'KB', goal: { atMost: door.bytesGoal / KB } },
      { name: `largest function (${any.name})`, value: any.bytes / KB, unit: 'KB', goal: { atMost: any.bytesGoal / KB } },
      {
        name: `slowest import (${slowest.name}), times that of its SDK clients alone`,
        value: slowest.importRatio,
        unit: '×',
        goal: { atMost: IMPORT_GOAL },
      },
    ],
    tables: [
      {
        header: ['function', 'KB', 'import ms', 'clients alone ms', '×'],
        rows: functions.map((one) => [
          one.name,
          digits(one.bytes / KB),
          digits(one.importMs),
          digits(one.clientsImportMs),
          digits(one.importRatio),
        ]),
      },
    ],
    how: [
      'Bundles as they are deployed, minified. Import: median of nine fresh processes each, in turns with a bundle that holds only the same SDK clients. 1 KB is 1,000 bytes.',
    ],
  };
}
