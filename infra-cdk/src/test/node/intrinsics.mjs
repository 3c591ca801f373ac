/** CloudFormation's functions and the kind of what they give: text, list, object, or any of these. */
const RESULTS = {
  'Fn::Base64': 'text',
  'Fn::Cidr': 'list',
  'Fn::FindInMap': 'any',
  'Fn::GetAZs': 'list',
  'Fn::GetAtt': 'any',
  'Fn::If': 'any',
  'Fn::ImportValue': 'text',
  'Fn::Join': 'text',
  'Fn::Length': 'text',
  'Fn::Select': 'any',
  'Fn::Split': 'list',
  'Fn::Sub': 'text',
  'Fn::ToJsonString': 'text',
  'Fn::Transform': 'any',
  Ref: 'any',
};

/** The name of the function that a value calls; undefined for any other value. */
export function functionOf(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const names = Object.keys(value);
  if (names.length !== 1 || (names[0] !== 'Ref' && !names[0].startsWith('Fn::'))) {
    return undefined;
  }
  return names[0];
}

export function isKnown(name) {
  return name in RESULTS;
}

/** Whether a value is there to say that there is none. */
export function isNoValue(value) {
  return functionOf(value) === 'Ref' && value.Ref === 'AWS::NoValue';
}

/** The two values that a condition chooses from; undefined for any other value. */
export function branches(value) {
  const condition = functionOf(value) === 'Fn::If' ? value['Fn::If'] : undefined;
  return Array.isArray(condition) && condition.length === 3 ? condition.slice(1) : undefined;
}

/** What a function gives, as far as can be told. */
export function resultOf(value, specifications) {
  const name = functionOf(value);
  if (name === 'Ref') {
    // A parameter may be a list; a resource's reference is always a text.
    return specifications.has(value.Ref) ? 'text' : 'any';
  }
  if (name === 'Fn::GetAtt') {
    const [id, attribute] = attributeOf(value);
    return kindOf(specifications.get(id)?.attributes?.[attribute]?.type);
  }
  return RESULTS[name] ?? 'any';
}

/** [logical id, attribute] of a GetAtt, whichever way it is written. */
export function attributeOf(value) {
  const given = value['Fn::GetAtt'];
  if (typeof given === 'string') {
    const dot = given.indexOf('.');
    return [given.slice(0, dot), given.slice(dot + 1)];
  }
  return Array.isArray(given) ? given : [];
}

function kindOf(type) {
  switch (type?.type) {
    case 'array':
      return 'list';
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date-time':
      return 'text';
    default:
      return 'any';
  }
}
