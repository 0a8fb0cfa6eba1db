package govsearch.engine.lucene.suggest;

import java.io.IOException;

/**
 * How much of a text is anywhere in a collection, from its beginning and from its end. What a
 * change leaves on either side of it has to be there, or the changed text is not: by that most
 * changes need not be looked up. Of a part that was not looked for long enough to tell, it is taken
 * to be there.
 *
 * @param before length of the longest beginning that is there
 * @param behind length of the longest end that is there
 */
record Ends(int before, int behind) {

  /** Those of a text that is not there as a whole; looked for by halving. */
  static Ends of(String literal, TextCounter counter) throws IOException {
    int length = literal.length();
    return new Ends(
        longest(length, part -> counter.mayBeAnywhere(literal.substring(0, part))),
        longest(length, part -> counter.mayBeAnywhere(literal.substring(length - part))));
  }

  private interface Test {
    boolean isThere(int part) throws IOException;
  }

  /** What is there is so with less of it. */
  private static int longest(int length, Test test) throws IOException {
    int there = 0;
    int missing = length;
    while (there + 1 < missing) {
      int part = (there + missing) >>> 1;
      if (test.isThere(part)) {
        there = part;
      } else {
        missing = part;
      }
    }
    return there;
  }
}
