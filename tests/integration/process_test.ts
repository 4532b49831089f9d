import { suite } from "./suite.ts";

suite("process");
