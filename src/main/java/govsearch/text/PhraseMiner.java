package govsearch.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the phrases that reports share, in word sequences: whole words, several reports, free at
 * both ends, and more often together than by chance.
 *
 * <p>Free means that no one word stands before it, or behind it, in most places: the share of the
 * most frequent neighbour, which bounds the boundary's min-entropy. So 明白人 is no phrase where it is
 * always 法律明白人. Together means pointwise mutual information over the weaker of the splits at either
 * end (Church and Hanks 1990). Sequences grow word by word from those that are frequent (Apriori),
 * so memory grows with the text.
 */
public final class PhraseMiner {

  private static final int MOST_WORDS = 6;
  private static final int MOST_CHARACTERS = 12;
  private static final int FEWEST_REPORTS = 2;
  private static final int FEWEST_PLACES = 3;
  private static final double MOST_NEIGHBOUR = 0.7;
  private static final double LEAST_INFORMATION = 3; // nats

  /**
   * Where one character alone begins or ends a phrase, the dictionary may have cut a word that it
   * does not know: then more is asked for.
   */
  private static final double MOST_NEIGHBOUR_OF_CHARACTER = 0.3;

  private static final double LEAST_INFORMATION_OF_CHARACTER = 5;

  /** Words that begin or end no phrase. They carry no content of their own. */
  private static final Set<String> NO_BOUNDARY =
      Set.of(
          "的", "地", "得", "了", "和", "与", "及", "或", "在", "是", "对", "为", "等", "之", "以", "于", "并", "也",
          "都", "就", "而", "把", "被", "将", "从", "向", "中", "上", "下", "有", "不", "由", "到", "至", "让", "使",
          "其", "该", "各", "每", "更", "再", "又", "还", "已", "共", "着", "过", "所", "内", "外", "后", "前", "时",
          "以及", "通过", "按照", "根据", "进行", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "个", "次",
          "名", "份", "件", "起", "余", "多", "年", "月", "日", "项", "条", "家", "场", "期", "人次", "同时", "我",
          "跟");

  /** Characters that end a noun: what ends in another one may be a word cut in two (行政诉|讼). */
  private static final String ENDS = "人员者会队室站所点率组岗证村镇乡县市区旗院团校厅处科委办权";

  /** In how many of its places a phrase that ends in another character is to stand at an end. */
  private static final double MOSTLY = 0.5;

  /**
   * A phrase.
   *
   * @param reports how many of the reports read have it
   */
  public record Phrase(String text, int reports) {}

  private static final int BREAK = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final Map<String, Set<Integer>> quoted = new HashMap<>();
  private int[] text = new int[1024];
  private int[] reports = new int[1024];
  private int length;

  /**
   * Reads words that stand one after the other.
   *
   * @param report number of the report; all of one report's come together
   */
  public void add(int report, List<String> run) {
    for (String word : run) {
      append(report, numbers.computeIfAbsent(word, this::number));
    }
    append(report, BREAK);
  }

  /** Reads what stands in quotation marks: it has its boundaries from who wrote it. */
  public void addQuoted(int report, String term) {
    quoted.computeIfAbsent(term, key -> new HashSet<>()).add(report);
  }

  private int number(String word) {
    words.add(word);
    return words.size() - 1;
  }

  private void append(int report, int word) {
    if (length == text.length) {
      text = Arrays.copyOf(text, length * 2);
      reports = Arrays.copyOf(reports, length * 2);
    }
    text[length] = word;
    reports[length++] = report;
  }

  /** The phrases, in no order; none twice. */
  public List<Phrase> phrases() {
    Map<String, Phrase> found = new HashMap<>();
    quoted.forEach(
        (term, in) -> {
          if (in.size() >= FEWEST_REPORTS) {
            found.put(term, new Phrase(term, in.size()));
          }
        });
    int[] single = Arrays.copyOf(text, length);
    Grams one = new Grams(words.size());
    one.count(single, this.reports);
    one.dropRare(single);
    Grams grams = one;
    int[] at = single;
    for (int size = 1; size <= MOST_WORDS; size++) {
      int[] longer = new int[length];
      Grams next = grams.grown(at, longer);
      next.count(longer, this.reports);
      next.boundNeighbours(grams);
      collect(size, at, grams, single, one, found);
      next.dropRare(longer);
      grams = next;
      at = longer;
    }
    return List.copyOf(found.values());
  }

