import { changeItem } from '../kernel/step';
import type { BanGround, PersonEvent } from './events';

export interface Employment {
  readonly id: string;
  readonly employerId: string | null;
  readonly employerName: string;
  readonly post: string;
  readonly from: string;
  readonly to: string | null;
}

export interface WorkCertificate {
  readonly certificateNo: string;
  readonly scope: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export interface PractitionerBan {
  readonly id: string;
  readonly orderedBy: string;
  readonly docNo: string | null;
  readonly ground: BanGround;
  readonly from: string;
  /** Last day, null for life. */
  readonly until: string | null;
  readonly liftedOn: string | null;
}

export interface RegisteredPerson {
  readonly status: 'registered';
  readonly name: string;
  readonly jurisdiction: string;
  readonly employments: readonly Employment[];
  readonly certificates: readonly WorkCertificate[];
  readonly bans: readonly PractitionerBan[];
}

export type PersonState = { readonly status: 'unknown' } | RegisteredPerson;

export const initialState: PersonState = { status: 'unknown' };

type Later = Exclude<PersonEvent, { type: 'PersonRegistered' }>;

const grown = (person: RegisteredPerson, event: Later): RegisteredPerson => {
  switch (event.type) {
    case 'EmploymentRecorded': {
      const { employmentId, ...employment } = event.payload;

      return { ...person, employments: [...person.employments, { id: employmentId, ...employment, to: null }] };
    }
    case 'EmploymentEnded': {
      const { employmentId, to } = event.payload;

      return { ...person, employments: changeItem(person.employments, employmentId, (each) => ({ ...each, to })) };
    }
    case 'WorkCertificateRecorded':
      return { ...person, certificates: [...person.certificates, event.payload] };
    case 'PractitionerBanned': {
      const { banId, orderedBy, docNo, ground, from, until } = event.payload;

      return { ...person, bans: [...person.bans, { id: banId, orderedBy, docNo, ground, from, until, liftedOn: null }] };
    }
    case 'PractitionerBanLifted': {
      const { banId, on } = event.payload;

      return { ...person, bans: changeItem(person.bans, banId, (each) => ({ ...each, liftedOn: on })) };
    }
  }
};

export const evolve = (state: PersonState, event: PersonEvent): PersonState => {
  if (event.type === 'PersonRegistered') return { status: 'registered', ...event.payload, employments: [], certificates: [], bans: [] };

  return state.status === 'registered' ? grown(state, event) : state;
};

/** The ban that holds a person from the work on a day, if there is one. */
export const banOn = (person: PersonState, day: string): PractitionerBan | undefined =>
  person.status === 'unknown'
    ? undefined
    : person.bans.find(
        ({ from, until, liftedOn }) => from <= day && (until === null || day <= until) && (liftedOn === null || day < liftedOn),
      );
