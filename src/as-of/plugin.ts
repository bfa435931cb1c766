import { GraphQLError, getOperationAST, getVariableValues } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { momentOf } from './directive.ts';

/** Has a query that carries `@asOf` read what was there at that moment; its resolvers do not know. */
export function questionsAsOf(): Plugin {
  return {
    onExecute({ args, extendContext, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues, contextValue } = args;
      const operation = getOperationAST(document, operationName);
      if (!operation?.directives?.length) return;
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
      if (!coerced) return; // Execution says what is wrong with the variables.
      try {
        const moment = momentOf(operation, coerced);
        if (moment) extendContext((contextValue as unknown as Context).asOf(moment) as never);
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        setResultAndStopExecution({ errors: [error] });
      }
    },
  };
}
