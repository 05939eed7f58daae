import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical';

describe('the canonical form', () => {
  it('is that of the example of RFC 8785', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/',
      literals: [null, true, false],
    };

    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names as the published test file `weird` has them, one that is a number first', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '1': 'One',
      '\u0080': 'Control\u007f',
      '\ud83d\ude02': 'Smiley',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '</script>': 'Browser Challenge',
    };

    expect(canonicalJson(value)).toBe(
      '{"1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😂":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('is that of the reference implementation for any JSON', () => {
    const wellFormed = fc.jsonValue({ stringUnit: 'binary' });
    fc.assert(
      fc.property(fc.oneof(wellFormed, fc.dictionary(fc.oneof(fc.string(), fc.nat().map(String)), wellFormed)), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same whatever the order of the members, those named by number among them', () => {
    expect(canonicalJson({ b: 1, a: { '9': 1, '10': 2 } })).toBe('{"a":{"10":2,"9":1},"b":1}');
  });
});
