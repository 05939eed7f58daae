import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { GraphContext } from '@liuhen/schema';
import { LiuhenError } from '@liuhen/workflows';
import type { GraphQLSchema } from 'graphql';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell } from './columns';
import { reportsIn, type Report } from './report';
import { rowsOf } from './rows';

export const EXPORTS = '/export/';

interface Format {
  readonly type: string;
  stream(rows: AsyncIterable<Cell[]>, report: Report): globalThis.ReadableStream<Uint8Array>;
}

const FORMATS: Readonly<Record<string, Format>> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    // A cell that a spreadsheet would take for a formula is a text; the byte order mark tells Excel that it is UTF-8.
    stream: (rows) => writeCsvStream(rows, { bom: true, escapeFormulae: true, headers: false }),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    stream: (rows, { title }) => writeXlsxStream(rows, { name: title, freezePane: { rows: 1 } }),
  },
};

async function* startingWith(first: Cell[], rest: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  yield first;
  yield* rest;
}

/** Answers `GET /export/<report>.csv|.xlsx?<filter>=…` with what the question of that name gives to whoever asks. */
export const exporter = (schema: GraphQLSchema) => {
  const reports = reportsIn(schema);

  return async (request: IncomingMessage, response: ServerResponse, context: GraphContext): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [name = '', extension = ''] = url.pathname.slice(EXPORTS.length).split('.');
    const report = reports.get(name);
    const format = FORMATS[extension];
    if (request.method !== 'GET' || report === undefined || format === undefined) {
      throw new LiuhenError('NOT_FOUND', `GET ${EXPORTS}<${[...reports.keys()].join('|')}>.<${Object.keys(FORMATS).join('|')}>`);
    }
    const rows = rowsOf({ schema, report, context, variables: report.variablesOf(url.searchParams) });
    // Asked before the head is sent: whoever may not ask is told so by the status.
    const head = await rows.next();
    response.writeHead(200, {
      'content-type': format.type,
      'content-disposition': `attachment; filename="${name}.${extension}"; filename*=UTF-8''${encodeURIComponent(`${report.title}.${extension}`)}`,
      'cache-control': 'no-store',
    });
    const bytes = format.stream(startingWith(head.done === true ? [] : head.value, rows), report);
    await pipeline(Readable.fromWeb(bytes), response);
  };
};
