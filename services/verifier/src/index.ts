export { makeParts } from './report';
export { toldVerdict, verifyCommand, withVerifyArguments, type VerifyCommandOptions } from './verify';
