/** Where the rule of the guard is explained. */
export function ruleHref(rule) {
  return `/regels#${rule}`;
}
