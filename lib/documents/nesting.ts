import { Parser } from "htmlparser2";
import { UnreadableDocument } from "./failure.ts";

/** Elements within one another: pages that people read have some dozens, browsers stop at 512. */
const DEEPEST = 2_000;

/**
 * Throws `UnreadableDocument` where elements lie deeper within one another than what walks through them can bear. The parser is the one
 * that the DOM is made with, so that both see the same tree; its time grows with the square of the depth.
 */
export function checkNesting(html: string): void {
  let depth = 0;
  const parser = new Parser({
    onopentagname() {
      if (++depth > DEEPEST) throw new UnreadableDocument("nested", `more than ${DEEPEST} elements`);
    },
    onclosetag() {
      depth--;
    },
  }, { decodeEntities: false });
  parser.end(html);
}
