import { suite } from "./suite.ts";

suite("ports");
