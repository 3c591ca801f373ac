import { attributeOf, functionOf, isKnown } from './intrinsics.mjs';

const PSEUDO_PARAMETERS = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/**
 * Whether everything that a template refers to is there.
 *
 * @param specifications by logical id what AWS says of the resource's type
 * @param report takes a logical id, a path and a problem
 */
export function checkReferences(template, specifications, report) {
  const names = {
    resources: specifications,
    parameters: new Set(Object.keys(template.Parameters ?? {})),
    conditions: new Set(Object.keys(template.Conditions ?? {})),
  };
  for (const [id, resource] of Object.entries(template.Resources ?? {})) {
    const own = (path, problem) => report(id, path, problem);
    walk(names, resource.Properties ?? {}, 'Properties', own);
    for (const other of [resource.DependsOn ?? []].flat()) {
      if (!specifications.has(other)) {
        own('DependsOn', `there is no resource ${other}`);
      }
    }
    if ('Condition' in resource && !names.conditions.has(resource.Condition)) {
      own('Condition', `there is no condition ${resource.Condition}`);
    }
  }
  for (const [id, output] of Object.entries(template.Outputs ?? {})) {
    walk(names, output, 'Outputs', (path, problem) => report(id, path, problem));
  }
}

function walk(names, value, path, report) {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const name = functionOf(value);
  if (name !== undefined) {
    checkCall(names, name, value, path, report);
  }
  const inner = name === 'Fn::Sub' && Array.isArray(value[name]) ? value[name][1] : value;
  for (const [key, part] of Object.entries(inner)) {
    walk(names, part, `${path}.${key}`, report);
  }
}

function checkCall(names, name, value, path, report) {
  const argument = value[name];
  if (!isKnown(name)) {
    report(path, `there is no function ${name}`);
  } else if (name === 'Ref') {
    checkName(names, argument, path, report);
  } else if (name === 'Fn::GetAtt') {
    checkAttribute(names, attributeOf(value), path, report);
  } else if (name === 'Fn::Sub') {
    checkText(names, argument, path, report);
  } else if (name === 'Fn::If' && !names.conditions.has(argument?.[0])) {
    report(path, `there is no condition ${argument?.[0]}`);
  }
}

function checkName(names, name, path, report) {
  if (
    !names.resources.has(name) &&
    !names.parameters.has(name) &&
    !PSEUDO_PARAMETERS.has(name)
  ) {
    report(path, `there is no resource and no parameter ${name}`);
  }
}

function checkAttribute(names, [id, attribute], path, report) {
  if (!names.resources.has(id)) {
    report(path, `there is no resource ${id}`);
    return;
  }
  const specification = names.resources.get(id);
  const open =
    specification === undefined ||
    specification === 'custom' ||
    typeof attribute !== 'string' ||
    attribute.startsWith('Outputs.');
  if (!open && !(attribute in specification.attributes)) {
    report(path, `${specification.cloudFormationType} has no attribute ${attribute}`);
  }
}

/** Names in a text stand as ${Id} or ${Id.Attribute}; ${!Id} is meant literally. */
function checkText(names, argument, path, report) {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  for (const [, name] of String(text).matchAll(/\$\{([^!}][^}]*)\}/g)) {
    const dot = name.indexOf('.');
    if (name in (variables ?? {})) {
      continue;
    }
    if (dot >= 0) {
      checkAttribute(names, [name.slice(0, dot), name.slice(dot + 1)], path, report);
    } else {
      checkName(names, name.trim(), path, report);
    }
  }
}
