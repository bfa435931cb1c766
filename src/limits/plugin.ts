import { type ExecutionArgs, type GraphQLError, getOperationAST, type OperationDefinitionNode, Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { exceeded, exceededWith, tooManyTokens } from './check.ts';

/** Refuses what asks for too much: too long a text before it is parsed, too large a query before it is validated or run. */
export function limitedRequests(): Plugin {
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((text: string | Source, options: object) => {
        const error = tooManyTokens(typeof text === 'string' ? new Source(text) : text);
        if (error) throw error;
        return parseFn(text, options);
      });
    },
    // Before the rules of GraphQL, some of which take long over what is too large.
    onValidate({ validateFn, setValidationFn }) {
      setValidationFn((...given: Parameters<typeof validateFn>) => {
        const errors = exceeded(given[0], given[1]);
        return errors.length > 0 ? errors : validateFn(...given);
      });
    },
    onExecute({ args, setResultAndStopExecution }) {
      const errors = withVariables(args);
      if (errors.length > 0) setResultAndStopExecution({ errors });
    },
  };
}

function withVariables({ schema, document, operationName, variableValues }: ExecutionArgs): GraphQLError[] {
  const operation: OperationDefinitionNode | null | undefined = getOperationAST(document, operationName);
  return operation ? exceededWith(schema, document, operation, variableValues ?? {}) : [];
}
