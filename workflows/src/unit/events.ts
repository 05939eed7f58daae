import type { OfficialFunction } from '../kernel/codes';
import type { DelegationEvent } from '../delegation/events';
import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

/** How bureau, brigade and station are joined at county level (县区级运行模式). */
export const COUNTY_UNIT_MODES = {
  separate: '各自设立',
  bureauBrigadeStation: '局队站合一',
  bureauBrigadeWithSupport: '局队合一、监测支撑',
} as const;
export type CountyUnitMode = keyof typeof COUNTY_UNIT_MODES;

/** The two dates of R-018. */
export const MILESTONES = {
  formedBy2023: '到2023年年底基本形成联动机制',
  smoothBy2025: '到2025年年底机制顺畅高效',
} as const;
export type Milestone = keyof typeof MILESTONES;

export const JOINT_ACTIVITIES = { action: '联合行动', training: '联合培训' } as const;
export type JointActivityKind = keyof typeof JOINT_ACTIVITIES;

export const LEADING_BODIES = { partyCommittee: '党委', government: '政府', department: '部门' } as const;
export type LeadingBody = keyof typeof LEADING_BODIES;

/** What happens in the file of an area's authority. */
export type UnitEvent =
  | DelegationEvent
  | EventsOf<{
      UnitRegistered: { readonly jurisdiction: string; readonly name: string };
      /** a joined unit acts in several functions and says in each event which one. */
      CountyUnitModeSet: {
        readonly mode: CountyUnitMode;
        readonly functions: readonly OfficialFunction[];
        readonly from: string;
      };
      /** the place's own linkage rules; each case keeps the version that it ran under. */
      LinkageRulesAdopted: {
        readonly version: string;
        readonly title: string;
        readonly docNo: string | null;
        readonly adoptedOn: string;
      };
      MilestoneReported: {
        readonly milestone: Milestone;
        readonly reached: boolean;
        readonly progress: string;
        readonly reportedOn: string;
      };
      /** who carries the leadership responsibility for preventing and punishing data fraud. */
      ResponsibleLeaderNamed: {
        readonly body: LeadingBody;
        readonly organisation: string;
        readonly leader: NamedPerson;
        readonly post: string;
        readonly from: string;
      };
      /** */
      JointActivityRecorded: {
        readonly activityId: string;
        readonly kind: JointActivityKind;
        readonly heldOn: string;
        readonly topic: string;
        readonly units: readonly string[];
      };
      /** the province's check of the quality of enforcement monitoring done here. */
      MonitoringQualityChecked: {
        readonly checkId: string;
        readonly checkedOn: string;
        readonly scope: string;
        readonly result: string;
        readonly shortcomings: readonly string[];
      };
    }>;
