import fc from 'fast-check';
import { given } from '../testing/given';
import { COD_LIMIT, deviceRegistered, labCertified, labContracted, outletRegistered, partyRegistered, PLANT } from '../testing/facts';
import { isCreditCode } from './credit-code';

const { permitNo: _permit, ...party } = partyRegistered().payload;
const outlet = outletRegistered().payload;
const { omProvider: _om, ...device } = deviceRegistered.payload;
const plant = { subject: 'plant' };

describe('registering a party', () => {
  it('puts it into the register once', () => {
    given().when('registerParty', party).thenRecorded(partyRegistered());
    given(partyRegistered()).when('registerParty', party).thenOutOfTurn('W-06', '已登记');
  });

  it.each(['9144030071526726XH', '9144030071526726X', '9144030071526726xg', 'I144030071526726XG'])(
    'takes no credit code %s',
    (creditCode) => {
      given()
        .when('registerParty', { ...party, creditCode })
        .thenInvalid('creditCode');
    },
  );

  it('finds out any single mistyped character of a credit code', () => {
    const good = '91330100799655058B';
    expect(isCreditCode(good)).toBe(true);
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY')), (at, character) => {
        fc.pre(good[at] !== character);
        expect(isCreditCode(good.slice(0, at) + character + good.slice(at + 1))).toBe(false);
      }),
    );
  });
});

describe('registering an outlet', () => {
  it('keeps its limits as exact decimals', () => {
    given(partyRegistered()).when('registerOutlet', outlet, plant).thenRecorded(outletRegistered()).thenRestsOn('W-06');
  });

  it.each(['mill.1', 'plant', 'plant.', 'plant-1', 'plant.a.1'])(
    'takes no outlet %s, which is not the id of the party with a dot and a number',
    (outletId) => {
      given(partyRegistered())
        .when('registerOutlet', { ...outlet, outletId }, plant)
        .thenRefused({ rule: 'W-06', code: 'INVALID_INPUT', zh: '“plant.”' });
    },
  );

  it('is refused a second time and for a party that is not registered', () => {
    given(...PLANT)
      .when('registerOutlet', outlet, plant)
      .thenRefused({ rule: 'W-06', code: 'INVALID_INPUT', zh: 'plant.1' });
    given().when('registerOutlet', outlet, plant).thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: '未登记' });
  });

  it.each(['0', '0.00', '-1'])('takes no limit of %s', (limit) => {
    given(partyRegistered())
      .when('registerOutlet', { ...outlet, limits: [{ ...COD_LIMIT, limit }] }, plant)
      .thenInvalid('limits.0.limit');
  });
});

describe('registering a device', () => {
  it('keeps a digest of its password and nothing else', () => {
    given(partyRegistered(), outletRegistered()).when('registerDevice', device, plant).thenRecorded(deviceRegistered);
    given(partyRegistered(), outletRegistered())
      .when('registerDevice', { ...device, passwordDigest: '123456' }, plant)
      .thenInvalid('passwordDigest');
  });

  it('is refused at an unknown outlet and for a device that is known', () => {
    given(partyRegistered()).when('registerDevice', device, plant).thenRefused({ rule: 'W-06', code: 'INVALID_INPUT', zh: 'plant.1' });
    given(...PLANT)
      .when('registerDevice', device, plant)
      .thenRefused({ rule: 'W-06', code: 'INVALID_INPUT', zh: 'MN-1' });
  });
});

describe('the file of a lab', () => {
  const { to: _to, ...endless } = labContracted().payload;

  it('takes certificates and contracts, with or without an end', () => {
    given(partyRegistered()).when('recordLabCertificate', labCertified().payload).thenRecorded(labCertified());
    given(partyRegistered()).when('recordLabContract', labContracted().payload).thenRecorded(labContracted());
    given(partyRegistered())
      .when('recordLabContract', endless)
      .thenRecorded(labContracted({ to: null }));
    given().when('recordLabContract', endless).thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID' });
  });

  it('takes no day that does not exist', () => {
    given(partyRegistered())
      .when('recordLabCertificate', { ...labCertified().payload, validTo: '2024-13-01' })
      .thenInvalid('validTo');
  });
});
