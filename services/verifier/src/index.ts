export { makeParts } from './report/report';
export { toldVerdict, verifyCommand, withVerifyArguments, type VerifyCommandOptions } from './verify';
