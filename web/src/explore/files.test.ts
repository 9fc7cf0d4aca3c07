import { describe, expect, it } from 'vitest';
import { type Format, everything, ofAll, ofView, pictures } from './files';

// The compiler asks that these are all formats of the server.
const formats: Record<Format, true> = {
  gexf: true, graphml: true, pajek: true, 'pajek.clu': true, vosviewer: true, 'nodes.csv': true, 'ties.csv': true, 'signatures.csv': true, 'aliases.csv': true, 'judgements.csv': true,
  xlsx: true, json: true, ftm: true, 'organizations.parquet': true, 'letters.parquet': true, 'signatures.parquet': true, 'ties.parquet': true, svg: true, png: true,
};

describe('the menu of files', () => {
  it('offers every format of the server once', () => {
    const offered = [...ofView.map((file) => file.format), ...ofAll.map((file) => file.format), ...pictures];
    expect(offered.toSorted()).toEqual(Object.keys(formats).toSorted());
  });
  it('says what each file of all data is for, and tells them apart', () => {
    for (const file of ofAll) expect(file.about, file.format).toMatch(/^[A-Z].{20,}\.$/);
    expect(new Set(ofAll.map((file) => `${file.name} ${file.as}`)).size).toBe(ofAll.length);
  });
  it('asks for all data by a view that filters nothing', () => {
    expect(everything).toEqual([['min_letters', '1']]);
  });
});
