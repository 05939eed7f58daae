export interface Pollutant {
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
}

/** Pollutant codes of HJ 524 (air) and HJ 525 (water) that automatic equipment reports most. */
export const POLLUTANTS: Readonly<Record<string, Pollutant>> = {
  w00000: { zh: '污水流量', en: 'waste water flow', unit: 'L/s' },
  w01001: { zh: 'pH值', en: 'pH', unit: '' },
  w01003: { zh: '浑浊度', en: 'turbidity', unit: 'NTU' },
  w01009: { zh: '溶解氧', en: 'dissolved oxygen', unit: 'mg/L' },
  w01010: { zh: '水温', en: 'water temperature', unit: '℃' },
  w01014: { zh: '电导率', en: 'conductivity', unit: 'μS/cm' },
  w01018: { zh: '化学需氧量', en: 'chemical oxygen demand', unit: 'mg/L' },
  w01019: { zh: '高锰酸盐指数', en: 'permanganate index', unit: 'mg/L' },
  w21001: { zh: '总氮', en: 'total nitrogen', unit: 'mg/L' },
  w21003: { zh: '氨氮', en: 'ammonia nitrogen', unit: 'mg/L' },
  w21011: { zh: '总磷', en: 'total phosphorus', unit: 'mg/L' },
  a00000: { zh: '废气流量', en: 'waste gas flow', unit: 'm3/s' },
  a01011: { zh: '烟气流速', en: 'flue gas velocity', unit: 'm/s' },
  a01012: { zh: '烟气温度', en: 'flue gas temperature', unit: '℃' },
  a01013: { zh: '烟气压力', en: 'flue gas pressure', unit: 'kPa' },
  a01014: { zh: '烟气湿度', en: 'flue gas humidity', unit: '%' },
  a19001: { zh: '氧气含量', en: 'oxygen', unit: '%' },
  a21002: { zh: '氮氧化物', en: 'nitrogen oxides', unit: 'mg/m3' },
  a21005: { zh: '一氧化碳', en: 'carbon monoxide', unit: 'mg/m3' },
  a21026: { zh: '二氧化硫', en: 'sulphur dioxide', unit: 'mg/m3' },
  a34002: { zh: '可吸入颗粒物', en: 'PM10', unit: 'μg/m3' },
  a34004: { zh: '细颗粒物', en: 'PM2.5', unit: 'μg/m3' },
  a34013: { zh: '烟尘', en: 'smoke dust', unit: 'mg/m3' },
};

/** Codes of HJ/T 212-2005 and what they are called today. */
const OLD: Readonly<Record<string, string>> = {
  '001': 'w01001',
  '011': 'w01018',
  '060': 'w21003',
  '065': 'w21001',
  '101': 'w21011',
  B01: 'w00000',
  '01': 'a34013',
  '02': 'a21026',
  '03': 'a21002',
  B02: 'a00000',
  S01: 'a19001',
  S02: 'a01011',
  S03: 'a01012',
  S05: 'a01014',
  S08: 'a01013',
};

/** Today's code of a pollutant, so that limits and screening know one name; codes in no table stay as they came. */
export const currentCode = (code: string): string => (Object.hasOwn(OLD, code) ? (OLD[code] ?? code) : code);
