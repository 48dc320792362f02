/** One thing about a package that is not as it must be. Paths come from a stranger: show them made harmless. */
export type PackageProblem =
  /** There is no bagit.txt, or none of RFC 8493. */
  | { readonly type: 'not-a-bag'; readonly path: string }
  /** The bytes are not those the manifest lists. */
  | { readonly type: 'changed'; readonly path: string; readonly expected: string; readonly found: string }
  /** Listed and not there. */
  | { readonly type: 'missing'; readonly path: string }
  /** There and not listed. */
  | { readonly type: 'added'; readonly path: string }
  /** A link or a device stands where a file should: it was not followed. */
  | { readonly type: 'no-file'; readonly path: string }
  /** It is there and could not be read; nothing was found out about it. */
  | { readonly type: 'unreadable'; readonly path: string }
  /** A manifest names a place outside of its part of the package: it was not looked at. */
  | { readonly type: 'outside'; readonly path: string }
  | { readonly type: 'listed-twice'; readonly path: string }
  /** A line of a manifest that is none; `path` is the manifest with the line's number. */
  | { readonly type: 'bad-line'; readonly path: string }
  /** Larger than is read at once, or more files than are looked at. */
  | { readonly type: 'too-large'; readonly path: string }
  /** The signature is not by the key in the package over this tag manifest. */
  | { readonly type: 'bad-signature'; readonly path: string }
  /** Not signed, or by another key than the one expected. */
  | { readonly type: 'other-signer'; readonly path: string; readonly found: string | null }
  | { readonly type: 'bad-stamp'; readonly path: string; readonly why: string }
  /** The custody log in the package does not follow from its first entry. */
  | { readonly type: 'broken-log'; readonly path: string; readonly number: number };
