package govsearch.report;

import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a report's problems and plans share, each with each, weighed as {@link TwoWeights} does:
 * the twos of {@link StatementTwos} as numbers in order, so that a pair costs one pass over both
 * and no object.
 */
final class PairedTwos {

  private static final String TITLE_ENDS = "。:";

  private final List<Twos> problems;
  private final List<Twos> plans;

  /**
   * Twos of a statement.
   *
   * @param twos two characters each, ascending
   * @param weights of these
   * @param inTitle whether these stand in a heading or in the statement's beginning
   * @param number of the statement or of its heading; 0 for none
   */
  @SuppressWarnings("ArrayRecordComponent") // seen here only
  private record Twos(int[] twos, double[] weights, boolean[] inTitle, int number) {}

  /** A heading stands over many statements. */
  @SuppressWarnings("ArrayRecordComponent") // seen here only
  private record Heading(long[] marked, int number) {}

  /** Makes pairs; {@code expected} is how many statements say something of one problem. */
  PairedTwos(List<Statement> problems, List<Statement> plans, int expected) {
    Map<String, Heading> headings = new HashMap<>();
    this.problems = problems.stream().map(one -> twos(one, headings)).toList();
    this.plans = plans.stream().map(one -> twos(one, headings)).toList();
    weigh(expected);
  }

  private void weigh(int expected) {
    List<Twos> all = new ArrayList<>(problems);
    all.addAll(plans);
    int[] had = all.stream().flatMapToInt(one -> Arrays.stream(one.twos())).sorted().toArray();
    int[] known = new int[had.length];
    double[] weights = new double[had.length];
    int count = 0;
    for (int at = 0; at < had.length; ) {
      int end = at + 1;
      while (end < had.length && had[end] == had[at]) {
        end++;
      }
      known[count] = had[at];
      weights[count++] = TwoWeights.weight(all.size(), end - at, expected);
      at = end;
    }
    for (Twos one : all) {
      for (int i = 0; i < one.twos().length; i++) {
        one.weights()[i] = weights[Arrays.binarySearch(known, 0, count, one.twos()[i])];
      }
    }
  }

  /** What a plan shares with a problem, weighed, by its length. */
  double score(int problem, int plan) {
    Twos asked = problems.get(problem);
    Twos said = plans.get(plan);
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < asked.twos().length && j < said.twos().length) {
      int difference = Integer.compare(asked.twos()[i], said.twos()[j]);
      if (difference == 0) {
        boolean inBoth = asked.inTitle()[i] && said.inTitle()[j];
        sum += inBoth ? TwoWeights.IN_TITLES * said.weights()[j] : said.weights()[j];
      }
      i += difference <= 0 ? 1 : 0;
      j += difference >= 0 ? 1 : 0;
    }
    return sum / Math.sqrt(said.twos().length + TwoWeights.PIVOT);
  }

  /** Whether both are counted, and alike. */
  boolean haveSameNumber(int problem, int plan) {
    int number = plans.get(plan).number();
    return number > 0 && number == problems.get(problem).number();
  }

  private static Twos twos(Statement statement, Map<String, Heading> known) {
    String literal = Literal.literal(statement.text());
    int number = StatementTwos.number(literal);
    long[] marked = marked(literal, titleEnd(literal));
    for (String above : StatementTwos.headings(statement.paragraph())) {
      Heading heading = known.computeIfAbsent(above, PairedTwos::heading);
      number = number == 0 ? heading.number() : number;
      int length = marked.length;
      marked = Arrays.copyOf(marked, length + heading.marked().length);
      System.arraycopy(heading.marked(), 0, marked, length, heading.marked().length);
    }
    Arrays.sort(marked);
    int[] twos = new int[marked.length];
    boolean[] inTitle = new boolean[marked.length];
    int count = 0;
    for (long one : marked) {
      int two = (int) (one >>> 1) + Integer.MIN_VALUE; // in order as signed numbers too
      if (count == 0 || twos[count - 1] != two) {
        twos[count++] = two;
      }
      inTitle[count - 1] |= (one & 1) != 0;
    }
    return new Twos(Arrays.copyOf(twos, count), new double[count], inTitle, number);
  }

  private static Heading heading(String text) {
    String literal = Literal.literal(text);
    return new Heading(marked(literal, literal.length()), StatementTwos.number(literal));
  }

  /** The end of a beginning that is a title; 0 where it is none. */
  private static int titleEnd(String literal) {
    int end = 0;
    while (end < literal.length() && TITLE_ENDS.indexOf(literal.charAt(end)) < 0) {
      end++;
    }
    return end <= StatementTwos.LONGEST_TITLE ? end : 0;
  }

  /** The twos of a text as they come, twice each and one more for those that end in the title. */
  private static long[] marked(String literal, int titleEnd) {
    String masked = StatementTwos.masked(literal);
    long[] twos = new long[masked.length()];
    int count = 0;
    for (int i = 0; i + 2 <= masked.length(); i++) {
      char first = masked.charAt(i);
      char second = masked.charAt(i + 1);
      if (StatementTwos.isLetter(first) && StatementTwos.isLetter(second)) {
        long two = (long) first << Character.SIZE | second;
        twos[count++] = two << 1 | (i + 2 <= titleEnd ? 1 : 0);
      }
    }
    return Arrays.copyOf(twos, count);
  }
}
