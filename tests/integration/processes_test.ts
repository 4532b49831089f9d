import { TEST_POSTGRES_URL } from "../../lib/db/testing.ts";
import { suite } from "./suite.ts";

suite("processes", TEST_POSTGRES_URL === undefined);