  private void collect(
      int size, int[] at, Grams grams, int[] single, Grams one, Map<String, Phrase> found) {
    boolean[] seen = new boolean[grams.count.length];
    int[] ends = new int[grams.count.length];
    for (int i = 0; i < length; i++) {
      if (at[i] >= 0) {
        ends[at[i]] += text[i + size] == BREAK ? 1 : 0;
      }
    }
    for (int i = 0; i < length; i++) {
      int gram = at[i];
      if (gram < 0 || seen[gram]) {
        continue;
      }
      seen[gram] = true;
      boolean cut = isCharacter(text[i]) || isCharacter(text[i + size - 1]);
      double neighbour = cut ? MOST_NEIGHBOUR_OF_CHARACTER : MOST_NEIGHBOUR;
      double information = cut ? LEAST_INFORMATION_OF_CHARACTER : LEAST_INFORMATION;
      if (grams.isFree(gram, neighbour)
          && isBounded(i, size)
          && (endsWhole(i + size - 1) || ends[gram] >= MOSTLY * grams.count[gram])
          && (size == 1
              || grams.information(gram, one, single[i], single[i + size - 1], length)
                  >= information)) {
        StringBuilder phrase = new StringBuilder();
        for (int word = i; word < i + size; word++) {
          phrase.append(words.get(text[word]));
        }
        int characters = phrase.codePointCount(0, phrase.length());
        if (characters >= 2 && characters <= MOST_CHARACTERS) {
          found.putIfAbsent(phrase.toString(), new Phrase(phrase.toString(), grams.reports[gram]));
        }
      }
    }
  }

  private boolean isCharacter(int word) {
    return words.get(word).length() == 1;
  }

  private boolean endsWhole(int at) {
    return !isCharacter(text[at]) || ENDS.contains(words.get(text[at]));
  }

  private boolean isBounded(int at, int size) {
    return !NO_BOUNDARY.contains(words.get(text[at]))
        && !NO_BOUNDARY.contains(words.get(text[at + size - 1]));
  }

  /** Sequences of one length, by number. */
  private static final class Grams {
    private final int[] count;
    private final int[] reports;
    private final int[] lastReport;
    private final int[] mostBefore;
    private final int[] mostBehind;
    private final int[] head;
    private final int[] tail;
    private final int[] headCount;
    private final int[] tailCount;

    Grams(int size) {
      this(new int[size], new int[size]);
    }

    /** Sequences that are each made of two shorter ones that overlap. */
    private Grams(int[] head, int[] tail) {
      int size = head.length;
      this.head = head;
      this.tail = tail;
      count = new int[size];
      reports = new int[size];
      lastReport = new int[size];
      mostBefore = new int[size];
      mostBehind = new int[size];
      headCount = new int[size];
      tailCount = new int[size];
      Arrays.fill(lastReport, -1);
    }

    void count(int[] at, int[] reportOf) {
      for (int i = 0; i < at.length; i++) {
        int gram = at[i];
        if (gram >= 0) {
          count[gram]++;
          if (lastReport[gram] != reportOf[i]) {
            lastReport[gram] = reportOf[i];
            reports[gram]++;
          }
        }
      }
    }

    /** Forgets where sequences stand that are too rare for any longer one to be frequent. */
    void dropRare(int[] at) {
      for (int i = 0; i < at.length; i++) {
        if (at[i] >= 0 && (count[at[i]] < FEWEST_PLACES || reports[at[i]] < FEWEST_REPORTS)) {
          at[i] = BREAK;
        }
      }
    }

    /** Sequences one word longer; where they begin is put into {@code longer}. */
    Grams grown(int[] at, int[] longer) {
      Map<Long, Integer> known = new HashMap<>();
      Arrays.fill(longer, BREAK);
      for (int i = 0; i + 1 < at.length; i++) {
        if (at[i] >= 0 && at[i + 1] >= 0) {
          long pair = ((long) at[i] << 32) | at[i + 1];
          longer[i] = known.computeIfAbsent(pair, key -> known.size());
        }
      }
      int[] heads = new int[known.size()];
      int[] tails = new int[known.size()];
      known.forEach(
          (pair, gram) -> {
            heads[gram] = (int) (pair >>> 32);
            tails[gram] = pair.intValue();
          });
      return new Grams(heads, tails);
    }

    /** Tells the shorter sequences of their most frequent neighbours. */
    void boundNeighbours(Grams shorter) {
      for (int gram = 0; gram < count.length; gram++) {
        shorter.mostBehind[head[gram]] = Math.max(shorter.mostBehind[head[gram]], count[gram]);
        shorter.mostBefore[tail[gram]] = Math.max(shorter.mostBefore[tail[gram]], count[gram]);
        headCount[gram] = shorter.count[head[gram]];
        tailCount[gram] = shorter.count[tail[gram]];
      }
    }

    boolean isFree(int gram, double neighbour) {
      double most = neighbour * count[gram];
      return mostBefore[gram] <= most && mostBehind[gram] <= most;
    }

    /** Pointwise mutual information of the weaker of the first and the last split. */
    double information(int gram, Grams one, int first, int last, int length) {
      double together = (double) count[gram] * length;
      return Math.min(
          Math.log(together / ((double) headCount[gram] * one.count[last])),
          Math.log(together / ((double) one.count[first] * tailCount[gram])));
    }
  }
}
