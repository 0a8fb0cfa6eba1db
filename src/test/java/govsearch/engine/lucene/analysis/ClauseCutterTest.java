package govsearch.engine.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class ClauseCutterTest {

  private static final List<String> PARTS =
      List.of(
          "全年", "调解", "纠纷", "12", "7", "3456", "件", "法律明白人", "培训", "，", "。", "的", "镇村", "x", "𠮷");

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(9); i > 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private static List<String> words(ClauseCutter cutter, String text) {
    return cutter.cut(Literal.of(text), text).words();
  }

  @Test
  void whatIsKnownIsCutAsIfItWereNew() {
    ClauseCutter known = new ClauseCutter();
    Random random = new Random(11);
    for (int i = 0; i < 150; i++) {
      String text = text(random);
      List<String> words = words(new ClauseCutter(), text);

      assertThat(words(known, text)).isEqualTo(words);
      assertThat(words(known, text)).isEqualTo(words);
    }
  }

  @Test
  void figuresAreCutAlike() {
    ClauseCutter cutter = new ClauseCutter();

    assertThat(words(cutter, "培训12次")).containsExactly("培训", "12", "次");
    assertThat(words(cutter, "培训97次")).containsExactly("培训", "97", "次");
  }

  /** A bucket that is full takes what is new, and keeps what it is asked for again and again. */
  @Test
  void whatIsMetMostStays() {
    ClauseCache cache = new ClauseCache();
    char[] cut = {0, 2};
    cache.put("法律明白人", 0, 5, cut);
    int kept = 0;
    for (int i = 0; i < 1_500_000; i++) {
      String clause = "条" + (char) (0x4E00 + i % 20_000) + (char) (0x4E00 + i / 20_000);
      cache.put(clause, 0, 3, cut);
      if (i % 1_000 == 0) {
        kept += cache.get("法律明白人", 0, 5) == null ? 0 : 1;
      }
    }
    assertThat(kept).isEqualTo(1_500);
    assertThat(cache.get("条一", 0, 2)).isNull();
  }

  @Test
  void aPartOfATextIsTheTermThatItIsByItself() {
    for (String literal : List.of("", "a", "调解é员", "𠮷野", "a\uD800b", "x\uD842")) {
      EncodedText text = new EncodedText(literal);
      String all = literal + Fields.END;
      for (int start = 0; start < all.length(); start++) {
        for (int end = start + 1; end <= all.length(); end++) {
          BytesRef term = new BytesRef();
          text.set(start, end, term);
          assertThat(term).isEqualTo(new BytesRef(all.substring(start, end)));
        }
      }
    }
  }

  @Test
  void bigramsCloseWithTheEnd() throws Exception {
    List<String> grams = new ArrayList<>();
    GramStream stream = new GramStream(new EncodedText("调𠮷é"));
    var term = stream.getAttribute(TermToBytesRefAttribute.class);
    stream.reset();
    while (stream.incrementToken()) {
      grams.add(term.getBytesRef().utf8ToString());
    }
    assertThat(grams).containsExactly("调𠮷", "𠮷é", "é" + Fields.END);
  }
}
