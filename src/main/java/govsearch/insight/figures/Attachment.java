package govsearch.insight.figures;

import govsearch.text.Literal;
import govsearch.text.Quantity;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which of a paragraph's figures belong to a phrase in it. The rules, in order:
 *
 * <ol>
 *   <li>the figure right before the phrase, or parted from it by what describes it: 102名“法律明白人”,
 *       12场次大型普法活动, 66人次参加学法考试;
 *   <li>else the first figure behind it in its clause, out of brackets if there is one:
 *       案件（含简易程序2件）7件, unless something else is named in between: 矛盾纠纷调处中心受理群众诉求716件;
 *   <li>else the first one of the next clause of its sentence, if the phrase names people or cases,
 *       the unit counts such and the clause names no others: 实施“法律明白人”培养工程，培养骨干18名;
 *   <li>what has become of it is one figure with what it was: 由58名增加到63名;
 *   <li>and, where the phrase has a figure, what the clauses right behind say of it:
 *       调解矛盾纠纷19件，化解18件， 化解率95%.
 * </ol>
 *
 * What is further away is said of something else. A figure is a target where its clause says 计划, 力争
 * and the like before it.
 */
final class Attachment {

  /** How the clause of a rate begins that has no subject of its own. */
  private static final Pattern RATE_OF_THE_SAME =
      Pattern.compile("[^、]{0,8}率[^、]{0,6}|(?:约|均)?占(?:比|总数|全部)?[^、]{0,6}");

  /** 化解51件 behind 排查矛盾纠纷52件. */
  private static final Pattern DONE_OF_THE_SAME =
      Pattern.compile("(?:已|均|其中|现)?(?:成功)?(?:化解|调解|调处|办结|结案|整改|办理|处理|处置|完成|解决|调成)(?:成功)?(?:了)?");

  private static final Pattern GROWN =
      Pattern.compile(
          "(?:增加|增长|增|提高|提升|扩大|扩充|扩|上升|发展|壮大|升|减少|降低|下降|压减|压降|减|降)(?:到|至|为)(?:了|现在的|目前的)?");

  private static final Pattern TARGET =
      Pattern.compile(
          "(?<!按|按照|培育|培养|培训|工作|普法|执法|检查|年度)计划(?!生育|完成)|力争|争取|(?<!模)拟(?!定|订)|确保|目标(?:是|为)|预计|打算|计划(?=新增|培训|培养|开展|招|选|建|年内)|将(?!近|其|法|矛|普)");

  /** One of them is in whatever {@link #TARGET} finds. */
  private static final String TARGET_SIGNS = "划争拟保标计算将";

  /** What {@link #RATE_OF_THE_SAME} and {@link #GROWN} may take, white space included. */
  private static final int LONGEST_LINK = 40;

  /** 、成功率98.1%. */
  private static final Pattern RATE_IN_CLAUSE = Pattern.compile("、[^、]{0,8}率[^、]{0,6}");

  /** Stands for a text that is too long to link anything. */
  private static final String FAR = "；；；；；；；；；；；";

  /** So many figures of one phrase: 受理率、办结率、满意率. */
  private static final int MOST_MORE = 10;

  private final String text;
  private final Clauses clauses;
  private final Modifiers modifiers;
  private String lastPhrase = "";
  private String lastLiteral = "";

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
  List<Attached> of(Range phrase) {
    Range clause = clauses.around(phrase);
    String literal = literalOf(phrase.of(text));
    Optional<Quantity> own =
        before(phrase, literal, clause).or(() -> behind(phrase, literal, clause));
    Optional<Range> last = own.isPresent() ? Optional.of(clause) : clauses.next(clause);
    Optional<Quantity> first =
        own.isPresent() ? own : last.flatMap(range -> continued(literal, range));
    Map<Integer, Attached> found = new TreeMap<>();
    if (first.isPresent() && last.isPresent()) {
      Attached attached = grown(first.get(), last.get());
      put(found, attached);
      for (Quantity more : moreBehind(attached.quantity(), last.get())) {
        put(found, new Attached(more, null, isTarget(more)));
      }
    }
    return List.copyOf(found.values());
  }

  /** Nearly all phrases of a text are one. */
  private String literalOf(String phrase) {
    if (!phrase.equals(lastPhrase)) {
      lastPhrase = phrase;
      lastLiteral = Literal.literal(phrase);
    }
    return lastLiteral;
  }

  private static void put(Map<Integer, Attached> found, Attached attached) {
    found.put(attached.quantity().at().start(), attached);
  }

