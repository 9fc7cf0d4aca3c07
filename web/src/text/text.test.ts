import { describe, expect, it } from 'vitest';
import { csv } from './csv';
import { linked } from './linked';
import { longDate, period, position, shortDate, years } from './date';
import { because } from './judged';
import { count, counted, inWords, measure, percent, startWords } from './number';
import { sentence } from './words';

describe('numbers', () => {
  it('prints counts with comma', () => {
    expect([count(1642), counted(1, 'letter'), counted(24, 'letter'), counted(2, 'body', 'bodies')]).toEqual(['1,642', '1 letter', '24 letters', '2 bodies']);
  });
  it('prints measures with two decimals, and never rounds something to nothing', () => {
    expect([measure(0), measure(3.14159), measure(0.8), measure(0.0012), measure(1234.5), measure(1e-9), measure(NaN)]).toEqual(['0', '3.14', '0.80', '0.0012', '1,235', '1.0e-9', 'not known']);
  });
  it('prints shares whole and small numbers as words', () => {
    expect([percent(0.845), inWords(3), inWords(12), startWords(2), startWords(1642)]).toEqual(['85%', 'three', '12', 'Two', '1,642']);
  });
});

describe('sentences', () => {
  it('stand by themselves', () => {
    expect(['page 3 is a picture', '36 organizations claimed, 0 found', 'état inconnu.', ''].map(sentence)).toEqual(['Page 3 is a picture.', '36 organizations claimed, 0 found.', 'État inconnu.', '.']);
  });
});

describe('dates', () => {
  it('say since and until when', () => {
    expect([period('2001', '2004-05'), period('', '2004-05-06'), period('2001', ''), period('', '')]).toEqual(['from 2001 until May 2004', 'until 6 May 2004', 'from 2001', '']);
  });
  it('says no more than is known', () => {
    expect(['2020-09-30', '2021-09', '2017', ''].map(shortDate)).toEqual(['30 Sep 2020', 'Sep 2021', '2017', 'no date']);
    expect(['2020-09-30', '2021-09', '2017', ''].map(longDate)).toEqual(['30 September 2020', 'September 2021', '2017', 'no date']);
  });
  it('spans years', () => {
    expect([years('2015-05-19', '2021-11'), years('2020', '2020-01-02'), years('', ''), years('', '2020')]).toEqual(['2015–2021', '2020', 'no date', '2020']);
  });
  it('places dates on an axis', () => {
    expect(position('')).toBeNull();
    expect(position('2017')).toBe(2017.5);
    expect(position('2020-01-01')).toBeCloseTo(2020, 1);
    expect(position('2020-12-31')).toBeCloseTo(2021, 1);
  });
});

describe('CSV', () => {
  it('quotes what needs it and defuses formulas', () => {
    expect(csv([['a', 'b,c', 'say "x"', 3], ['=1+1', '-x', '@x', 'l\n2']])).toBe('a,"b,c","say ""x""",3\r\n\'=1+1,\'-x,\'@x,"l\n2"\r\n');
  });
});

describe('names in a sentence', () => {
  const name = (text: string) => ({ text, href: `/${text}`, title: false });
  it('become links once, the longest first, and nothing is lost', () => {
    const pieces = linked('Access and Access Now signed X.', [name('Access'), name('Access Now'), name('X'), name('nobody')]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('Access and Access Now signed X.');
    expect(pieces.filter((piece) => piece.href !== '').map((piece) => piece.text)).toEqual(['Access', 'Access Now', 'X']);
  });
});

describe('because', () => {
  const by = 'rule: legal-form, version 1';
  it('names the rule behind its words', () => {
    expect(because({ verdict: 'same', by, why: 'equal but for the legal form', undone: false })).toBe('joined by rule: equal but for the legal form (legal-form, version 1)');
    expect(because({ verdict: 'same', by, why: 'equal but for the legal form', undone: true })).toBe('a rule joined them: equal but for the legal form (legal-form, version 1)');
    expect(because({ verdict: 'same', by, why: '', undone: false })).toBe('rule legal-form, version 1');
    expect(because({ verdict: 'same', by: 'rule: report quotes the letter and shares its names', why: '', undone: false })).toBe('rule: report quotes the letter and shares its names');
  });
  it('joins nothing where a rule says who is a part of whom', () => {
    expect(because({ verdict: 'parent', by: 'rule: chapter, version 1', why: 'a chapter in Maine', undone: false })).toBe('by rule: a chapter in Maine (chapter, version 1)');
    expect(because({ verdict: 'parent', by: 'rule: chapter, version 1', why: 'a chapter in Maine', undone: false, refused: 'Ida says otherwise' })).toBe('by rule: a chapter in Maine (chapter, version 1); not applied: Ida says otherwise');
  });
  it('says why a judgement is not applied, once', () => {
    const refused = 'one list prints both names';
    expect(because({ verdict: 'same', by, why: 'equal but for the legal form', undone: false, refused })).toBe('a rule would join them: equal but for the legal form (legal-form, version 1); one list prints both names');
    expect(because({ verdict: 'same', by, why: refused, undone: false, refused })).toBe('rule legal-form, version 1: one list prints both names');
    expect(because({ verdict: 'same', by: 'person: Ida', why: 'x', undone: false, refused: 'Ora says that' })).toBe('person: Ida: x; not applied: Ora says that');
    expect(because({ verdict: 'same', by: 'person: Ida', why: 'Ora says that', undone: false, refused: 'Ora says that' })).toBe('person: Ida; not applied: Ora says that');
  });
  it('leaves persons and files as they are', () => {
    expect(because({ verdict: 'same', by: 'file a.json', why: '', undone: false })).toBe('file a.json');
    expect(because({ verdict: 'same', by: 'person: Rosa Lind', why: 'its page says so', undone: true })).toBe('person: Rosa Lind: its page says so');
  });
});
