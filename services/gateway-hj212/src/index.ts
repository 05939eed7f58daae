export { crc16 } from './protocol/crc16';
export { encodeAnswer, encodeFrame, frameOf, type AnswerKind, type FrameFields } from './protocol/encode';
export { Framer, type Framed } from './protocol/framer';
export { currentCode, POLLUTANTS } from './protocol/pollutants';
export { DATA_FLAGS, parseContent, parseSegment, type Content, type PollutantValues, type Segment } from './protocol/segment';
export { type DeviceRegister, type KnownDevice } from './server/intake';
export { Hj212Server, type GatewayCounters, type Hj212ServerOptions } from './server/server';
export { deskSink, GATEWAY_ACTOR, type MonitoringSink } from './server/sink';
export { DeviceSimulator } from './simulator';
