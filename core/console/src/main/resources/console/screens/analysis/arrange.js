import 'd3-dispatch';
import 'd3-quadtree';
import 'd3-timer';
import 'd3-force';

/** So long the page waits at most for a slice of the work, in milliseconds. */
const SLICE = 12;

const ROOMY = { repel: -260, apart: 70, room: 42, rounds: 260 };
const TIGHT = { repel: -70, apart: 46, room: 18, rounds: 220 };

/**
 * Where to put what hangs together: edges pull, everything else keeps its distance. The same at every time for the same keys and edges.
 * @param keys of the nodes
 * @param edges [{ from, to }]
 * @param options large: many of them; ratio: width over height of where they are drawn
 * @param goesOn asked between slices; when it says no the work stops
 * @returns {Promise<Map<string, { x, y }> | null>} by key; null when it was stopped
 */
export async function arrange(keys, edges, { large, ratio }, goesOn) {
  const d3 = globalThis.d3;
  const { repel, apart, room, rounds } = large ? TIGHT : ROOMY;
  const nodes = keys.map((id) => ({ id }));
  const wide = Math.min(2, Math.max(0.5, ratio));
  const simulation = d3
    .forceSimulation(nodes)
    .force(
      'edges',
      d3
        .forceLink(edges.map((e) => ({ source: e.from, target: e.to })))
        .id((n) => n.id)
        .distance(apart),
    )
    .force('repel', d3.forceManyBody().strength(repel).distanceMax(large ? 400 : 900))
    .force('room', d3.forceCollide(room))
    .force('x', d3.forceX().strength(large ? 0.05 : 0.12 / wide))
    .force('y', d3.forceY().strength(large ? 0.05 * wide : 0.14 * wide))
    .alphaDecay(1 - 0.001 ** (1 / rounds))
    .stop();
  let begin = performance.now();
  for (let round = 0; round < rounds; round++) {
    simulation.tick();
    if (performance.now() - begin > SLICE) {
      await new Promise((resolve) => setTimeout(resolve));
      if (!goesOn()) {
        return null;
      }
      begin = performance.now();
    }
  }
  return new Map(nodes.map((n) => [n.id, { x: n.x, y: n.y }]));
}
