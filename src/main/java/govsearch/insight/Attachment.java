package govsearch.insight;

import govsearch.text.Literal;
import govsearch.text.Quantity;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which of a paragraph's figures belong to a phrase in it. The rules, in order:
 *
 * <ol>
 *   <li>the figure right before the phrase: 102名“法律明白人”;
 *   <li>else the first figure behind it in its clause: 培养“法律明白人”37人;
 *   <li>else the first one of the next clause of its sentence, if the phrase names people or cases
 *       and the unit counts such: 实施“法律明白人”培养工程，培养骨干18名;
 *   <li>with it what it has become: 由58名增加到63名;
 *   <li>and, where the phrase has a figure, the rates that the clauses right behind say of it:
 *       调解矛盾纠纷19件，化解率95%.
 * </ol>
 *
 * What is further away is said of something else.
 */
final class Attachment {

  private static final String SENTENCE_ENDS = "。！？!?；;\n";
  private static final String CLAUSE_ENDS = SENTENCE_ENDS + "，,：:";

  /** What may stand between a figure and what it counts. */
  private static final Pattern MODIFIERS =
      Pattern.compile(
          "(?:[“”\"'‘’「」『』《》〈〉()（）\\s的]"
              + "|乡村|村级|社区|农村|基层|镇级|优秀|骨干|专职|兼职|专业|持证|本土|双语|新增|新任|在岗|各类|村|镇|县|新|老)*");

  private static final Pattern PEOPLE =
      Pattern.compile(".*(?:人|人员|员|师|者|手|官|骨干|干部|队伍|顾问|专家|带头人|力量|主任|书记)");
  private static final Pattern CASES =
      Pattern.compile(".*(?:纠纷|案件|案|件|事项|诉求|投诉|举报|隐患|信访|诉讼|复议|矛盾)");
  private static final Set<String> OF_PEOPLE = Set.of("人", "人次");
  private static final Set<String> OF_CASES = Set.of("件", "个", "项");

  /** How the clause of a rate begins that has no subject of its own. */
  private static final Pattern RATE_OF_THE_SAME = Pattern.compile("[^、]{0,8}率[^、]{0,6}");

  private static final Pattern GROWN =
      Pattern.compile("(?:增加|增|提高|提升|扩大|扩充|上升|发展|壮大|升|减少|降低|下降|压减|降)(?:到|至|为)");

  private final String text;
  private final List<Quantity> quantities;

  /**
   * Of one text.
   *
   * @param quantities of that text, in order
   */
  Attachment(String text, List<Quantity> quantities) {
    this.text = text;
    this.quantities = quantities;
  }

  /** The figures of a phrase, in order. */
  List<Quantity> of(Range phrase) {
    Range clause = clauseAround(phrase);
    Optional<Quantity> own = before(phrase, clause).or(() -> behind(phrase, clause));
    Optional<Range> last = own.isPresent() ? Optional.of(clause) : next(clause);
    Optional<Quantity> first =
        own.isPresent() ? own : last.flatMap(range -> continued(phrase, range));
    TreeSet<Quantity> found =
        new TreeSet<>(Comparator.comparingInt((Quantity quantity) -> quantity.at().start()));
    if (first.isPresent() && last.isPresent()) {
      found.add(first.get());
      grownTo(first.get(), last.get()).ifPresent(found::add);
      found.addAll(ratesBehind(last.get()));
    }
    return List.copyOf(found);
  }

  private Optional<Quantity> before(Range phrase, Range clause) {
    return within(clause).stream()
        .filter(quantity -> quantity.at().end() <= phrase.start())
        .filter(quantity -> isModifier(quantity.at().end(), phrase.start()))
        .reduce((earlier, later) -> later);
  }

  private boolean isModifier(int from, int to) {
    return MODIFIERS.matcher(text.substring(from, to)).matches();
  }

  private Optional<Quantity> behind(Range phrase, Range clause) {
    return within(clause).stream()
        .filter(quantity -> quantity.at().start() >= phrase.end())
        .findFirst();
  }

  private Optional<Quantity> continued(Range phrase, Range clause) {
    String literal = Literal.literal(phrase.of(text));
    Set<String> units =
        PEOPLE.matcher(literal).matches()
            ? OF_PEOPLE
            : CASES.matcher(literal).matches() ? OF_CASES : Set.of();
    return within(clause).stream()
        .findFirst()
        .filter(quantity -> quantity.kind() == Quantity.Kind.COUNT)
        .filter(quantity -> units.contains(quantity.normalUnit()));
  }

  /** The other end of 由58名增加到63名. */
  private Optional<Quantity> grownTo(Quantity first, Range clause) {
    return within(clause).stream()
        .filter(quantity -> quantity.at().start() >= first.at().end())
        .findFirst()
        .filter(
            quantity ->
                GROWN.matcher(text.substring(first.at().end(), quantity.at().start())).matches());
  }

  private List<Quantity> ratesBehind(Range clause) {
    List<Quantity> rates = new ArrayList<>();
    Optional<Range> next = next(clause);
    while (next.isPresent() && isRateOfTheSame(next.get())) {
      rates.addAll(within(next.get()));
      next = next(next.get());
    }
    return rates;
  }

  private boolean isRateOfTheSame(Range clause) {
    List<Quantity> in = within(clause);
    return in.size() == 1
        && in.getFirst().kind() == Quantity.Kind.RATE
        && RATE_OF_THE_SAME
            .matcher(text.substring(clause.start(), in.getFirst().at().start()).strip())
            .matches();
  }

  private List<Quantity> within(Range clause) {
    return quantities.stream()
        .filter(q -> q.at().start() >= clause.start() && q.at().end() <= clause.end())
        .toList();
  }

  private Range clauseAround(Range phrase) {
    int start = phrase.start();
    while (start > 0 && !endsClause(start - 1)) {
      start--;
    }
    return new Range(start, clauseEnd(phrase.end()));
  }

  private int clauseEnd(int from) {
    int end = from;
    while (end < text.length() && !endsClause(end)) {
      end++;
    }
    return end;
  }

  /** A comma inside a figure (1,200) ends nothing. */
  private boolean endsClause(int at) {
    return CLAUSE_ENDS.indexOf(text.charAt(at)) >= 0
        && quantities.stream().noneMatch(q -> q.at().start() <= at && at < q.at().end());
  }

  /** The next clause of the same sentence. */
  private Optional<Range> next(Range clause) {
    int end = clause.end();
    if (end >= text.length() || SENTENCE_ENDS.indexOf(text.charAt(end)) >= 0) {
      return Optional.empty();
    }
    return Optional.of(new Range(end + 1, clauseEnd(end + 1)));
  }
}
