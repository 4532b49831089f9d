import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";

type Task = () => void;

const tasksOf = new WeakMap<Transaction<Schema>, Task[]>();

/** Runs `task` once `tx` has committed, and not at all where it is rolled back; what it tells others of is there by then. */
export function afterCommit(tx: Transaction<Schema>, task: Task): void {
  const tasks = tasksOf.get(tx);
  if (tasks === undefined) {
    throw new Error("Only a transaction of Database.transaction() tells of its commit.");
  }
  tasks.push(task);
}

/** Runs a transaction by `execute`, and after its commit what `afterCommit` was given. */
export async function withAfterCommit<T>(
  execute: (collect: (tx: Transaction<Schema>) => void) => Promise<T>,
): Promise<T> {
  const tasks: Task[] = [];
  const result = await execute((tx) => void tasksOf.set(tx, tasks));
  for (const task of tasks) task();
  return result;
}
