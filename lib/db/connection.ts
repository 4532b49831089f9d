// @ts-types="@types/pg"
import type { PoolClient } from "pg";
import { MorganError } from "../errors.ts";
import { oneAtATime } from "../one_at_a_time.ts";
import { storable, storableJson } from "../storable.ts";
import { DatabaseError, type Place, statementError } from "./sqlstate.ts";

/** What a statement gave. Several statements in one text give the rows of all. */
export interface Answer<R> {
  command: string;
  rows: R[];
  /** Rows that were written; null for other statements. */
  count: number | null;
}

/** A connection that is lent from the pool to one user. After `giveBack` nothing can be asked of it any more. */
export interface Connection {
  /** Runs a statement after those that were asked for before. Throws `unavailable` once the connection is lost. */
  run<R>(text: string, values: readonly unknown[]): Promise<Answer<R>>;
  /** Whether the server is gone, or what it still does is not known. */
  isLost(): boolean;
  /** Hears what is said on the channels that it listens on. */
  onNotification(hear: (payload: string) => void): void;
  /** @param worn it is not to be used again. @default false */
  giveBack(worn?: boolean): void;
}

/** How a client is lent. */
export interface LendOptions {
  /** Milliseconds of the longest statement: a host that lost its power or cable sends no end. */
  deadlineMs: number;
  /** Told of a statement that took longer. */
  onLate(): void;
}

/** Lends a client of the pool. A statement that comes after the end of its transaction is refused: it would run in the next one. */
export function lend(client: PoolClient, place: Place, { deadlineMs, onLate }: LendOptions): Connection {
  const inOrder = oneAtATime();
  let lost: unknown;
  let returned = false;
  // The pool hears of the end of clients that are idle. One that is lent would end the process.
  const onError = (error: unknown) => lost ??= statementError(error, place);
  client.on("error", onError);

  async function send<R>(text: string, values: readonly unknown[]): Promise<Answer<R>> {
    if (returned) throw new MorganError("internal", "A statement came after the end of its transaction.");
    if (lost !== undefined) throw lost;
    const parameters = values.map(toParameter);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = Promise.withResolvers<never>();
    if (deadlineMs !== Infinity) {
      timer = setTimeout(() => {
        late.reject(lateError(place, deadlineMs));
        onLate();
      }, deadlineMs);
    }
    try {
      // Without parameters a text may hold several statements.
      const answering = parameters.length > 0 ? client.query(text, parameters) : client.query(text);
      const results = [await Promise.race([answering, late.promise])].flat();
      return {
        command: results.at(-1)?.command ?? "",
        rows: results.flatMap(({ rows }) => rows ?? []),
        count: results.at(-1)?.rowCount ?? null,
      };
    } catch (error) {
      const known = statementError(error, place);
      if (known instanceof DatabaseError && known.aftermath === "lost") lost = known;
      throw known;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    run: (text, values) => inOrder(() => send(text, values)),
    isLost: () => lost !== undefined,
    onNotification(hear) {
      client.on("notification", ({ payload = "" }) => hear(payload));
    },
    giveBack(worn = false) {
      if (returned) return;
      returned = true;
      client.off("error", onError);
      client.release(worn || lost !== undefined);
    },
  };
}

function lateError({ host }: Place, ms: number): DatabaseError {
  return new DatabaseError("lost", "timeout", `PostgreSQL at ${host} did not answer within ${ms / 1000} s.`, {
    hint: "Look whether it and the network between are well.",
  });
}

/** A value as PostgreSQL takes it. Whoever hands a text over, it can be kept. */
function toParameter(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toParameter);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return storableJson(value);
}
