import type { DocumentType } from "./types.ts";

const DOCUMENTS: Record<string, DocumentType> = {
  pdf: "pdf",
  docx: "docx",
  docm: "docx",
  html: "html",
  htm: "html",
  xhtml: "html",
  md: "markdown",
  markdown: "markdown",
  mdown: "markdown",
  mkd: "markdown",
  mdx: "markdown",
  txt: "text",
  text: "text",
  log: "text",
  rst: "text",
  adoc: "text",
  asciidoc: "text",
  org: "text",
  tex: "text",
  csv: "text",
  tsv: "text",
  srt: "text",
  vtt: "text",
};

const CODE = new Set(
  ("ts tsx mts cts js jsx mjs cjs py pyi rb go rs java kt kts scala groovy c h cc cpp cxx hpp hh hxx cs fs fsx vb swift m mm " +
    "php pl pm lua r jl dart ex exs erl hrl hs lhs ml mli clj cljs cljc el lisp scm rkt sh bash zsh fish ps1 psm1 bat cmd " +
    "sql graphql gql proto thrift vue svelte astro css scss sass less json jsonc json5 yaml yml toml ini cfg conf properties " +
    "xml xsd xsl xslt tf hcl nix zig nim cr d pas f f90 f95 for asm s v sv vhd vhdl sol tcl awk sed cmake gradle mk " +
    "ipynb bzl dockerfile makefile").split(" "),
);

const NAMES: Record<string, DocumentType> = {
  readme: "text",
  license: "text",
  licence: "text",
  copying: "text",
  authors: "text",
  changelog: "text",
  notice: "text",
  makefile: "code",
  dockerfile: "code",
  containerfile: "code",
  jenkinsfile: "code",
  vagrantfile: "code",
  rakefile: "code",
  gemfile: "code",
  "cmakelists.txt": "code",
};

/** What the name of a file says it is, by extension or well-known name; null for names of no document or source code. */
export function typeByName(path: string): DocumentType | null {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).trimEnd()
    .toLowerCase();
  if (Object.hasOwn(NAMES, name)) return NAMES[name] ?? null;
  const dot = name.lastIndexOf(".");
  if (dot < 0) return null;
  const extension = name.slice(dot + 1);
  if (Object.hasOwn(DOCUMENTS, extension)) return DOCUMENTS[extension] ?? null;
  return CODE.has(extension) ? "code" : null;
}

/** True for paths whose name is that of a document or of source code; what a walk over a directory takes. */
export function isSupported(path: string): boolean {
  return typeByName(path) !== null;
}
