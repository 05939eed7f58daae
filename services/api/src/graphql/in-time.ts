import { inTime } from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import { getOperationAST, GraphQLError, OperationTypeNode, type DocumentNode, type ExecutionResult } from 'graphql';

interface Asked {
  readonly document: DocumentNode;
  readonly name: string | undefined;
}

/** Whether an act was done cannot be said of one that is under way; a question that is not answered has changed nothing. */
const codeFor = ({ document, name }: Asked) =>
  getOperationAST(document, name)?.operation === OperationTypeNode.MUTATION ? 'OUTCOME_UNKNOWN' : 'STORE_UNREACHABLE';

/** The answer to a request, or in time the word with a code that there is none. */
export const answeredInTime = (milliseconds: number, asked: Asked, work: Promise<ExecutionResult>): Promise<ExecutionResult> =>
  inTime(milliseconds, work, () => new LiuhenError(codeFor(asked), `no answer in ${milliseconds} ms`)).catch((error: unknown) => {
    if (!(error instanceof LiuhenError)) throw error;
    const { code, detail, message } = error;

    return { data: null, errors: [new GraphQLError(message, { extensions: { refused: code, detail } })] };
  });
