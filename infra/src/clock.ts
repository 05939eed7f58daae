/** Present time as an ISO instant in China Standard Time, milliseconds exact. */
export const chinaNow = (): string =>
  Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
