// The files that the server makes, in the order of the menu.

import type { operations } from '../api/schema';

export type Format = operations['export']['parameters']['query']['format'];

export interface DataFile {
  format: Format;
  name: string;
  as: string;
  about?: string; // what it is for, where the name does not say it
}

/** Files of the view: what its filters leave. */
export const ofView: readonly DataFile[] = [
  { format: 'nodes.csv', name: 'Organizations', as: 'CSV' },
  { format: 'ties.csv', name: 'Ties', as: 'CSV' },
  { format: 'signatures.csv', name: 'Signatures with lines', as: 'CSV' },
  { format: 'xlsx', name: 'All of them in a workbook', as: 'XLSX' },
  { format: 'gexf', name: 'Gephi', as: 'GEXF' },
  { format: 'graphml', name: 'igraph, NetworkX, visone', as: 'GraphML' },
  { format: 'pajek', name: 'Pajek', as: 'NET' },
  { format: 'pajek.clu', name: 'Pajek, clusters', as: 'CLU' },
  { format: 'vosviewer', name: 'VOSviewer Online', as: 'JSON' },
  { format: 'json', name: 'Programs', as: 'JSON' },
];

/** Files of all data, offered without filters. They are the same for a map of organizations and for one of organizations and letters. */
export const ofAll: readonly DataFile[] = [
  { format: 'aliases.csv', name: 'Names of one organization', as: 'CSV', about: 'Printed names that are one organization, to be read by undersigned load or matched with other lists.' },
  { format: 'judgements.csv', name: 'Judgements', as: 'CSV', about: 'Who or which rule said that names are one organization or not; undersigned load reads it back.' },
  { format: 'ftm', name: 'FollowTheMoney', as: 'FTM', about: 'Organizations, letters and signatures as entities for OpenAleph, nomenklatura and followthemoney.' },
  { format: 'organizations.parquet', name: 'Organizations', as: 'Parquet', about: 'With their measures, for Spark, DuckDB, pandas and R.' },
  { format: 'letters.parquet', name: 'Letters', as: 'Parquet', about: 'With dates and targets.' },
  { format: 'signatures.parquet', name: 'Signatures', as: 'Parquet', about: 'Who signed which letter, without the printed lines.' },
  { format: 'ties.parquet', name: 'Ties', as: 'Parquet', about: 'All of them, however many, with their Newman weights.' },
];

/** The view that leaves nothing out; without it the server chooses the least number of letters. */
export const everything = [['min_letters', '1']] as const;

/** Formats that are drawn, and have buttons of their own. */
export const pictures: readonly Format[] = ['png', 'svg'];
