export { type Candidate, type CandidateOptions, gatherCandidates } from "./candidates.ts";
export { fuse, type FusedHit, type FuseOptions } from "./fuse.ts";
export { joinNeighbours, type Passage } from "./join_neighbours.ts";