  private Optional<Quantity> before(Range phrase, String literal, Range clause) {
    return clauses
        .lastUpTo(phrase.start())
        .filter(quantity -> quantity.at().start() >= clause.start())
        .filter(quantity -> Subjects.mayCount(quantity, literal))
        .filter(
            quantity ->
                modifiers.lastUpTo(phrase.start())
                    || Subjects.modifies(
                        quantity, near(quantity.at().end(), phrase.start()), literal));
  }

  /** The literal text between two places; what is too long says nothing. */
  private String near(int from, int to) {
    return to - from > LONGEST_LINK ? FAR : Literal.literal(text.substring(from, to));
  }

  private Optional<Quantity> behind(Range phrase, String literal, Range clause) {
    List<Quantity> in =
        clauses.within(new Range(phrase.end(), Math.max(phrase.end(), clause.end())));
    if (in.isEmpty()) {
      return Optional.empty();
    }
    int at = 0;
    while (at + 1 < in.size() && at < MOST_MORE && isBracketed(phrase.end(), in.get(at))) {
      at++;
    }
    Quantity first = isBracketed(phrase.end(), in.get(at)) ? in.getFirst() : in.get(at);
    String between = near(phrase.end(), first.at().start());
    return Subjects.isOfAnother(between, literal) ? Optional.empty() : Optional.of(first);
  }

  /** Whether a figure stands in brackets that are opened behind a place. */
  private boolean isBracketed(int from, Quantity quantity) {
    int depth = 0;
    for (int i = Math.max(from, quantity.at().start() - LONGEST_LINK);
        i < quantity.at().start();
        i++) {
      depth += "（(".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
      depth -= "）)".indexOf(text.charAt(i)) >= 0 && depth > 0 ? 1 : 0;
    }
    return depth > 0;
  }

  private Optional<Quantity> first(Range part) {
    return clauses.first(part);
  }

  private Optional<Quantity> continued(String literal, Range clause) {
    return first(clause)
        .filter(quantity -> quantity.kind() == Quantity.Kind.COUNT)
        .filter(quantity -> Subjects.counts(quantity.normalUnit(), literal))
        .filter(
            quantity ->
                !Subjects.isOfAnother(near(clause.start(), quantity.at().start()), literal));
  }

  /** A figure, or what it has become: 由58名增加到63名. */
  private Attached grown(Quantity first, Range clause) {
    int from = first.at().end();
    Optional<Quantity> now =
        first(new Range(from, Math.max(from, clause.end())))
            .filter(quantity -> quantity.normalUnit().equals(first.normalUnit()))
            .filter(quantity -> links(GROWN, from, quantity.at().start()));
    return now.map(quantity -> new Attached(quantity, first, isTarget(first)))
        .orElseGet(() -> new Attached(first, null, isTarget(first)));
  }

  /** Whether the clause says before a figure that it is aimed at. */
  private boolean isTarget(Quantity quantity) {
    int start = clauses.around(quantity.at()).start();
    int from = Math.max(start, quantity.at().start() - LONGEST_LINK);
    if (!hasTargetSign(from, quantity.at().start())) {
      return false; // nearly always
    }
    // A word before it, such as 不少于, may be part of the figure.
    return TARGET.matcher(text.substring(from, quantity.at().start())).find();
  }

  private boolean hasTargetSign(int from, int to) {
    for (int i = from; i < to; i++) {
      if (TARGET_SIGNS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part of the text is short and of a form. */
  private boolean links(Pattern form, int from, int to) {
    return to > from
        && to - from <= LONGEST_LINK
        && form.matcher(text.substring(from, to).strip()).matches();
  }

  private List<Quantity> moreBehind(Quantity own, Range clause) {
    List<Quantity> more = new ArrayList<>();
    first(new Range(own.at().end(), Math.max(own.at().end(), clause.end())))
        .filter(quantity -> quantity.kind() == Quantity.Kind.RATE)
        .filter(quantity -> links(RATE_IN_CLAUSE, own.at().end(), quantity.at().start()))
        .ifPresent(more::add);
    Optional<Range> next = clauses.next(clause);
    while (next.isPresent() && more.size() < MOST_MORE && isOfTheSame(own, next.get())) {
      more.addAll(clauses.within(next.get()));
      next = clauses.next(next.get());
    }
    return more;
  }

  private boolean isOfTheSame(Quantity own, Range clause) {
    List<Quantity> in = clauses.within(clause);
    if (in.size() != 1) {
      return false;
    }
    Quantity only = in.getFirst();
    return only.kind() == Quantity.Kind.RATE
        ? links(RATE_OF_THE_SAME, clause.start(), only.at().start())
        : only.normalUnit().equals(own.normalUnit())
            && links(DONE_OF_THE_SAME, clause.start(), only.at().start());
  }
}
