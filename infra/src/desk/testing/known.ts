/** Days, persons and papers that the generated histories have in common. */
export const DAY = '2024-08-30';
export const MOMENT = `${DAY}T08:00:00+08:00`;
export const JINING = '370800';

export const LI = { person: 'li', name: '李一', certificateNo: '鲁H-1' };
export const WANG = { person: 'wang', name: '王二', certificateNo: '鲁H-2' };
export const CHAIR = { person: 'chair', name: '吴主持' };

export const paper = { digest: `sha256:${'a'.repeat(64)}`, name: '材料.pdf', mediaType: 'application/pdf', bytes: 10 };
