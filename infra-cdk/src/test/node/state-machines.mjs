// The grammar of Amazon States Language, which CloudFormation passes on as a text.

const ANY_STATE = ['Assign', 'Comment', 'QueryLanguage', 'Type'];
const GOES_ON = [...ANY_STATE, 'End', 'Next', 'Output'];
const FAILS = [...GOES_ON, 'Arguments', 'Catch', 'Retry'];

/** Members of each kind of state where values are written in JSONata. */
const STATES = {
  Choice: [...ANY_STATE, 'Choices', 'Default', 'Output'],
  Fail: ['Cause', 'Comment', 'Error', 'QueryLanguage', 'Type'],
  Map: [
    ...FAILS,
    'ItemBatcher',
    'ItemProcessor',
    'ItemReader',
    'ItemSelector',
    'Items',
    'Label',
    'MaxConcurrency',
    'ResultWriter',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
  ],
  Parallel: [...FAILS, 'Branches'],
  Pass: GOES_ON,
  Succeed: ['Comment', 'Output', 'QueryLanguage', 'Type'],
  Task: [...FAILS, 'Credentials', 'HeartbeatSeconds', 'Resource', 'TimeoutSeconds'],
  Wait: [...GOES_ON, 'Seconds', 'Timestamp'],
};
const REQUIRED = {
  Choice: ['Choices'],
  Map: ['ItemProcessor'],
  Parallel: ['Branches'],
  Task: ['Resource'],
};
const ENDS = new Set(['Choice', 'Fail', 'Succeed']);

/** Holds the definition of an AWS::StepFunctions::StateMachine against the language. */
export function checkStateMachine(properties, report) {
  const text = properties.DefinitionString;
  if (typeof text !== 'string') {
    // Put together by a function, or lying elsewhere: not to be read here.
    return;
  }
  const given = new Set(Object.keys(properties.DefinitionSubstitutions ?? {}));
  const used = new Set([...text.matchAll(/\$\{([A-Za-z0-9_]+)}/g)].map(([, name]) => name));
  for (const name of used) {
    if (!given.has(name)) {
      report('DefinitionSubstitutions', `${name} is missing`);
    }
  }
  for (const name of given) {
    if (!used.has(name)) {
      report('DefinitionSubstitutions', `${name} is not used`);
    }
  }
  try {
    const machine = JSON.parse(text);
    checkStates(machine, 'DefinitionString', machine.QueryLanguage === 'JSONata', report);
  } catch (malformed) {
    report('DefinitionString', `is no JSON: ${malformed.message}`);
  }
}

function checkStates(machine, path, isJsonata, report) {
  const states = machine.States ?? {};
  const reached = new Set();
  const go = (name, where) => {
    if (name in states) {
      reached.add(name);
    } else {
      report(where, `there is no state ${name}`);
    }
  };
  go(machine.StartAt, `${path}.StartAt`);
  for (const [name, state] of Object.entries(states)) {
    checkState(state, `${path}.${name}`, isJsonata, go, report);
  }
  for (const name of Object.keys(states).filter((one) => !reached.has(one))) {
    report(`${path}.${name}`, 'is never reached');
  }
}

function checkState(state, path, isJsonata, go, report) {
  const members = STATES[state.Type];
  if (members === undefined) {
    report(`${path}.Type`, `${state.Type} is no kind of state`);
    return;
  }
  for (const name of isJsonata ? Object.keys(state) : []) {
    if (!members.includes(name)) {
      report(`${path}.${name}`, `is no member of a ${state.Type} in JSONata`);
    }
  }
  for (const name of REQUIRED[state.Type] ?? []) {
    if (!(name in state)) {
      report(`${path}.${name}`, 'is missing');
    }
  }
  if (!ENDS.has(state.Type) && ('Next' in state) === (state.End === true)) {
    report(path, 'must have a Next or end');
  }
  const targets = [state, ...(state.Choices ?? []), ...(state.Catch ?? [])];
  targets
    .filter((target) => 'Next' in target)
    .forEach((target) => go(target.Next, `${path}.Next`));
  if ('Default' in state) {
    go(state.Default, `${path}.Default`);
  }
  for (const handler of [...(state.Retry ?? []), ...(state.Catch ?? [])]) {
    if (!Array.isArray(handler.ErrorEquals) || handler.ErrorEquals.length === 0) {
      report(`${path}.ErrorEquals`, 'is missing');
    }
  }
  checkExpressions(state, path, isJsonata, report);
  if (state.Type === 'Map' && state.ItemProcessor !== undefined) {
    checkStates(state.ItemProcessor, path, isJsonata, report);
  }
  (state.Branches ?? []).forEach((branch) => checkStates(branch, path, isJsonata, report));
}

/** An expression is all of its text: half of one would be taken for plain words. */
function checkExpressions(value, path, isJsonata, report) {
  if (typeof value === 'string') {
    const whole = value.startsWith('{%') && value.endsWith('%}');
    if (isJsonata && !whole && (value.includes('{%') || value.includes('%}'))) {
      report(path, `"${value.slice(0, 40)}" is half an expression`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      if (name !== 'ItemProcessor' && name !== 'Branches' && name !== 'Comment') {
        checkExpressions(part, `${path}.${name}`, isJsonata, report);
      }
    }
  }
}
