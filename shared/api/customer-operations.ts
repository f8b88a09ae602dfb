import { ConsentGiven, FileCorrection } from '../domain/customer/correct.ts';
import {
  CustomerExport,
  CustomerFile,
  CustomerPath,
  CustomersFound,
  ErasureAnswer,
  ExportQuery,
  FindBody,
  HistoryPage,
  ImportAnswer,
  ImportBody,
  LookPage,
  MergeBody,
} from './customer-schemas.ts';
import { Nothing, PageQuery } from './schemas.ts';

const read = { path: CustomerPath, query: Nothing, reads: 'nothing', body: Nothing } as const;
const change = { path: CustomerPath, query: Nothing, reads: 'body', result: CustomerFile } as const;

/** Routes about customers' files. */
export const customerOperations = {
  'POST /api/customers/find': { path: Nothing, query: Nothing, reads: 'body', body: FindBody, result: CustomersFound },
  'POST /api/customers/import': { path: Nothing, query: Nothing, reads: 'body', body: ImportBody, result: ImportAnswer },
  'GET /api/customers/{key}': { ...read, result: CustomerFile },
  'GET /api/customers/{key}/history': { ...read, query: PageQuery, result: HistoryPage },
  'GET /api/customers/{key}/looks': { ...read, query: PageQuery, result: LookPage },
  'GET /api/customers/{key}/export': { ...read, query: ExportQuery, result: CustomerExport },
  'POST /api/customers/{key}/correct': { ...change, body: FileCorrection },
  'POST /api/customers/{key}/consent': { ...change, body: ConsentGiven },
  'POST /api/customers/{key}/merge': { ...change, body: MergeBody },
  'POST /api/customers/{key}/erase': { ...change, body: Nothing, result: ErasureAnswer },
} as const;
