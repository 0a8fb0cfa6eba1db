package govsearch.insight.figures;

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

  private static final Pattern PEOPLE =
      Pattern.compile("(?:人|人员|员|师|者|手|官|骨干|干部|队伍|顾问|专家|带头人|力量|主任|书记)$");
  private static final Pattern CASES = Pattern.compile("(?:纠纷|案件|案|件|事项|诉求|投诉|举报|隐患|信访|诉讼|复议|矛盾)$");
  private static final Set<String> OF_PEOPLE = Set.of("人", "人次");
  private static final Set<String> OF_CASES = Set.of("件", "个", "项");

  /** How the clause of a rate begins that has no subject of its own. */
  private static final Pattern RATE_OF_THE_SAME = Pattern.compile("[^、]{0,8}率[^、]{0,6}");

  private static final Pattern GROWN =
      Pattern.compile("(?:增加|增|提高|提升|扩大|扩充|上升|发展|壮大|升|减少|降低|下降|压减|降)(?:到|至|为)");

  /** What {@link #RATE_OF_THE_SAME} and {@link #GROWN} may take, white space included. */
  private static final int LONGEST_LINK = 40;

  /** So many rates of one phrase: 受理率、办结率、满意率. */
  private static final int MOST_RATES = 10;

  private final String text;
  private final Clauses clauses;
  private final Modifiers modifiers;

  /**
   * Of one text.
   *
   * @param quantities of that text, in order
   */
  Attachment(String text, List<Quantity> quantities) {
    this.text = text;
    this.clauses = new Clauses(text, quantities);
    this.modifiers = new Modifiers(text, quantities);
  }

  /** The figures of a phrase, in order. */
  List<Quantity> of(Range phrase) {
    Range clause = clauses.around(phrase);
    Optional<Quantity> own = before(phrase, clause).or(() -> behind(phrase, clause));
    Optional<Range> last = own.isPresent() ? Optional.of(clause) : clauses.next(clause);
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
    return clauses
        .lastUpTo(phrase.start())
        .filter(quantity -> quantity.at().start() >= clause.start())
        .filter(quantity -> modifiers.lastUpTo(phrase.start()));
  }

  private Optional<Quantity> behind(Range phrase, Range clause) {
    return first(new Range(phrase.end(), Math.max(phrase.end(), clause.end())));
  }

  private Optional<Quantity> first(Range part) {
    return clauses.within(part).stream().findFirst();
  }

  private Optional<Quantity> continued(Range phrase, Range clause) {
    String literal = Literal.literal(phrase.of(text));
    Set<String> units =
        PEOPLE.matcher(literal).find()
            ? OF_PEOPLE
            : CASES.matcher(literal).find() ? OF_CASES : Set.of();
    return first(clause)
        .filter(quantity -> quantity.kind() == Quantity.Kind.COUNT)
        .filter(quantity -> units.contains(quantity.normalUnit()));
  }

  /** The other end of 由58名增加到63名. */
  private Optional<Quantity> grownTo(Quantity first, Range clause) {
    int from = first.at().end();
    return first(new Range(from, Math.max(from, clause.end())))
        .filter(quantity -> links(GROWN, from, quantity.at().start()));
  }

  /** Whether a part of the text is short and of a form. */
  private boolean links(Pattern form, int from, int to) {
    return to - from <= LONGEST_LINK && form.matcher(text.substring(from, to).strip()).matches();
  }

  private List<Quantity> ratesBehind(Range clause) {
    List<Quantity> rates = new ArrayList<>();
    Optional<Range> next = clauses.next(clause);
    while (next.isPresent() && rates.size() < MOST_RATES && isRateOfTheSame(next.get())) {
      rates.addAll(clauses.within(next.get()));
      next = clauses.next(next.get());
    }
    return rates;
  }

  private boolean isRateOfTheSame(Range clause) {
    List<Quantity> in = clauses.within(clause);
    return in.size() == 1
        && in.getFirst().kind() == Quantity.Kind.RATE
        && links(RATE_OF_THE_SAME, clause.start(), in.getFirst().at().start());
  }
}
